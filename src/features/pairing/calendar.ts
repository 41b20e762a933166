// What follows from the day of a rotation: when it is due, when its organisers hear of it, until when silence means yes, and when the first
// fortnight begins. Which day it is, `founding/plan.ts` knows. Pure.
import { Temporal } from 'temporal-polyfill';
import { at, dayOf } from '../../platform/clock.ts';
import type { PauseWeek } from '../founding/pause-weeks.ts';
import { type Anchor, LATE_DAYS, nextRound, roundDay } from '../founding/plan.ts';
import type { Programme } from '../founding/programmes.ts';
import { isRestDay } from '../founding/rests.ts';

/** So long before a rotation its organisers hear of it. */
const NOTICE_DAYS = 14;
const CONFIRM_WORKING_DAYS = 3;
const WEEKS_AHEAD = 53;
/** Nobody's three days end in the night. */
const EARLIEST = '09:00';
const LATEST = '17:00';

type Clock = Pick<Programme, 'timeZone' | 'sendTime' | 'workingDays'>;

/** The programme's usual time on `day`: when a rotation that is due on it happens. */
export function hourOn(clock: Clock, day: Temporal.PlainDate): Temporal.Instant {
  return at(day, clock.sendTime, clock.timeZone);
}

/** When the organisers hear of a rotation on `day`. */
export function noticeAt(clock: Clock, day: Temporal.PlainDate): Temporal.Instant {
  return hourOn(clock, day.subtract({ days: NOTICE_DAYS }));
}

/**
 * The latest day, more than two weeks ago, on which a round after round `last` should have come and did not; `undefined` where none was
 * missed.
 */
export function missedDay(anchor: Anchor, last: number, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const next = nextRound(anchor, last, today);
  let missed: Temporal.PlainDate | undefined;
  for (let number = next.number; Temporal.PlainDate.compare(roundDay(anchor, number), next.on) < 0; number++)
    missed = roundDay(anchor, number);
  return missed;
}

/** The day as of which a round due on `dueOn` is previewed on `today`: its own while its organisers have notice of it, else today. */
export function previewDay(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  const ahead = today.until(dueOn, { largestUnit: 'day' }).days;
  return ahead > 0 && ahead <= NOTICE_DAYS ? dueOn : today;
}

/** Whether a rotation that was due on `day` is the one that happens on `today`, and not one that an organiser brings forward. */
export function isItsDay(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const late = day.until(today, { largestUnit: 'day' }).days;
  return late >= 0 && late <= LATE_DAYS;
}

/**
 * Until when silence means yes: the third working day after `told`, at the time of day at which they were told, moved into the hours
 * between 9 and 17.
 */
export function confirmBy(clock: Clock, rests: readonly PauseWeek[], told: Temporal.Instant): Temporal.Instant {
  const day = workingDaysAfter(clock.workingDays, rests, dayOf(told, clock.timeZone), CONFIRM_WORKING_DAYS);
  const time = told.toZonedDateTimeISO(clock.timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  return at(day, time < EARLIEST ? EARLIEST : time > LATEST ? LATEST : time, clock.timeZone);
}

/** When word that is sent at `instant` has reached those who work when the programme does: then, or early on its next working day. */
export function heardAt(clock: Clock, rests: readonly PauseWeek[], instant: Temporal.Instant): Temporal.Instant {
  const today = dayOf(instant, clock.timeZone);
  const day = workingDaysAfter(clock.workingDays, rests, today.subtract({ days: 1 }), 1);
  return Temporal.PlainDate.compare(day, today) <= 0 ? instant : at(day, EARLIEST, clock.timeZone);
}

/** The first Monday after `by` on which the programme does not rest: fortnight 1 begins on it. */
export function beginsOn(clock: Pick<Clock, 'timeZone'>, rests: readonly PauseWeek[], by: Temporal.Instant): Temporal.PlainDate {
  const day = dayOf(by, clock.timeZone);
  const first = day.add({ days: 8 - day.dayOfWeek });
  for (let weeks = 0; weeks < WEEKS_AHEAD; weeks++) {
    const monday = first.add({ weeks });
    if (!isRestDay(rests, monday)) return monday;
  }
  return first;
}

/** The `count`-th working day after `day` on which the programme does not rest; where a year has too few, calendar days count. */
function workingDaysAfter(
  workingDays: readonly number[],
  rests: readonly PauseWeek[],
  day: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate {
  let found = day;
  let left = count;
  for (let ahead = 1; ahead <= 366 && left > 0; ahead++) {
    found = day.add({ days: ahead });
    if (workingDays.includes(found.dayOfWeek) && !isRestDay(rests, found)) left--;
  }
  return left === 0 ? found : day.add({ days: count });
}
