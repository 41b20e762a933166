// When a message may reach a leader: on their own working days, inside their own hours, between 08:30 and 17:30 where they are, and not on days
// of rest. Pure; windows that were worked out are remembered, since a round asks for the same ones thousands of times.
import { Temporal } from 'temporal-polyfill';
import { at } from '../../platform/clock.ts';
import { isRestDay } from '../founding/rests.ts';
import { alike } from './alike.ts';
import type { Leader } from './leaders.ts';
import { isAway, returnsAt } from './plan.ts';

const EARLIEST = '08:30';
const LATEST = '17:30';
/** Farther ahead nobody has a working day: three weeks of rest and a week to find one. */
const DAYS_AHEAD = 28;
/** So much is remembered at once; then all is forgotten and worked out anew. */
const REMEMBERED = 20_000;

export interface Hours {
  /** IANA name. */
  zone: string;
  /** 1 is Monday, 7 is Sunday. */
  days: readonly number[];
  /** `HH:MM`; where `to` is not after `from`, the working day runs over midnight. */
  from: string;
  to: string;
  /** Days on which nothing is said, both ends included. */
  rests: readonly { from: Temporal.PlainDate; to: Temporal.PlainDate }[];
}

/** A stretch of one day in which somebody may be reached, in milliseconds since 1970; `closes` no longer belongs to it. */
export interface Window {
  opens: number;
  closes: number;
  /** The day where the reader is, and the Monday of its week. */
  day: string;
  week: string;
}

/** The day on which an instant falls where somebody is, and the Monday of its week. */
export interface DayAndWeek {
  day: string;
  week: string;
}

/** The first instant at or after `instant` that lies in `hours`; `undefined` where there is none within four weeks. */
export function soonest(hours: Hours, instant: Temporal.Instant): Temporal.Instant | undefined {
  const from = instant.epochMilliseconds;
  const first = windowsFrom(hours, from).find(({ closes }) => closes > from);
  if (!first) return undefined;
  return first.opens <= from ? instant : Temporal.Instant.fromEpochMilliseconds(first.opens);
}

/** The windows of four weeks from the day of `from` (milliseconds) on, in order; the first may have passed. */
export function windowsFrom(hours: Hours, from: number): readonly Window[] {
  const { day } = dayAndWeek(hours.zone, from);
  const own = ofHours.get(hours) ?? new Map<string, readonly Window[]>();
  ofHours.set(hours, own);
  const found = own.get(day) ?? windowsOn(hours, day);
  own.set(day, found);
  return found;
}

function windowsOn(hours: Hours, day: string): readonly Window[] {
  return remembered(windows, `${day} ${alike(hours)}`, () => {
    const first = Temporal.PlainDate.from(day);
    const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) => first.add({ days: ahead }));
    return days.filter((each) => worksOn(hours, each)).map((each) => ({ ...frame(hours, each), ...labelled(each) }));
  });
}

export function dayAndWeek(zone: string, ms: number): DayAndWeek {
  return remembered(labels, `${ms} ${zone}`, () =>
    labelled(Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate()),
  );
}

/** The first instant at or after `instant` at which the leader works; whoever is away hears when they are back. */
export function politeMoment(
  leader: Pick<Leader, 'timeZone' | 'workingDays' | 'workingFrom' | 'workingTo' | 'pausedAt' | 'pausedUntil' | 'leftAt'>,
  instant: Temporal.Instant,
): Temporal.Instant {
  const today = instant.toZonedDateTimeISO(leader.timeZone).toPlainDate();
  const back = isAway(leader, today) ? returnsAt(leader) : undefined;
  const wanted = back && Temporal.Instant.compare(instant, back) < 0 ? back : instant;
  return soonest(hoursOfLeader(leader), wanted) ?? wanted;
}

/** When a letter that is enqueued now may be delivered to a leader, as `Letter.windows` takes it: in their hours of four weeks, until `to`. */
export function politeWindows(
  hours: Hours,
  from: Temporal.Instant,
  to?: Temporal.Instant,
): { opens: Temporal.Instant; closes: Temporal.Instant }[] {
  const [first, last] = [from.epochMilliseconds, to?.epochMilliseconds ?? Number.POSITIVE_INFINITY];
  return windowsFrom(hours, first)
    .filter(({ opens, closes }) => closes > first && opens < last)
    .map(({ opens, closes }) => ({
      opens: Temporal.Instant.fromEpochMilliseconds(Math.max(opens, first)),
      closes: Temporal.Instant.fromEpochMilliseconds(Math.min(closes, last)),
    }));
}

/** The hours a leader has set, with the days on which their programme rests. */
export function hoursOfLeader(
  leader: Pick<Leader, 'timeZone' | 'workingDays' | 'workingFrom' | 'workingTo'>,
  rests: Hours['rests'] = [],
): Hours {
  return { zone: leader.timeZone, days: leader.workingDays, from: leader.workingFrom, to: leader.workingTo, rests };
}

function worksOn(hours: Hours, day: Temporal.PlainDate): boolean {
  return hours.days.includes(day.dayOfWeek) && !isRestDay(hours.rests, day);
}

/**
 * The part of the working day that lies between 08:30 and 17:30; where nothing does, the working day itself: its owner sleeps by day. What lies
 * after midnight is left out, so that a window belongs to one day.
 */
function frame(hours: Hours, day: Temporal.PlainDate): { opens: number; closes: number } {
  const ms = (on: Temporal.PlainDate, time: string) => at(on, time, hours.zone).epochMilliseconds;
  const overnight = hours.to <= hours.from;
  const from = hours.from > EARLIEST ? hours.from : EARLIEST;
  const to = overnight || hours.to > LATEST ? LATEST : hours.to;
  if (from < to) return { opens: ms(day, from), closes: ms(day, to) };
  return { opens: ms(day, hours.from), closes: overnight ? ms(day.add({ days: 1 }), '00:00') : ms(day, hours.to) };
}

function labelled(day: Temporal.PlainDate): DayAndWeek {
  return { day: day.toString(), week: day.subtract({ days: day.dayOfWeek - 1 }).toString() };
}

const ofHours = new WeakMap<Hours, Map<string, readonly Window[]>>();
const windows = new Map<string, readonly Window[]>();
const labels = new Map<string, DayAndWeek>();

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, made);
  return made;
}
