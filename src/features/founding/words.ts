// Lists, counts, weekdays and moments as people say them; single days and times are said by `platform/clock.ts`. Pure.
import type { Temporal } from 'temporal-polyfill';
import { sayDay, sayTime, weekdayName } from '../../platform/clock.ts';

/** `Tuesday 12 January 2027 at 9:30am`, as clocks in `zone` show it. */
export function sayMoment(instant: Temporal.Instant, zone: string): string {
  const there = instant.toZonedDateTimeISO(zone);
  return `${sayDay(there.toPlainDate())} at ${sayTime(there.toPlainTime().toString({ smallestUnit: 'minute' }))}`;
}

/** `New York`: the city by which people know a time zone. */
export function sayZone(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** `Monday to Friday`, or `Monday, Tuesday and Thursday`. */
export function sayWeekdays(weekdays: readonly number[]): string {
  const days = [...weekdays].sort((a, b) => a - b);
  const first = days[0];
  const last = days.at(-1);
  const unbroken = first !== undefined && last !== undefined && days.length > 2 && last - first === days.length - 1;
  return unbroken ? `${weekdayName(first)} to ${weekdayName(last)}` : sayList(days.map(weekdayName));
}

/** `a`, `a and b`, `a, b and c`. */
export function sayList(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** `1 leader`, `12 leaders`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A text of `content/` with what fills its blanks, so that what is decided can be told without words being made up on the way. */
export interface Saying {
  id: string;
  blanks: Record<string, string | number>;
}
