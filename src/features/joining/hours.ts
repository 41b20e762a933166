// When word of a partner may reach a leader: on their own working days, in their own hours, between 08:30 and 17:30 where they are. Pure.
import type { Temporal } from 'temporal-polyfill';
import { at, isBefore } from '../../platform/clock.ts';
import type { Leader } from './leaders.ts';
import { isAway, returnsAt } from './plan.ts';

const EARLIEST = '08:30';
const LATEST = '17:30';
const DAYS_AHEAD = 8;

type Hours = Pick<Leader, 'timeZone' | 'workingDays' | 'workingFrom' | 'workingTo'>;

/** The first instant at or after `instant` at which the leader works; whoever is away hears when they are back. */
export function politeMoment(
  leader: Hours & Pick<Leader, 'pausedAt' | 'pausedUntil' | 'leftAt'>,
  instant: Temporal.Instant,
): Temporal.Instant {
  const today = instant.toZonedDateTimeISO(leader.timeZone).toPlainDate();
  const back = isAway(leader, today) ? returnsAt(leader) : undefined;
  return soonest(leader, back && isBefore(instant, back) ? back : instant);
}

function soonest(hours: Hours, instant: Temporal.Instant): Temporal.Instant {
  const today = instant.toZonedDateTimeISO(hours.timeZone).toPlainDate();
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const day = today.add({ days: ahead });
    if (!hours.workingDays.includes(day.dayOfWeek)) continue;
    const { opens, closes } = frame(hours, day);
    const candidate = isBefore(instant, opens) ? opens : instant;
    if (isBefore(candidate, closes)) return candidate;
  }
  return instant;
}

/** The part of the working day between 08:30 and 17:30; where nothing of it lies there, the working day itself: its owner sleeps by day. */
function frame(
  { workingFrom, workingTo, timeZone }: Hours,
  day: Temporal.PlainDate,
): { opens: Temporal.Instant; closes: Temporal.Instant } {
  const overnight = workingTo <= workingFrom;
  const from = workingFrom > EARLIEST ? workingFrom : EARLIEST;
  const to = overnight || workingTo > LATEST ? LATEST : workingTo;
  if (from < to) return { opens: at(day, from, timeZone), closes: at(day, to, timeZone) };
  return { opens: at(day, workingFrom, timeZone), closes: at(overnight ? day.add({ days: 1 }) : day, workingTo, timeZone) };
}
