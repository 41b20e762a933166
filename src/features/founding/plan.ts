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

/** The `count` rounds that follow round `last`; 0 where there has been none yet. */
export function roundsAfter(anchor: Anchor, last: number, count: number): RoundDay[] {
  const first = Math.max(last + 1, anchor.anchorNumber);
  return Array.from({ length: count }, (_, ahead) => ({ number: first + ahead, on: roundDay(anchor, first + ahead) }));
}

/** The round that is due next after round `last`. */
export function nextRound(anchor: Anchor, last: number): RoundDay {
  const first = Math.max(last + 1, anchor.anchorNumber);
  return { number: first, on: roundDay(anchor, first) };
}

/** The same calendar with the round after `last` on `day`; every later round is counted from there. */
export function withNextRoundOn<A extends Anchor>(anchor: A, last: number, day: Temporal.PlainDate): A {
  const next = nextRound(anchor, last);
  return next.on.equals(day) ? anchor : { ...anchor, anchorOn: day, anchorNumber: next.number };
}

/** The instant at which clocks in `zone` show `time` on `day`: the first of two where they are put back, the first after a gap. */
export function momentOf(day: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  const wish = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const shown = wish.toZonedDateTime(zone, { disambiguation: 'compatible' });
  if (shown.toPlainDateTime().equals(wish)) return shown.toInstant();
  return (shown.add({ nanoseconds: 1 }).getTimeZoneTransition('previous') ?? shown).toInstant();
}

/** The day that calendars in `zone` show at `instant`. */
export function dayIn(zone: string, instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}
