// When a team may begin, and until when one may join it: from a Monday, where its leader is, on the programme's clock. What its weeks bring stands in
// `weeks/calendar.ts`. Pure.
import { Temporal } from 'temporal-polyfill';
import { at, dayNamed, dayOf } from '../../../platform/clock.ts';
import type { PauseWeek } from '../../founding/pause-weeks.ts';
import { isRestDay } from '../../founding/rests.ts';
import { fortnightEnds } from './weeks/calendar.ts';

/** From when on that Monday the pairs may be formed: before anybody is at work. */
const FORMED_AT = '07:00';
/** Where too few have joined, it is tried again a week later, so often in all. */
export const TRIES = 3;
/** Nobody plans farther ahead. */
const FARTHEST_WEEKS = 26;
/** Whoever joins later than in this fortnight would have one meeting at most. */
const LAST_TO_JOIN = 3;
/** So many days late it may still begin: the first meeting falls into its fortnight. */
const LATE_DAYS = 5;

type Days = { beginsOn: string; zone: string };

/** The Monday after the next: those who are asked, or asked again, have a week or two to answer. */
export function usualMonday(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ days: 15 - today.dayOfWeek });
}

export type DayFault = 'none' | 'past' | 'not-monday' | 'far' | 'rests';

/** What is wrong with a day on which the eight weeks are to begin. */
export function dayFault(
  day: Temporal.PlainDate | undefined,
  today: Temporal.PlainDate,
  rests: readonly PauseWeek[],
): DayFault | undefined {
  if (!day) return 'none';
  if (Temporal.PlainDate.compare(day, today) <= 0) return 'past';
  if (day.dayOfWeek !== 1) return 'not-monday';
  if (Temporal.PlainDate.compare(day, today.add({ weeks: FARTHEST_WEEKS })) > 0) return 'far';
  return usableMonday(day, rests).equals(day) ? undefined : 'rests';
}

/** When the pairs are formed. */
export function formsAt({ beginsOn, zone }: Days): Temporal.Instant {
  return at(dayNamed(beginsOn), FORMED_AT, zone);
}

/** Whether too much of its first fortnight has gone by. */
export function isTooLate(days: Days, now: Temporal.Instant): boolean {
  return dayNamed(days.beginsOn).until(dayOf(now, days.zone), { largestUnit: 'days' }).days >= LATE_DAYS;
}

/** That Monday, or the first after it on which the programme does not rest. */
export function usableMonday(monday: Temporal.PlainDate, rests: readonly PauseWeek[]): Temporal.PlainDate {
  let day = monday;
  while (isRestDay(rests, day)) day = day.add({ weeks: 1 });
  return day;
}

/** Until when one may still join. */
export function joinsUntil({ beginsOn, zone }: Days, rests: readonly PauseWeek[]): Temporal.Instant {
  return fortnightEnds({ beginsOn: dayNamed(beginsOn), rests, zone }, LAST_TO_JOIN);
}

/** When today began where the leader is: what has happened since is not counted yet. */
export function thisMorning({ zone }: Pick<Days, 'zone'>, now: Temporal.Instant): Temporal.Instant {
  return at(dayOf(now, zone), '00:00', zone);
}

/** How many minutes the clocks of `zone` are ahead of UTC on a day. */
export function minutesAhead(zone: string, day: Temporal.PlainDate): number {
  return day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).offsetNanoseconds / 60_000_000_000;
}
