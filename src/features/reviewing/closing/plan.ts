// Decides about the end of a round: when its closing is open, what becomes of an insight that everyone has to agree to, and who introduces whom.
// Pure.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../platform/clock.ts';

/** What a box holds at most, in characters. */
export const LENGTHS = { lookBack: 1000, insight: 300, card: 200, introduction: 200, line: 500 } as const;

/** The questions of the look back, those for the ten minutes together, and the lines of a card: ids of `content/`. */
export const LOOKING_BACK = ['cl.1', 'cl.2', 'cl.3', 'cl.4'] as const;
export const TOGETHER = ['cl.5', 'cl.6', 'cl.7', 'cl.8', 'cl.9', 'cl.10'] as const;
export const CARD_LINES = ['card.1', 'card.2', 'card.3', 'card.4'] as const;

/** What is begun may be finished for so long after the next round has closed this one. */
const OPEN_DAYS = 14;

/** Where a pair stands: whether its last two weeks have begun, or since when its round is over. */
export interface Standing {
  begun: boolean;
  closedAt?: Temporal.Instant;
}

/** `early`: the last two weeks have not come yet. `over`: the round was closed two weeks ago or more. */
export function doorOf({ begun, closedAt }: Standing, now: Temporal.Instant): 'open' | 'early' | 'over' {
  if (closedAt) return isBefore(now, openUntil(closedAt)) ? 'open' : 'over';
  return begun ? 'open' : 'early';
}

/** Until when the closing of a round stays open that was closed at `closedAt`. */
export function openUntil(closedAt: Temporal.Instant): Temporal.Instant {
  return closedAt.add({ hours: 24 * OPEN_DAYS });
}

/** What somebody said of one version of an insight. */
export type Say = 'share' | 'named' | 'no';

export interface Said {
  leader: string;
  version: number;
  answer: Say;
}

/** `stopped`: somebody would rather not share it. */
export type InsightState = 'waiting' | 'stopped' | 'shared' | 'named';

/**
 * What becomes of version `version`: it is shared once everyone in the pair has said so of that very version, with names only where all of them
 * want names. One "no" stops it, also from somebody who has left the pair since.
 */
export function stateOf(version: number, members: readonly string[], said: readonly Said[]): InsightState {
  const now = said.filter((each) => each.version === version);
  if (now.some(({ answer }) => answer === 'no')) return 'stopped';
  const answers = members.map((leader) => now.find((each) => each.leader === leader)?.answer);
  if (answers.length < 2 || answers.some((answer) => answer === undefined)) return 'waiting';
  return answers.every((answer) => answer === 'named') ? 'named' : 'shared';
}

/** Whom `leader` introduces: in a pair the other one; in a trio the next in turn, so that everyone is introduced once. */
export function introducedBy<M extends { leader: string }>(leader: string, members: readonly M[]): M | undefined {
  const place = members.findIndex((member) => member.leader === leader);
  const next = place < 0 ? undefined : members[(place + 1) % members.length];
  return next?.leader === leader ? undefined : next;
}
