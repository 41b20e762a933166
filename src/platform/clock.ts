// Instants as the database keeps them, and days as a programme counts them. Pure: the present is always an argument.
import { Temporal } from 'temporal-polyfill';
import { remembering } from './remembering.ts';

/** `2027-01-12T09:30:00.000Z`: the one form in which an instant is stored. Fixed width, so that the order of the texts is the order of time. */
export function stamp(instant: Temporal.Instant): string {
  return stamps(String(instant.epochMilliseconds), () => instant.toString({ smallestUnit: 'millisecond' }));
}

/** One verb stamps its one instant a dozen times. */
const stamps = remembering<string>(1_000);

/** The instant that `stamp` wrote; any other form of an instant is read as well. */
export function instantOf(text: string): Temporal.Instant {
  const ms = STAMPED.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? Temporal.Instant.from(text) : Temporal.Instant.fromEpochMilliseconds(ms);
}

const STAMPED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The day that a text such as `2027-01-12` names. The same few days are read again and again. */
export function dayNamed(text: string): Temporal.PlainDate {
  return namedDays(text, () => Temporal.PlainDate.from(text));
}

const namedDays = remembering<Temporal.PlainDate>(5_000);

/** The earliest of the given instants; `undefined` entries do not count. */
export function earliest(...instants: readonly (Temporal.Instant | undefined)[]): Temporal.Instant | undefined {
  return instants.reduce((first, each) => (first === undefined || (each && isBefore(each, first)) ? each : first), undefined);
}

export function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

/** Whether `zone` is an IANA time zone this machine knows. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return zone.includes('/') || zone === 'UTC';
  } catch {
    return false;
  }
}

/** The calendar day on which `instant` falls in `zone`. */
export function dayOf(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return days(`${instant.epochMilliseconds} ${zone}`, () => instant.toZonedDateTimeISO(zone).toPlainDate());
}

/** Everyone in a programme is asked about the same moment. */
const days = remembering<Temporal.PlainDate>(5_000);

/**
 * The instant of `time` (`09:30`) on `day` in `zone`. A time that the clocks skip becomes the first instant after the gap, a time that
 * happens twice the first of the two.
 */
export function at(day: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  return instants(`${day} ${time} ${zone}`, () => instantAt(day, time, zone));
}

/** Whether the clocks in `zone` skip `time` (`09:30`) on `day`: then nobody can mean it. */
export function isSkipped(day: Temporal.PlainDate, time: string, zone: string): boolean {
  return at(day, time, zone).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }) !== time;
}

/** A round asks for the same few thousand instants again and again, and each takes its time to find. */
const instants = remembering<Temporal.Instant>(20_000);

function instantAt(day: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  const wanted = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const first = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (first.toPlainDateTime().equals(wanted)) return first.toInstant();
  const afterGap = first.getTimeZoneTransition('next');
  return (afterGap ?? wanted.toZonedDateTime(zone)).toInstant();
}

/** The first day on or after `day` whose ISO weekday (1 is Monday) is one of `weekdays`. */
export function onOrAfter(day: Temporal.PlainDate, weekdays: readonly number[]): Temporal.PlainDate {
  return day.add({ days: daysUntil(day.dayOfWeek, weekdays) });
}

/** How many days lie between a day of the week and the next that is one of `weekdays`; none where it is one itself. */
function daysUntil(weekday: number, weekdays: readonly number[]): number {
  for (let ahead = 0; ahead < 7; ahead += 1) if (weekdays.includes(((weekday + ahead - 1) % 7) + 1)) return ahead;
  throw new RangeError('no such weekday');
}

/** `count` working days after `day`; `day` itself does not count. */
export function plusWorkingDays(day: Temporal.PlainDate, count: number, workingDays: readonly number[]): Temporal.PlainDate {
  let ahead = 0;
  for (let counted = 0; counted < count; counted += 1) ahead += 1 + daysUntil(day.dayOfWeek + ahead + 1, workingDays);
  return day.add({ days: ahead });
}

/** `Tuesday 12 January 2027`: how a day is said to people. */
export function sayDay(day: Temporal.PlainDate): string {
  return `${weekdayName(day.dayOfWeek)} ${day.day} ${months[day.month - 1]} ${day.year}`;
}

/** `9:30am`, `2pm`: how a time of day (`09:30`) is said to people. */
export function sayTime(time: string): string {
  return times(time, () => timeInWords(time));
}

const times = remembering<string>(1_440);

function timeInWords(time: string): string {
  const { hour, minute } = Temporal.PlainTime.from(time);
  const half = hour < 12 ? 'am' : 'pm';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${half}`;
}

/** `Tuesday` for 2. */
export function weekdayName(isoWeekday: number): string {
  const name = weekdays[isoWeekday - 1];
  if (name === undefined) throw new RangeError('a weekday is a number from 1 to 7');
  return name;
}

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
