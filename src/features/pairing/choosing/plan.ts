// When leaders choose each other, and who may ask whom. Pure. Of private lists nothing is known here, so that no refusal can depend on one.
import { Temporal } from 'temporal-polyfill';
import { at, dayOf, isBefore } from '../../../platform/clock.ts';
import type { PauseWeek } from '../../founding/pause-weeks.ts';
import type { RoundDay } from '../../founding/plan.ts';
import type { Programme } from '../../founding/programmes.ts';
import { isRestDay } from '../../founding/rests.ts';
import { firstDayAfter } from '../../founding/round-days.ts';

/** Nine fortnights: sign-up for the next round opens with the tenth. */
const NINE_FORTNIGHTS = 9 * 14;
const WEEKS_BEFORE = 4;
/** So many working days before its round the choosing is over: organisers look at whole rounds, and the bot pairs the rest. */
const WORKING_DAYS_BEFORE = 5;
const FARTHEST = 366;

/** When partners for one round are chosen, in days of the programme's zone. */
export interface Season {
  number: number;
  roundOn: Temporal.PlainDate;
  opensOn: Temporal.PlainDate;
  /** The last day on which anything can be chosen or undone. */
  lastDay: Temporal.PlainDate;
}

export interface SeasonFacts {
  next: RoundDay;
  /** The first day of the round that runs. */
  runningSince?: Temporal.PlainDate | undefined;
  workingDays: Programme['workingDays'];
  rests: readonly PauseWeek[];
}

/** From fortnight 10 of the round that runs, or four weeks before, whichever is first; until some working days before the round. */
export function seasonOf({ next, runningSince, workingDays, rests }: SeasonFacts): Season {
  const weeks = next.on.subtract({ weeks: WEEKS_BEFORE });
  const tenth = runningSince && firstDayAfter(runningSince, rests, NINE_FORTNIGHTS);
  const opensOn = tenth && Temporal.PlainDate.compare(tenth, weeks) < 0 ? tenth : weeks;
  return { number: next.number, roundOn: next.on, opensOn, lastDay: workingDaysBefore(next.on, workingDays, rests) };
}

function workingDaysBefore(day: Temporal.PlainDate, workingDays: readonly number[], rests: readonly PauseWeek[]): Temporal.PlainDate {
  let found = day;
  for (let back = 1, left = WORKING_DAYS_BEFORE; back <= FARTHEST && left > 0; back++) {
    found = day.subtract({ days: back });
    if (workingDays.includes(found.dayOfWeek) && !isRestDay(rests, found)) left--;
    if (left === 0) return found;
  }
  return day.subtract({ days: WORKING_DAYS_BEFORE });
}

type Zoned = Pick<Programme, 'timeZone'>;

/** The instant at which the last day is over. */
export function endOf({ lastDay }: Season, { timeZone }: Zoned): Temporal.Instant {
  return at(lastDay.add({ days: 1 }), '00:00', timeZone);
}

export function opensAt({ opensOn }: Season, { timeZone }: Zoned): Temporal.Instant {
  return at(opensOn, '00:00', timeZone);
}

export type Phase = 'before' | 'open' | 'over';

export function phaseOf(season: Season, programme: Zoned, now: Temporal.Instant): Phase {
  if (!isBefore(now, endOf(season, programme))) return 'over';
  return Temporal.PlainDate.compare(dayOf(now, programme.timeZone), season.opensOn) < 0 ? 'before' : 'open';
}

/** What is known of everyone who takes part in the round. */
export interface Choosers {
  /** Function as it is compared, by id. */
  leaders: ReadonlyMap<string, string>;
  lines: ReadonlyMap<string, readonly string[]>;
  /** With whom each was in the rounds that are remembered. */
  past: ReadonlyMap<string, ReadonlySet<string>>;
  /** With whom an organiser will not see them. */
  forbidden: ReadonlyMap<string, ReadonlySet<string>>;
}

/** `away`: does not take part in the round, for whatever reason. */
export type Obstacle = 'away' | 'line' | 'forbidden' | 'repeat' | 'function';

/** The rule that keeps two people apart; nothing where they may choose each other. `one` is who asks. */
export function obstacle(choosers: Choosers, one: string, other: string): Obstacle | undefined {
  const never = neverTogether(choosers, one, other);
  if (never) return never;
  const soft = unwanted(choosers, one, other);
  return soft && hasAnybodyElse(choosers, one) ? soft : undefined;
}

/** The rules that are never broken. */
export function neverTogether(choosers: Choosers, one: string, other: string): Obstacle | undefined {
  if (!choosers.leaders.has(one) || !choosers.leaders.has(other)) return 'away';
  if (choosers.forbidden.get(one)?.has(other)) return 'forbidden';
  const onLine = choosers.lines.get(one)?.includes(other) ?? false;
  return onLine && !leadsAll(choosers, one) && !leadsAll(choosers, other) ? 'line' : undefined;
}

/** Whoever leads everybody is with somebody who wants it: both say so by choosing each other. */
function leadsAll({ leaders, lines }: Choosers, one: string): boolean {
  const line = new Set(lines.get(one) ?? []);
  return [...leaders.keys()].every((other) => other === one || line.has(other));
}

/** What is kept from as long as anybody else is possible. */
function unwanted({ leaders, past }: Choosers, one: string, other: string): Obstacle | undefined {
  if (past.get(one)?.has(other)) return 'repeat';
  return leaders.get(one) === leaders.get(other) ? 'function' : undefined;
}

function hasAnybodyElse(choosers: Choosers, one: string): boolean {
  for (const other of choosers.leaders.keys())
    if (other !== one && !neverTogether(choosers, one, other) && !unwanted(choosers, one, other)) return true;
  return false;
}
