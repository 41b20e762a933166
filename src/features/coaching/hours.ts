// When a message may reach a leader: on their own working days, inside their own hours, between 08:30 and 17:30 where they are, and not
// while the programme rests. Moves an instant into those hours. Pure.
import { Temporal } from 'temporal-polyfill';
import { at, isBefore } from '../../platform/clock.ts';
import { firstWeek, fortnightDays, type Rest, type RoundCalendar } from './calendar.ts';

const EARLIEST = '08:30';
const LATEST = '17:30';
/** Farther ahead nobody has a working day: three weeks of rest and a week to find one. */
const DAYS_AHEAD = 28;

export interface Hours {
  /** IANA name. */
  zone: string;
  /** 1 is Monday, 7 is Sunday. */
  days: readonly number[];
  /** `HH:MM`; where `to` is not after `from`, the working day runs over midnight. */
  from: string;
  to: string;
  rests: readonly Rest[];
}

/** The usual day and time at which a leader wants to hear from the programme. */
export interface Usual {
  weekday: number;
  time: string;
}

/** When an opener is due, and from when it would be too late. */
export interface Slot {
  due: Temporal.Instant;
  closes: Temporal.Instant;
}

/** The first instant at or after `instant` that lies in `hours`; `undefined` where there is none within four weeks. */
export function soonest(hours: Hours, instant: Temporal.Instant): Temporal.Instant | undefined {
  const today = instant.toZonedDateTimeISO(hours.zone).toPlainDate();
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const day = today.add({ days: ahead });
    if (!worksOn(hours, day)) continue;
    const { opens, closes } = frame(hours, day);
    const candidate = isBefore(instant, opens) ? opens : instant;
    if (isBefore(candidate, closes)) return candidate;
  }
  return undefined;
}

/**
 * When the opener of fortnight `n` is due for a leader with these hours: on the usual weekday of its first week at the usual time, moved
 * into the hours. Who does not work from that day on gets it earlier in the week. `due` equals `closes` where there is no such moment.
 */
export function openerSlot(calendar: RoundCalendar, n: number, hours: Hours, usual: Usual): Slot {
  const week = firstWeek(calendar, n);
  const first = startOf(week[0] as Temporal.PlainDate, hours.zone);
  const closes = startOf(fortnightDays(calendar, n).firstWeekEnds, hours.zone);
  const day = week.find((each) => each.dayOfWeek === usual.weekday) ?? (week[0] as Temporal.PlainDate);
  for (const wish of [at(day, usual.time, hours.zone), first]) {
    const due = soonest(hours, wish);
    if (due && isBefore(due, closes)) return { due, closes };
  }
  return { due: closes, closes };
}

function startOf(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return at(day, '00:00', zone);
}

function worksOn(hours: Hours, day: Temporal.PlainDate): boolean {
  const resting = hours.rests.some(
    (rest) => Temporal.PlainDate.compare(rest.from, day) <= 0 && Temporal.PlainDate.compare(day, rest.to) <= 0,
  );
  return !resting && hours.days.includes(day.dayOfWeek);
}

/** The part of the working day that lies between 08:30 and 17:30; where nothing does, the working day itself: its owner sleeps by day. */
function frame(hours: Hours, day: Temporal.PlainDate): { opens: Temporal.Instant; closes: Temporal.Instant } {
  const overnight = hours.to <= hours.from;
  const from = hours.from > EARLIEST ? hours.from : EARLIEST;
  const to = overnight || hours.to > LATEST ? LATEST : hours.to;
  if (from < to) return { opens: at(day, from, hours.zone), closes: at(day, to, hours.zone) };
  return { opens: at(day, hours.from, hours.zone), closes: at(overnight ? day.add({ days: 1 }) : day, hours.to, hours.zone) };
}
