// What is handed on from one round into the next: the card and the introduction, written, asked about and read; and the line between two partners.
// Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, context, modal, section } from '../../../platform/slack/blocks.ts';
import { answered, box, type Texts } from './box-view.ts';
import { CARD_LINES, LENGTHS } from './plan.ts';

export function cardForm(content: Content, { pair, card }: { pair: string; card: Texts }): ModalView {
  return modal({
    callback: 'reviewing.card',
    title: 'My card',
    submit: 'Look at it',
    close: 'Cancel',
    about: JSON.stringify({ pair }),
    blocks: [
      context(content.say('reviewing.card.who')),
      ...CARD_LINES.map((id) => box({ block: id, label: content.plain(id), most: LENGTHS.card, initial: card[id] })),
    ],
  });
}

export interface CardLook {
  pair: string;
  id: string;
  writtenAt: string;
  card: Texts;
  approved: boolean;
}

/** The card as the next partner will see it, to approve, change or delete. */
export function cardModal(content: Content, { pair, id, writtenAt, card, approved }: CardLook): ModalView {
  const approve = button({ label: 'Approve my card', action: 'reviewing.card-approve', value: `${id} ${writtenAt}`, style: 'primary' });
  const change = button({ label: 'Change it', action: 'reviewing.card-change', value: pair });
  const remove = button({ label: 'Delete it', action: 'reviewing.card-delete', value: id, style: 'danger' });
  return modal({
    callback: 'reviewing.card-look',
    title: 'My card',
    about: JSON.stringify({ pair }),
    blocks: [
      context(content.say('reviewing.card.look')),
      ...answered(content, CARD_LINES, card),
      context(content.say(approved ? 'reviewing.card.approved' : 'reviewing.card.waiting')),
      actions(approved ? [change, remove] : [approve, change, remove]),
    ],
  });
}

export function introductionForm(content: Content, about: { pair: string; leader: string; partner: string; text?: string }): ModalView {
  const { pair, leader, partner, text } = about;
  return modal({
    callback: 'reviewing.introduction',
    title: 'An introduction',
    submit: 'Send it',
    close: 'Cancel',
    about: JSON.stringify({ pair, leader }),
    blocks: [
      section(content.say('reviewing.introduction.form', { partner })),
      box({ block: 'text', label: 'One sentence', most: LENGTHS.introduction, initial: text, optional: false }),
    ],
  });
}

export function lineForm(content: Content, about: { pair: string; leader: string; partner: string; before: number }): ModalView {
  const { pair, leader, partner, before } = about;
  return modal({
    callback: 'reviewing.line',
    title: 'A line',
    submit: 'Send it',
    close: 'Cancel',
    about: JSON.stringify({ pair, leader, before }),
    blocks: [
      section(content.say('reviewing.line.form', { partner })),
      box({ block: 'text', label: 'Your line', most: LENGTHS.line, optional: false }),
    ],
  });
}

/** A sentence about the reader, which they approve or decline. `said` once they have. */
export function introductionMessage(
  content: Content,
  { id, writtenAt, partner, text, said }: { id: string; writtenAt: string; partner: string; text: string; said?: 'approved' | 'declined' },
): Body {
  const [show = '', not = ''] = content.buttons('reviewing.introduction.ask');
  const value = `${id} ${writtenAt}`;
  const outcome = said && content.say(`reviewing.introduction.${said}`);
  const plain = content.plain('reviewing.introduction.ask', { partner, text });
  return {
    text: outcome ? `${plain} ${outcome}` : plain,
    blocks: [
      section(content.say('reviewing.introduction.ask', { partner, text })),
      actions([
        button({ label: show, action: 'reviewing.introduction-show', value }),
        button({ label: not, action: 'reviewing.introduction-hide', value }),
      ]),
      ...(outcome ? [context(outcome)] : []),
    ],
  };
}

/** A line that a partner wrote at the end, letter for letter. */
export function lineMessage(content: Content, { partner, text }: { partner: string; text: string }): Body {
  return {
    text: content.plain('reviewing.line.from', { partner, text }),
    blocks: [section(content.say('reviewing.line.from', { partner, text }))],
  };
}

/** A sentence about the reader, to read from the Home tab. */
export function introductionModal(content: Content, about: Parameters<typeof introductionMessage>[1]): ModalView {
  return modal({ callback: 'reviewing.introduction-look', title: 'An introduction', blocks: introductionMessage(content, about).blocks });
}

/** What new partners have handed on, as those in their pair may read it. */
export function partnerWordsModal(
  content: Content,
  partners: readonly { name: string; card?: Texts; introductions: readonly string[] }[],
): ModalView {
  const said = partners.flatMap(({ name, card, introductions }): KnownBlock[] => [
    ...(card ? [section(content.say('reviewing.partner.card', { partner: name })), ...answered(content, CARD_LINES, card)] : []),
    ...introductions.map((text) => section(content.say('reviewing.partner.introduction', { partner: name, text }))),
  ]);
  return modal({
    callback: 'reviewing.partner-words',
    title: 'About my partner',
    blocks: said.length > 0 ? [...said, context(content.say('reviewing.partner.who'))] : [section(content.say('reviewing.partner.none'))],
  });
}
