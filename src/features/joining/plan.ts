// Decides about sitting out: who is away on a day, how long a pause may last, and when a leader comes back. Pure.
import { Temporal } from 'temporal-polyfill';
import { at } from '../../platform/clock.ts';
import type { Leader } from './leaders.ts';

/** Within a round a pause lasts four weeks at most: the partner's place is kept for so long. */
const PAUSE_DAYS = 28;
/** Farther ahead nobody plans; a longer absence is leaving. */
const FARTHEST_MONTHS = 24;

/** Whether the leader sits out on `day`. Who has left is away too. */
export function isAway(leader: Pick<Leader, 'pausedAt' | 'pausedUntil' | 'leftAt'>, day: Temporal.PlainDate): boolean {
  if (leader.leftAt !== null) return true;
  if (leader.pausedAt === null) return false;
  return leader.pausedUntil === null || Temporal.PlainDate.compare(day, leader.pausedUntil) < 0;
}

export interface PauseFacts {
  today: Temporal.PlainDate;
  until: Temporal.PlainDate;
  /** The day of the next round; in the past where it waits for an organiser. */
  nextRoundOn: Temporal.PlainDate;
  /** Whether the leader has a partner in a round that is running. */
  paired: boolean;
}

export type PausePlan =
  | { ok: true; days: number; overRound: boolean }
  | { ok: false; because: 'past' | 'too-far' }
  | { ok: false; because: 'too-long'; latest: Temporal.PlainDate };

/** Whether a pause may last until a day. Over the start of a round it may be as long as it needs to be: that round is sat out. */
export function planPause({ today, until, nextRoundOn, paired }: PauseFacts): PausePlan {
  if (Temporal.PlainDate.compare(until, today) <= 0) return { ok: false, because: 'past' };
  if (Temporal.PlainDate.compare(until, today.add({ months: FARTHEST_MONTHS })) > 0) return { ok: false, because: 'too-far' };
  const days = today.until(until).days;
  const overRound = Temporal.PlainDate.compare(nextRoundOn, until) < 0;
  if (paired && !overRound && days > PAUSE_DAYS) return { ok: false, because: 'too-long', latest: today.add({ days: PAUSE_DAYS }) };
  return { ok: true, days, overRound };
}

/** The instant at which a leader's pause is over: when their last day away ends where they are. */
export function returnsAt(leader: Pick<Leader, 'pausedUntil' | 'timeZone'>): Temporal.Instant | undefined {
  return leader.pausedUntil ? at(leader.pausedUntil, '00:00', leader.timeZone) : undefined;
}

/** What a pair's clock needs to know of each of its people. */
export type Sitting = Pick<Leader, 'id' | 'pausedAt' | 'pausedUntil' | 'leftAt'>;

/** Nobody waits longer for a day that was not named. */
const FARTHEST_REST = 365;

/**
 * Until when (that day included) a pair's clock stands still: as long as fewer than two of its people are there. `waitsFor` is who makes it go on.
 * Nothing where two are there, or where nobody is left to wait for.
 */
export function standsStill(
  people: readonly Sitting[],
  today: Temporal.PlainDate,
): { to: Temporal.PlainDate; waitsFor: string } | undefined {
  const away = people.filter((each) => isAway(each, today));
  const missing = 2 - (people.length - away.length);
  if (missing <= 0 || people.length < 2) return undefined;
  const farthest = today.add({ days: FARTHEST_REST });
  const returns = away
    .map(({ id, pausedUntil }) => ({ waitsFor: id, on: pausedUntil ?? farthest }))
    .sort((one, other) => Temporal.PlainDate.compare(one.on, other.on));
  const last = returns[missing - 1];
  return last && { to: last.on.subtract({ days: 1 }), waitsFor: last.waitsFor };
}
