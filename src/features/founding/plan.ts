// The calendar of rounds: on which day each one begins. Pure; it can be read aloud to an organiser who asks "why the 28th?".
import { Temporal } from 'temporal-polyfill';

/** The one fixed point from which every round's day is counted, so that a short month never pulls the later ones forward. */
export interface Anchor {
  anchorOn: Temporal.PlainDate;
  /** The number of the round that begins on `anchorOn`. */
  anchorNumber: number;
  cycleMonths: number;
}

export interface RoundDay {
  number: number;
  on: Temporal.PlainDate;
}

/** The day on which round `number` begins: whole months from the anchor; the 31st becomes the last day of a shorter month. */
export function roundDay(anchor: Anchor, number: number): Temporal.PlainDate {
  return anchor.anchorOn.add({ months: (number - anchor.anchorNumber) * anchor.cycleMonths }, { overflow: 'constrain' });
}

/** Later than this after its day a round does not come by itself: an organiser decides, and the calendar looks on to the next day. */
export const LATE_DAYS = 14;

/**
 * The round after round `last` (0 where there has been none) as seen on `today`: its day may lie up to two weeks back while it waits for an
 * organiser. Where whole cycles have gone by without a round, they are not made up for one by one.
 */
export function nextRound(anchor: Anchor, last: number, today: Temporal.PlainDate): RoundDay {
  const number = last + 1;
  const earliest = today.subtract({ days: LATE_DAYS });
  let on = roundDay(anchor, number);
  for (let later = number + 1; Temporal.PlainDate.compare(on, earliest) < 0; later++) on = roundDay(anchor, later);
  return { number, on };
}

/** The `count` rounds after `first`, counted from its day. */
export function roundsAfter(anchor: Anchor, first: RoundDay, count: number): RoundDay[] {
  const moved = withNextRoundOn(anchor, first.number - 1, first.on);
  return Array.from({ length: count }, (_, ahead) => {
    const number = first.number + 1 + ahead;
    return { number, on: roundDay(moved, number) };
  });
}

/** The same calendar with the round after `last` on `day`; every later round is counted from there. */
export function withNextRoundOn<A extends Anchor>(anchor: A, last: number, day: Temporal.PlainDate): A {
  const number = last + 1;
  return roundDay(anchor, number).equals(day) ? anchor : { ...anchor, anchorOn: day, anchorNumber: number };
}

/** So long a gathering is, at which a round ends and the pairs of the next one may be named. */
export const GATHERING_MINUTES = 45;

/** So far before or after its day in the calendar a round may wait for the gathering at which its pairs are named. */
const NEAR_DAYS = 8 * 7;

/** The round after `last` whose day in the calendar lies nearest to `day`; `undefined` where none lies within eight weeks of it. */
export function roundNear(anchor: Anchor, last: number, day: Temporal.PlainDate): RoundDay | undefined {
  const away = (on: Temporal.PlainDate) => Math.abs(on.until(day, { largestUnit: 'day' }).days);
  let on = roundDay(anchor, last + 1);
  for (let later = last + 2; away(roundDay(anchor, later)) < away(on); later++) on = roundDay(anchor, later);
  return away(on) <= NEAR_DAYS ? { number: last + 1, on } : undefined;
}
