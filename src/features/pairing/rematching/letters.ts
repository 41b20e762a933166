// What people hear when a match changes while a round runs: those it concerns, and nobody else; nobody learns who asked. Pure.
import type { Temporal } from 'temporal-polyfill';
import type { Content } from '../../../platform/content/load.ts';
import type { RoundTable } from '../../../platform/db/tables.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import { matchMessage, matchWords } from '../letters.ts';
import type { Pair } from '../pairs.ts';
import type { Because } from '../plan.ts';
import { type Named, sayNames } from '../said.ts';

export const SUGGEST = 'pairing.suggest';
export const THIRD_YES = 'pairing.third-yes';
export const THIRD_NO = 'pairing.third-no';

/** What has become of somebody's place: a new pair for one who had a partner, or had none; a third who joined them; one who is with them no more. */
export type Turn = 'changed' | 'placed' | 'grown' | 'shrunk';

export interface Turned {
  pair: Pair & { reasons: readonly Because[] };
  leader: string;
  turn: Turn;
}

interface Told {
  round: Pick<RoundTable, 'confirm_by' | 'begins_on'>;
  zone: string;
  now: Temporal.Instant;
}

/** The match as it is from now on, to one of those in it. */
export function turnedMessage(content: Content, { pair, leader, turn }: Turned, { round, ...when }: Told): Body {
  const words = matchWords({ ...pair, leader }, round, when);
  if (turn === 'shrunk') return plain(content, content.say('pairing.repair.shrunk', { partner: sayNames(words.partners) }));
  const { by: _, ...standing } = words;
  const before = turn === 'placed' ? {} : { before: content.say(`pairing.repair.${turn}`) };
  return matchMessage(content, { ...standing, ...before });
}

/** To somebody who is without a partner for now, through nobody's fault. */
export function aloneMessage(content: Content): Body {
  return plain(content, content.say('m.match.changed'));
}

/** To somebody who came after the round had begun. Days are in words. */
export function lateMessage(content: Content, days: { date: string; next: string }): Body {
  return plain(content, content.say('pairing.repair.late', days));
}

/** To somebody for whom nobody has been found by the day that was named. */
export function waitingMessage(content: Content, next: string): Body {
  return plain(content, content.say('pairing.repair.waiting', { date: next }));
}

/** To somebody who asked for another, when there is no other. */
export function noneMessage(content: Content, partners: readonly Named[]): Body {
  return plain(content, content.say('pairing.repair.none', { partner: sayNames(partners) }));
}

/** To an organiser: for whom nobody was found, and why. `cause` is mrkdwn already; `wish` where it stands open. */
export function noneForMessage(content: Content, { name, cause, wish }: { name: string; cause: string; wish?: string }): Body {
  const text = content.say(wish ? 'pairing.repair.waits' : 'pairing.repair.none-for', { name, cause: { mrkdwn: cause } });
  return { text, blocks: [section(text), ...(wish ? [actions([suggestButton(content, wish)])] : [])] };
}

/** To an organiser: somebody would like another match. */
export function changeRequest(content: Content, { name, date, wish }: { name: string; date: string; wish: string }): Body {
  const text = content.say('or.change', { name, date });
  return { text, blocks: [section(text), actions([suggestButton(content, wish)])] };
}

/** Opens what the bot would suggest. */
function suggestButton(content: Content, wish: string) {
  const [label = ''] = content.buttons('or.change');
  return button({ label, action: `${SUGGEST}#${wish}`, value: wish });
}

/** Asks one of a pair, in private, whether they would take in a third. */
export function thirdQuestion(content: Content, { third, partner, value }: { third: Named; partner: Named; value: string }): Body {
  const text = content.say('pairing.repair.third', { name: third.name, function: third.function, partner: partner.name });
  const [yes = '', no = ''] = content.buttons('pairing.repair.third');
  return {
    text,
    blocks: [
      section(text),
      actions([button({ label: yes, action: THIRD_YES, value }), button({ label: no, action: THIRD_NO, value })]),
      context(content.say('m.footer')),
    ],
  };
}

function plain(content: Content, text: string): Body {
  return { text, blocks: [section(text), context(content.say('m.footer'))] };
}
