// When the space of a forum opens: about a day before, and on a day on which people work, since whoever is let into a channel hears of it. Pure.
import type { Temporal } from 'temporal-polyfill';
import { at, dayOf } from '../../../../platform/clock.ts';
import type { PauseWeek } from '../../../founding/pause-weeks.ts';
import type { Programme } from '../../../founding/programmes.ts';
import { workingDayBefore } from '../../../founding/rests.ts';

/** Nobody is let into a channel earlier or later in the day than this. */
const EARLIEST = '08:30';
const LATEST = '17:00';
/** Where a programme rests for long, people have to be told on a day of rest. */
const A_DAY = { hours: 24 };

/** The hour of the forum on the last working day before it, on the programme's clock. */
export function spaceOpensAt(
  starts: Temporal.Instant,
  { timeZone, workingDays }: Pick<Programme, 'timeZone' | 'workingDays'>,
  rests: readonly PauseWeek[],
): Temporal.Instant {
  const day = workingDayBefore(dayOf(starts, timeZone), { days: workingDays, rests });
  if (!day) return starts.subtract(A_DAY);
  const hour = starts.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  const time = [EARLIEST, hour, LATEST].sort()[1] as string;
  return at(day, time, timeZone);
}
