// When a team's eight weeks begin and end, and which of them it is: whole weeks from a Monday, where its leader is. Pure.
import { Temporal } from 'temporal-polyfill';
import { at, dayNamed, dayOf } from '../../../platform/clock.ts';

export const WEEKS = 8;
/** From when on that Monday the pairs may be formed: before anybody is at work. */
const FORMED_AT = '07:00';
/** Where too few have joined, it is tried again a week later, so often in all. */
export const TRIES = 3;
/** Nobody plans farther ahead. */
const FARTHEST_WEEKS = 26;
/** Whoever joins later than this many weeks after the beginning would have one meeting at most. */
const OPEN_WEEKS = 6;

type Days = { beginsOn: string; zone: string };

/** The Monday after the next: those who are asked have a week or two to answer. */
export function usualMonday(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ days: 15 - today.dayOfWeek });
}

/** What is wrong with a day on which the eight weeks are to begin. */
export function dayFault(
  day: Temporal.PlainDate | undefined,
  today: Temporal.PlainDate,
): 'none' | 'past' | 'not-monday' | 'far' | undefined {
  if (!day) return 'none';
  if (Temporal.PlainDate.compare(day, today) <= 0) return 'past';
  if (day.dayOfWeek !== 1) return 'not-monday';
  return Temporal.PlainDate.compare(day, today.add({ weeks: FARTHEST_WEEKS })) > 0 ? 'far' : undefined;
}

/** When the pairs are formed. */
export function formsAt({ beginsOn, zone }: Days): Temporal.Instant {
  return at(dayNamed(beginsOn), FORMED_AT, zone);
}

/** The Monday after the eight weeks. */
export function overOn({ beginsOn }: Pick<Days, 'beginsOn'>): Temporal.PlainDate {
  return dayNamed(beginsOn).add({ weeks: WEEKS });
}

/** Until when one may still join. */
export function joinsUntil({ beginsOn, zone }: Days): Temporal.Instant {
  return at(dayNamed(beginsOn).add({ weeks: OPEN_WEEKS }), '00:00', zone);
}

/** Which of the eight weeks it is, from 1; 0 before them. */
export function weekOf({ beginsOn, zone }: Days, now: Temporal.Instant): number {
  const days = dayNamed(beginsOn).until(dayOf(now, zone), { largestUnit: 'days' }).days;
  return days < 0 ? 0 : Math.min(WEEKS, Math.floor(days / 7) + 1);
}

/** When today began where the leader is: what has happened since is not counted yet. */
export function thisMorning({ zone }: Pick<Days, 'zone'>, now: Temporal.Instant): Temporal.Instant {
  return at(dayOf(now, zone), '00:00', zone);
}

/** How many minutes the clocks of `zone` are ahead of UTC on a day. */
export function minutesAhead(zone: string, day: Temporal.PlainDate): number {
  return day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).offsetNanoseconds / 60_000_000_000;
}
