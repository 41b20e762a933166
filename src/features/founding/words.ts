// Days, times, numbers and lists as people say them. Every room says them this way. Pure.
import { Temporal } from 'temporal-polyfill';

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const MONTHS = [
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

/** `Tuesday 12 January 2027`. */
export function dayInWords(day: Temporal.PlainDate): string {
  return `${weekdayInWords(day.dayOfWeek)} ${day.day} ${MONTHS[day.month - 1]} ${day.year}`;
}

/** `HH:MM` as `2pm`, `9:30am`, `noon` or `midnight`. */
export function timeInWords(time: string): string {
  const { hour, minute } = Temporal.PlainTime.from(time);
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** `Tuesday 12 January 2027 at 9:30am`, as clocks in `zone` show it. */
export function momentInWords(instant: Temporal.Instant, zone: string): string {
  const there = instant.toZonedDateTimeISO(zone);
  const time = `${String(there.hour).padStart(2, '0')}:${String(there.minute).padStart(2, '0')}`;
  return `${dayInWords(there.toPlainDate())} at ${timeInWords(time)}`;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayInWords(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}

/** `Monday to Friday`, or `Monday, Tuesday and Thursday`. */
export function weekdaysInWords(weekdays: readonly number[]): string {
  const days = [...weekdays].sort();
  const first = days[0];
  const last = days.at(-1);
  const unbroken = first !== undefined && last !== undefined && days.length > 2 && last - first === days.length - 1;
  return unbroken ? `${weekdayInWords(first)} to ${weekdayInWords(last)}` : listInWords(days.map(weekdayInWords));
}

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** `1 leader`, `12 leaders`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
