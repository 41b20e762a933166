// What a leader is shown who asks for another partner: one question before it counts, and where they stand. Pure.
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, section } from '../../../platform/slack/blocks.ts';
import type { Answer } from '../../../platform/slack/spoken.ts';
import { type Named, sayNames } from '../said.ts';

export const CHANGE_NOW = 'pairing.change-now';
export const KEEP_NOW = 'pairing.keep-now';
export const WANT = 'pairing.want';

/** Asks once before it counts. */
export function changeQuestion(content: Content, { pair, partners }: { pair: string; partners: readonly Named[] }): Answer {
  return withButtons(content.say('pairing.repair.change', { partner: sayNames(partners) }), [
    button({ label: 'Ask for another', action: CHANGE_NOW, value: pair, style: 'primary' }),
    button({ label: 'Keep this match', action: KEEP_NOW, value: pair }),
  ]);
}

/** They have asked, now or before. `date` is in words. */
export function askedAnswer(content: Content, { pair, date }: { pair: string; date: string }): Answer {
  return withButtons(content.say('pairing.repair.asked', { date }), [button({ label: 'Keep this match', action: KEEP_NOW, value: pair })]);
}

/** They have no partner: what could be done. */
export function wantQuestion(content: Content, { programme, date }: { programme: string; date: string }): Answer {
  return withButtons(content.say('pairing.repair.without', { date }), [
    button({ label: 'Match me again', action: `${WANT}#new`, value: `new ${programme}` }),
    button({ label: 'Join a pair', action: `${WANT}#join`, value: `join ${programme}` }),
    button({ label: 'Wait for the next round', action: `${WANT}#finish`, value: `finish ${programme}` }),
  ]);
}

function withButtons(text: string, buttons: Parameters<typeof actions>[0]): Answer {
  return { text, blocks: [section(text), actions(buttons)] };
}
