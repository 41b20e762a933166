// How far a round of 26 weeks has run on its programme's clock, on which days of rest do not count. Pure.
import { Temporal } from 'temporal-polyfill';
import type { PauseWeek } from './pause-weeks.ts';
import { isRestDay } from './rests.ts';

const ROUND_DAYS = 26 * 7;
/** While more than this remain, whoever comes late can still be part of a round. */
const LEAST_DAYS = 8 * 7;

/** So many days of a round's clock lie before `day`: its days of rest do not count. */
export function daysRun(beginsOn: Temporal.PlainDate, rests: readonly PauseWeek[], day: Temporal.PlainDate): number {
  let days = 0;
  for (let each = beginsOn; Temporal.PlainDate.compare(each, day) < 0; each = each.add({ days: 1 })) if (!isRestDay(rests, each)) days++;
  return days;
}

/** The last day of a round of 26 weeks that began on `beginsOn`. */
export function lastDay(beginsOn: Temporal.PlainDate, rests: readonly PauseWeek[]): Temporal.PlainDate {
  let day = beginsOn;
  for (let left = ROUND_DAYS; ; day = day.add({ days: 1 })) {
    if (!isRestDay(rests, day)) left--;
    if (left === 0) return day;
  }
}

/** The first day of the round's clock after `count` of its days. */
export function firstDayAfter(beginsOn: Temporal.PlainDate, rests: readonly PauseWeek[], count: number): Temporal.PlainDate {
  if (rests.length === 0) return beginsOn.add({ days: count });
  let day = beginsOn;
  for (let left = count; left > 0; day = day.add({ days: 1 })) if (!isRestDay(rests, day)) left--;
  while (isRestDay(rests, day)) day = day.add({ days: 1 });
  return day;
}

/** Whether more than eight weeks of a round remain on `day`. */
export function isTimeLeft(beginsOn: Temporal.PlainDate, rests: readonly PauseWeek[], day: Temporal.PlainDate): boolean {
  return ROUND_DAYS - daysRun(beginsOn, rests, day) > LEAST_DAYS;
}
