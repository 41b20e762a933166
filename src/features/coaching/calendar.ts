// The programme's clock: which days belong to which of a round's thirteen fortnights. A fortnight is fourteen calendar days on which the
// programme is not resting; a pause week stops the clock, and every later day moves. Pure; a day has no time zone yet (see hours.ts).
import { Temporal } from 'temporal-polyfill';
import { fortnightsInRound } from '../../platform/content/elements.ts';
import { remembering } from '../../platform/remembering.ts';

const WEEK = 7;

/** Days on which the programme rests, both ends included. */
export interface Rest {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** All that the clock of a round needs: its first day, and when it rests (in order, without overlaps: `roundCalendar` sees to that). */
export interface RoundCalendar {
  beginsOn: Temporal.PlainDate;
  rests: readonly Rest[];
}

/** The days of one fortnight: its first day, the day after its first week, and the day on which the next one begins. */
export interface FortnightDays {
  first: Temporal.PlainDate;
  firstWeekEnds: Temporal.PlainDate;
  next: Temporal.PlainDate;
}

/** The calendar of a round that begins on `beginsOn` (`YYYY-MM-DD`) in a programme that rests when it rests. */
export function roundCalendar(beginsOn: string, rests: readonly Rest[]): RoundCalendar {
  const key = [beginsOn, ...rests.map(({ from, to }) => `${from}/${to}`)].join();
  return calendars(key, () => ({ beginsOn: Temporal.PlainDate.from(beginsOn), rests: merged(rests) }));
}

/** Everyone in a round has the same one, and whatever is worked out for it is worked out once. */
const calendars = remembering<RoundCalendar>(1_000);

/** The days of fortnight `n` (1 to 13). */
export function fortnightDays(calendar: RoundCalendar, n: number): FortnightDays {
  const known = worked.get(calendar) ?? new Map<number, FortnightDays>();
  worked.set(calendar, known);
  const days = known.get(n) ?? daysOf(calendar, n);
  known.set(n, days);
  return days;
}

/** A calendar does not change, and most pairs of a round share one. */
const worked = new WeakMap<RoundCalendar, Map<number, FortnightDays>>();

function daysOf(calendar: RoundCalendar, n: number): FortnightDays {
  const start = 2 * WEEK * (n - 1);
  return {
    first: runningDay(calendar, start),
    firstWeekEnds: runningDay(calendar, start + WEEK - 1).add({ days: 1 }),
    next: runningDay(calendar, start + 2 * WEEK),
  };
}

/** Where `day` lies: a fortnight's number, `before` the first or `after` the last. A day of rest belongs to the fortnight it interrupts. */
export function fortnightOn(calendar: RoundCalendar, day: Temporal.PlainDate): number | 'before' | 'after' {
  if (before(day, fortnightDays(calendar, 1).first)) return 'before';
  for (let n = 1; n <= fortnightsInRound; n++) if (before(day, fortnightDays(calendar, n).next)) return n;
  return 'after';
}

/** The seven days of the first week of fortnight `n` on which the programme runs. */
export function firstWeek(calendar: RoundCalendar, n: number): Temporal.PlainDate[] {
  return Array.from({ length: WEEK }, (_, day) => runningDay(calendar, 2 * WEEK * (n - 1) + day));
}

/** The `index`-th day (0 is the first) on which the round runs, counted over the days of rest. */
function runningDay(calendar: RoundCalendar, index: number): Temporal.PlainDate {
  let day = calendar.beginsOn.add({ days: index });
  for (const rest of calendar.rests) {
    const from = before(rest.from, calendar.beginsOn) ? calendar.beginsOn : rest.from;
    if (before(day, from) || before(rest.to, from)) continue;
    day = day.add({ days: from.until(rest.to).days + 1 });
  }
  return day;
}

/** In order of time and without overlaps, so that no day of rest is counted twice. */
function merged(rests: readonly Rest[]): Rest[] {
  const inOrder = [...rests].sort((a, b) => Temporal.PlainDate.compare(a.from, b.from));
  const whole: Rest[] = [];
  for (const rest of inOrder) {
    const last = whole.at(-1);
    if (last && !before(last.to.add({ days: 1 }), rest.from)) {
      if (before(last.to, rest.to)) whole[whole.length - 1] = { from: last.from, to: rest.to };
    } else if (!before(rest.to, rest.from)) whole.push(rest);
  }
  return whole;
}

function before(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}
