// When a leader is asked whether they met, when they are reminded once, and when a pair that has not met for two fortnights hears of it: as days and
// times of their own; the rest of the house moves them into their hours. Pure.
import { Temporal } from 'temporal-polyfill';
import { at, dayOf, onOrAfter, plusWorkingDays } from '../../../platform/clock.ts';
import { remembering } from '../../../platform/remembering.ts';
import { isRestDay } from '../../founding/rests.ts';
import { alike } from '../../joining/alike.ts';
import { fortnightDays, type RoundCalendar } from '../calendar.ts';
import type { Hours, Slot, Usual } from '../hours.ts';

const WEDNESDAY = 3;
const NUDGE_AFTER_WORKING_DAYS = 2;
/** A check-in or a reminder that could not be sent for so long is not sent any more. */
const CHECKIN_WAITS = { hours: 7 * 24 };
const NUDGE_WAITS = { hours: 5 * 24 };

interface Asked {
  hours: Hours;
  usual: Usual;
}

/** The check-in of fortnight `n`: on the working day after the booked meeting, else on the second Wednesday. */
export function checkinSlot(calendar: RoundCalendar, n: number, { hours, usual }: Asked, startsAt?: Temporal.Instant): Slot {
  const day = startsAt ? workingDaysAfter(hours, startsAt, 1) : secondWednesday(calendar, n);
  return open(at(day, usual.time, hours.zone), CHECKIN_WAITS);
}

/** The one reminder: two working days after the check-in reached them, and not before the day after a meeting that was booked since. */
export function nudgeSlot({ hours, usual }: Asked, reachedAt: Temporal.Instant, startsAt?: Temporal.Instant): Slot {
  const day = workingDaysAfter(hours, reachedAt, NUDGE_AFTER_WORKING_DAYS);
  const after = startsAt ? workingDaysAfter(hours, startsAt, 1) : day;
  return open(at(Temporal.PlainDate.compare(day, after) < 0 ? after : day, usual.time, hours.zone), NUDGE_WAITS);
}

/** The Wednesday of the first week of fortnight `n`, until that fortnight is over. */
export function stallSlot(calendar: RoundCalendar, n: number, { hours, usual }: Asked): Slot {
  const { first, next } = fortnightDays(calendar, n);
  return { due: at(onOrAfter(first, [WEDNESDAY]), usual.time, hours.zone), closes: at(next, '00:00', hours.zone) };
}

function secondWednesday(calendar: RoundCalendar, n: number): Temporal.PlainDate {
  const { firstWeekEnds, next } = fortnightDays(calendar, n);
  let day = onOrAfter(firstWeekEnds, [WEDNESDAY]);
  while (isRestDay(calendar.rests, day)) day = day.add({ weeks: 1 });
  return Temporal.PlainDate.compare(day, next) < 0 ? day : next.subtract({ days: 1 });
}

/** Working days on which the pair rests are none. Worked out once for all who work alike: a round asks for it again at every look. */
function workingDaysAfter(hours: Hours, instant: Temporal.Instant, count: number): Temporal.PlainDate {
  return known(`${instant.epochMilliseconds} ${count} ${alike(hours)}`, () => counted(hours, dayOf(instant, hours.zone), count));
}

const known = remembering<Temporal.PlainDate>(5_000);

function counted({ days, rests }: Hours, day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let reached = day;
  for (let counted = 0; counted < count; counted++) {
    reached = plusWorkingDays(reached, 1, days);
    while (isRestDay(rests, reached)) reached = plusWorkingDays(reached, 1, days);
  }
  return reached;
}

function open(due: Temporal.Instant, waits: Temporal.DurationLike): Slot {
  return { due, closes: due.add(waits) };
}
