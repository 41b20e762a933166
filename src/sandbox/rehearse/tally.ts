// What a rehearsal comes to: how many messages of each kind in each week, and whether anybody would have heard too much, too late or twice. Pure.
import { Temporal } from 'temporal-polyfill';
import type { Line } from '../colleagues/transcript.ts';

/** programme.md §1.6, rule 1. */
const MOST_A_WEEK = 2;
const MOST_A_DAY = 1;
const MOST_EXAMPLES = 20;
const POLITE = { from: '08:30', to: '17:30' };

export interface Tally {
  add: (line: Line) => void;
  done: () => Outcome;
}

export interface Outcome {
  messages: number;
  readers: number;
  /** By kind, by week from the first message on (0 is the first week): how many were received. */
  byKind: ReadonlyMap<string, ReadonlyMap<number, number>>;
  weeks: number;
  /** Messages that nobody had asked for: beyond the limits, outside of their reader's hours, and any message that came twice. */
  tooManyInAWeek: number;
  tooManyInADay: number;
  outsideHours: number;
  twice: number;
  /** The first few of them, for whoever looks into it. */
  examples: readonly string[];
  /** Unprompted messages of the fullest half-year of one person, and of the median one. */
  most: number;
  median: number;
}

export function openTally(began: Temporal.Instant): Tally {
  const byKind = new Map<string, Map<number, number>>();
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const people = new Map<string, number>();
  const faults = { tooManyInAWeek: 0, tooManyInADay: 0, outsideHours: 0, twice: 0 };
  const examples: string[] = [];
  let messages = 0;
  let weeks = 0;
  const blame = (what: keyof typeof faults, { at, to, kind, key }: Line) => {
    faults[what] += 1;
    if (examples.length < MOST_EXAMPLES) examples.push(`${what}: ${at} ${to} ${kind} ${key}`);
  };
  return {
    add: (line) => {
      const instant = Temporal.Instant.from(line.at);
      const week = Math.floor(began.until(instant).total('hours') / 168);
      messages += 1;
      weeks = Math.max(weeks, week + 1);
      const ofKind = byKind.get(line.kind) ?? new Map<number, number>();
      byKind.set(line.kind, ofKind.set(week, (ofKind.get(week) ?? 0) + 1));
      if (line.key !== '' && seen.has(`${line.to} ${line.key}`)) blame('twice', line);
      seen.add(`${line.to} ${line.key}`);
      people.set(line.to, (people.get(line.to) ?? 0) + (line.unprompted ? 1 : 0));
      if (!line.unprompted) return;
      const local = instant.toZonedDateTimeISO(line.timeZone);
      const monday = local.toPlainDate().subtract({ days: local.dayOfWeek - 1 });
      if (another(counts, `${line.to} ${monday}`) > MOST_A_WEEK) blame('tooManyInAWeek', line);
      if (another(counts, `${line.to} ${local.toPlainDate()} day`) > MOST_A_DAY) blame('tooManyInADay', line);
      if (!isPolite(line, local)) blame('outsideHours', line);
    },
    done: () => {
      const each = [...people.values()].sort((a, b) => a - b);
      const [most = 0, median = 0] = [each.at(-1), each[each.length >> 1]];
      return { messages, readers: people.size, byKind, weeks, ...faults, examples, most, median };
    },
  };
}

/** Counts one more under `key`; returns how many there are now. */
function another(counts: Map<string, number>, key: string): number {
  const now = (counts.get(key) ?? 0) + 1;
  counts.set(key, now);
  return now;
}

/** On a working day of theirs, in their hours, between 08:30 and 17:30; where none of their hours lie there, in their hours. */
function isPolite({ workingDays, workingHours }: Line, local: Temporal.ZonedDateTime): boolean {
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const { from, to } = workingHours;
  if (to > from) {
    if (!workingDays.includes(local.dayOfWeek)) return false;
    const [opens, closes] = [from > POLITE.from ? from : POLITE.from, to < POLITE.to ? to : POLITE.to];
    return opens < closes ? time >= opens && time < closes : time >= from && time < to;
  }
  const evening = workingDays.includes(local.dayOfWeek) && time >= (from > POLITE.from ? from : POLITE.from);
  const morning = workingDays.includes(local.subtract({ days: 1 }).dayOfWeek) && time < to;
  return from < POLITE.to ? evening && time < POLITE.to : evening || morning;
}
