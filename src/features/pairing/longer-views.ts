// What those in a pair are shown when one of them suggests two more weeks. Pure.
import type { Temporal } from 'temporal-polyfill';
import { sayDay } from '../../platform/clock.ts';
import type { Content } from '../../platform/content/load.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../platform/slack/blocks.ts';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Longer } from './longer.ts';
import { type Named, sayNames } from './said.ts';

export const LONGER = 'pairing.longer';
export const LONGER_YES = 'pairing.longer-yes';
export const LONGER_NO = 'pairing.longer-no';

interface Words {
  pair: string;
  /** Who suggests it, or has answered. */
  partner: Named;
  /** The day on which their clock goes on. */
  until: Temporal.PlainDate;
}

/** Suggests two more weeks, beside what a leader sees of their pair. */
export function longerButton(pair: string) {
  return button({ label: 'Two more weeks', action: LONGER, value: pair });
}

/** To the others in the pair. */
export function longerQuestion(content: Content, { pair, partner, until }: Words): Body {
  const text = content.say('pairing.longer.ask', { partner: partner.name, date: sayDay(until) });
  const [yes = '', no = ''] = content.buttons('pairing.longer.ask');
  const buttons = actions([button({ label: yes, action: LONGER_YES, value: pair }), button({ label: no, action: LONGER_NO, value: pair })]);
  return { text, blocks: [section(text), buttons, context(content.say('m.footer'))] };
}

/** What has come of it. */
export function longerMessage(content: Content, what: 'agreed' | 'declined', { partner, until }: Words): Body {
  const text = content.say(`pairing.longer.told.${what}`, { partner: partner.name, ...(what === 'agreed' && { date: sayDay(until) }) });
  return { text, blocks: [section(text)] };
}

/** The answer to whoever has pressed. */
export function longerAnswer(content: Content, done: Longer): Answer {
  if (!done.ok) return { text: content.say(`pairing.longer.refused.${done.because}`) };
  const blanks = { partner: sayNames(done.partners), date: sayDay(done.until) };
  return { text: content.say(`pairing.longer.${done.then}`, blanks) };
}
