// A leader's working hours as minutes of the week in UTC, so that the engine can count the hours two people share without knowing of time
// zones. Pure.
import type { Temporal } from 'temporal-polyfill';
import { at } from '../../../platform/clock.ts';
import type { Leader } from '../../joining/leaders.ts';

const DAY = 24 * 60;
const WEEK = 7 * DAY;

type Hours = Pick<Leader, 'timeZone' | 'workingDays' | 'workingFrom' | 'workingTo'>;
type Range = readonly [number, number];

/** Reads working hours as they are in the week of `day`; asks the calendar once for each zone and time, however many leaders share them. */
export function workingWeeks(day: Temporal.PlainDate): (hours: Hours) => Range[] {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const begins = at(monday, '00:00', 'UTC').epochMilliseconds;
  const known = new Map<string, Range[]>();
  return (hours) => {
    const key = [hours.timeZone, hours.workingFrom, hours.workingTo, ...hours.workingDays].join(' ');
    const ranges = known.get(key) ?? week(hours, monday, begins);
    known.set(key, ranges);
    return ranges;
  };
}

function week(hours: Hours, monday: Temporal.PlainDate, begins: number): Range[] {
  const length = minutes(hours.workingFrom, hours.workingTo);
  return hours.workingDays.flatMap((weekday) => {
    const from = at(monday.add({ days: weekday - 1 }), hours.workingFrom, hours.timeZone).epochMilliseconds;
    const start = ((((from - begins) / 60_000) % WEEK) + WEEK) % WEEK;
    return start + length <= WEEK ? [[start, start + length] as const] : [[start, WEEK] as const, [0, start + length - WEEK] as const];
  });
}

/** From one time of day to another; over midnight where `to` is not after `from`. */
function minutes(from: string, to: string): number {
  const of = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return to > from ? of(to) - of(from) : of(to) - of(from) + DAY;
}
