// When the space of a forum opens: about a day before, and on a day on which people work, since whoever is let into a channel hears of it. Pure.
import type { Temporal } from 'temporal-polyfill';
import { at, dayOf } from '../../../../platform/clock.ts';
import type { PauseWeek } from '../../../founding/pause-weeks.ts';
import type { Programme } from '../../../founding/programmes.ts';

/** Nobody is let into a channel earlier or later in the day than this. */
const EARLIEST = '08:30';
const LATEST = '17:00';
/** Where a programme rests for longer than this, people have to be told on a day of rest. */
const FARTHEST_DAYS = 21;
const A_DAY = { hours: 24 };

/** The hour of the forum on the last working day before it, on the programme's clock. */
export function spaceOpensAt(
  starts: Temporal.Instant,
  { timeZone, workingDays }: Pick<Programme, 'timeZone' | 'workingDays'>,
  rests: readonly PauseWeek[],
): Temporal.Instant {
  const first = dayOf(starts, timeZone).subtract({ days: 1 });
  const days = Array.from({ length: FARTHEST_DAYS }, (_, back) => first.subtract({ days: back }));
  const day = days.find((each) => workingDays.includes(each.dayOfWeek) && !rests.some((rest) => isWithin(rest, each)));
  if (!day) return starts.subtract(A_DAY);
  const hour = starts.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  const time = [EARLIEST, hour, LATEST].sort()[1] as string;
  return at(day, time, timeZone);
}

function isWithin({ from, to }: PauseWeek, day: Temporal.PlainDate): boolean {
  const name = day.toString();
  return from.toString() <= name && name <= to.toString();
}
