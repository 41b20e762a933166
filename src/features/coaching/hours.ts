// On which day and at which time of a fortnight a leader hears from the programme: as they or their organiser chose, moved into their hours.
// Pure.
import type { Temporal } from 'temporal-polyfill';
import { at, isBefore } from '../../platform/clock.ts';
import { type Hours, soonest } from '../joining/hours.ts';
import { firstWeek, fortnightDays, type RoundCalendar } from './calendar.ts';

/** A pair that meets in the first days gets a card and a check-in in that week: their question then comes early in the next one. */
const MOVED_DAYS = 3;

export type { Hours };

/** The usual day and time at which a leader wants to hear from the programme. */
export interface Usual {
  weekday: number;
  time: string;
}

/** When an opener is due, and from when it would be too late. */
export interface Slot {
  due: Temporal.Instant;
  closes: Temporal.Instant;
  /** Until when it may still come, where more important messages left no room for it in its week. */
  roomUntil?: Temporal.Instant;
}

/**
 * When the opener of fortnight `n` is due for a leader with these hours: on the usual weekday of its first week at the usual time, moved
 * into the hours. Who does not work from that day on gets it earlier in the week. `due` equals `closes` where there is no such moment.
 */
export function openerSlot(calendar: RoundCalendar, n: number, hours: Hours, usual: Usual): Slot {
  const week = firstWeek(calendar, n);
  const first = startOf(week[0] as Temporal.PlainDate, hours.zone);
  const ends = fortnightDays(calendar, n).firstWeekEnds;
  const closes = startOf(ends, hours.zone);
  const day = week.find((each) => each.dayOfWeek === usual.weekday) ?? (week[0] as Temporal.PlainDate);
  for (const wish of [at(day, usual.time, hours.zone), first]) {
    const due = soonest(hours, wish);
    if (due && isBefore(due, closes)) return { due, closes, roomUntil: startOf(ends.add({ days: MOVED_DAYS }), hours.zone) };
  }
  return { due: closes, closes };
}

function startOf(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return at(day, '00:00', zone);
}
