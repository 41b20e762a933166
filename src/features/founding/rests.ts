// Days of rest, both ends of a stretch included: whether a day is one of them, and the last working day before one. Pure.
import { Temporal } from 'temporal-polyfill';

export interface Rest {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

const THREE_WEEKS = 21;

export function isRestDay(rests: readonly Rest[], day: Temporal.PlainDate): boolean {
  return rests.some(({ from, to }) => Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0);
}

/** The last of the three weeks' days before `day` that is one of `days` (1 is Monday) and no day of rest; nothing where they hold none. */
export function workingDayBefore(
  day: Temporal.PlainDate,
  { days, rests }: { days: readonly number[]; rests: readonly Rest[] },
): Temporal.PlainDate | undefined {
  const before = Array.from({ length: THREE_WEEKS }, (_, back) => day.subtract({ days: back + 1 }));
  return before.find((each) => days.includes(each.dayOfWeek) && !isRestDay(rests, each));
}
