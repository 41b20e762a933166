// What an organiser hears when somebody asks for help. Pure.
import type { ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, modal, section, sections, words } from '../../../platform/slack/blocks.ts';

export const SEEN_TO = 'coaching.help-seen-to';

export interface HelpWords {
  /** The request's id. */
  id: string;
  name: string;
  /** Empty where they gave no reason. */
  text: string;
  /** The reader is the partner of whoever asks, for there is no other organiser. */
  toPartner?: boolean;
}

/** With the button that says it is seen to. */
export function helpLetter(content: Content, { id, name, text, toPartner }: HelpWords): Body {
  const [bare, withWords] = toPartner ? ['coaching.help.to-partner', 'coaching.help.to-partner.words'] : ['coaching.help.bare', 'or.help'];
  const said = text === '' ? content.say(bare, { name }) : content.say(withWords, { name, text });
  return { text: said, blocks: [...sections(said), actions([seenToButton(id)])] };
}

function seenToButton(id: string) {
  return button({ label: 'It is seen to', action: `${SEEN_TO}#${id}`, value: id });
}

/** The same message once an organiser has said so. */
export function seenToMessage(content: Content, name: string): Body {
  const text = content.say('coaching.help.seen-to', { name });
  return { text, blocks: [section(text)] };
}

/** One request in full, for an organiser who reads it from their Home tab. */
export function helpReadModal(content: Content, { id, name, text }: HelpWords): ModalView {
  const blocks = [section(content.say('coaching.help.bare', { name })), ...(text === '' ? [] : [words(text)]), actions([seenToButton(id)])];
  return modal({ callback: 'coaching.help-told', title: 'Asked for help', blocks });
}
