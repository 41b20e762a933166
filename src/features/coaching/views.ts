// The messages of the fortnight: the opener, and the confirmation of a note that was written as a reply. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { type StarterCard, starterCards } from '../../platform/content/starter-kit.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { actions, button, confirm, context, section } from '../../platform/slack/blocks.ts';
import { questionOf, type Theme } from './fortnights.ts';

/** How often a person may be asked which of their programmes a note is for, in one message. */
const PROGRAMMES_OFFERED = 5;

export interface Opening {
  prompt: string;
  /** 1 for the first. */
  question: number;
  /** What the leader said they would do, and has not been asked about yet. */
  carried?: readonly { when: string; will: string }[];
}

/** One question to carry through the fortnight. */
export function openerMessage(content: Content, theme: Theme, { prompt, question, carried = [] }: Opening): Body {
  const { id, blanks } = openerWords(theme, question);
  const [write = '', another = '', book = ''] = content.buttons('m.opener');
  const which = `${theme.name}: ${theme.title}`;
  const card = starterCards(content).find(({ fortnight }) => fortnight === theme.number);
  const offer = card ? [content.plain('coaching.opener.card', { title: card.title })] : [];
  const blocks: KnownBlock[] = [
    section(content.say(id, blanks)),
    ...carried.map((words) => section(content.say('m.opener.carry', { when: words.when, will: words.will }))),
    actions([
      button({ label: write, action: 'coaching.write-note', value: prompt, accessibilityLabel: `${write}: ${which}` }),
      button({ label: another, action: 'coaching.another-question', value: `${prompt}:${question}` }),
      button({ label: book, action: 'coaching.book-meeting', value: prompt }),
    ]),
    ...(card ? [cardOffer(content, card)] : []),
    context(content.say('m.footer')),
  ];
  const said = carried.map((words) => content.plain('m.opener.carry', { when: words.when, will: words.will }));
  return { text: [content.plain(id, blanks), ...said, ...offer, content.plain('m.footer')].join('\n\n'), blocks };
}

/** Two minutes on how to coach, offered once: afterwards it stands on Home with the others. */
function cardOffer(content: Content, { id, title }: StarterCard): KnownBlock {
  const read = button({ label: 'Read the card', action: `home.card#${id}`, value: id, accessibilityLabel: `Read the card: ${title}` });
  return section(content.say('coaching.opener.card', { title }), { accessory: read });
}

function openerWords(theme: Theme, question: number) {
  const words = { element: theme.name, title: theme.title, question: questionOf(theme, question).text };
  if (!theme.half) return { id: 'coaching.opener.closing', blanks: words };
  return { id: 'm.opener', blanks: { ...words, meaning: theme.meaning ?? '', practice: theme.half.practice.text } };
}

export interface KeptWords {
  /** The note that the confirmation speaks for, and the prompt it answers. */
  note: string;
  prompt: string;
  /** Whether a message of this person has been kept before. */
  first: boolean;
}

/** "Kept." The words of a note are never repeated in a message. */
export function keptMessage(content: Content, { note, prompt, first }: KeptWords): Body {
  const id = first ? 'm.kept.first' : 'm.kept';
  const [read = '', remove = '', form] = content.buttons(id);
  const blocks = [
    section(content.say(id)),
    actions([
      button({ label: read, action: 'coaching.read-kept', value: note, accessibilityLabel: `${read}: my note` }),
      removeButton(content, remove, note),
      ...(form ? [button({ label: form, action: 'coaching.write-note', value: prompt })] : []),
    ]),
  ];
  return { text: content.plain(id), blocks };
}

/** The same where the person has open prompts in several programmes: kept for now, and asked which it answers. */
export function keptWhichMessage(content: Content, kept: KeptWords, choices: readonly { prompt: string; programme: string }[]): Body {
  const plain = keptMessage(content, kept);
  const [said, ...buttons] = plain.blocks as [KnownBlock, ...KnownBlock[]];
  const offered = choices.slice(0, PROGRAMMES_OFFERED);
  return {
    text: `${plain.text} ${content.plain('coaching.which')}`,
    blocks: [
      said,
      section(content.say('coaching.which')),
      actions(
        offered.map(({ prompt, programme }, at) =>
          button({ label: programme, action: `coaching.keep-for#${at + 1}`, value: `${kept.note}:${prompt}` }),
        ),
      ),
      ...buttons,
    ],
  };
}

/** What stands in place of the confirmation once its note is gone. */
export function removedMessage(content: Content): Body {
  return { text: content.plain('coaching.removed'), blocks: [section(content.say('coaching.removed'))] };
}

function removeButton(content: Content, label: string, note: string) {
  const ask = confirm({
    title: 'Remove your note?',
    text: content.plain('coaching.remove.kept'),
    yes: 'Remove it',
    no: 'Keep it',
    danger: true,
  });
  return button({ label, action: 'coaching.remove-kept', value: note, confirm: ask, accessibilityLabel: `${label}: my note` });
}
