// Days as people write them. Pure.
import { Temporal } from 'temporal-polyfill';
import { months, onOrAfter, weekdays } from '../clock.ts';

/**
 * A day as people write it, seen from `today`: `2027-01-15`, `15 January`, `monday`, `next monday`, `tomorrow`, `3 weeks`, each also after
 * `until`, `on`, `for`, `in`. A day and month without a year is the next such day. `undefined` when it is none of these.
 */
export function readDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const said = text
    .toLowerCase()
    .replace(/[.,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(until|till|on|for|in)\s+/, '');
  return isoDay(said) ?? namedDay(said, today) ?? distance(said, today) ?? dayAndMonth(said, today);
}

/** `2027-01-15`, if there is such a day. */
export function isoDay(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  return tryDay(() => Temporal.PlainDate.from(text));
}

function namedDay(said: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (said === 'today') return today;
  if (said === 'tomorrow') return today.add({ days: 1 });
  const name = said.replace(/^next\s+/, '');
  if (name === 'week' && said !== name) return onOrAfter(today.add({ days: 1 }), [1]);
  const weekday = name.length < 3 ? -1 : weekdays.findIndex((each) => each.toLowerCase().startsWith(name));
  return weekday < 0 ? undefined : onOrAfter(today.add({ days: 1 }), [weekday + 1]);
}

function distance(said: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const match = /^(\d{1,3}|an?|one|two|three|four|six) (day|week|month)s?$/.exec(said);
  if (!match) return undefined;
  const count = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, six: 6 }[match[1] ?? ''] ?? Number(match[1]);
  return today.add({ [`${match[2]}s`]: count });
}

function dayAndMonth(said: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const match =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>[a-z]{3,})(?: (?<year>\d{4}))?$/.exec(said) ??
    /^(?<month>[a-z]{3,}) (?<day>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/.exec(said);
  const { day, month: name = '-', year } = match?.groups ?? {};
  const month = months.findIndex((each) => each.toLowerCase().startsWith(name)) + 1;
  if (month === 0) return undefined;
  const inYear = (number: number) =>
    tryDay(() => Temporal.PlainDate.from({ year: number, month, day: Number(day) }, { overflow: 'reject' }));
  if (year) return inYear(Number(year));
  const thisYear = inYear(today.year);
  return thisYear && Temporal.PlainDate.compare(thisYear, today) >= 0 ? thisYear : inYear(today.year + 1);
}

function tryDay(make: () => Temporal.PlainDate): Temporal.PlainDate | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
