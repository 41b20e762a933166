// The timeline over the control API: its weeks with how much happened in each, and the days of those that are asked for.
import { z } from 'zod';
import type { ControlRequest } from '../control.ts';
import type { Entry, Timeline } from '../timeline/entries.ts';
import { themes } from '../timeline/themes.ts';

export interface TimelineSight {
  entries: Timeline;
  /** The programme's zone: its days are the timeline's. */
  zone: () => string;
}

/** More than anybody's week, and little enough to be drawn at once. */
const MOST = 1_000;

const day = z.iso.date();
const wanted = z.object({ person: z.string(), pair: z.string(), kind: z.enum(themes), from: day, until: day }).partial();

/** `person`, `pair` and `kind` narrow it; with `from` or `until` come the days from and before those, oldest first. */
export function timeline(sight: TimelineSight | undefined, { query }: ControlRequest): Record<string, unknown> {
  if (!sight) throw new Error('There is no timeline here.');
  const read = wanted.safeParse(Object.fromEntries([...query].filter(([, value]) => value !== '')));
  if (!read.success) throw new Error(`A timeline has person, pair, from and until (days), and kind: one of ${themes.join(', ')}.`);
  const { kind: theme, from, until, ...who } = read.data;
  const { entries } = sight;
  const all = entries.select({ ...who, theme });
  const asked = from === undefined && until === undefined ? undefined : entries.select({ ...who, theme, from, until });
  return {
    zone: sight.zone(),
    total: all.length,
    weeks: weeksOf(all),
    pairs: [...entries.pairs.values()].map(({ id, people, since }) => ({ id, people, since: new Date(since).toISOString() })),
    ...(asked && { days: daysOf(asked.slice(0, MOST)), left: Math.max(0, asked.length - MOST) }),
  };
}

/** Every week from the first to the last, also those in which nothing happened. */
function weeksOf(entries: readonly Entry[]): { week: string; counts: Record<string, number> }[] {
  const weeks = new Map<string, Record<string, number>>();
  for (const { week, theme } of entries) {
    const counts = weeks.get(week) ?? {};
    counts[theme] = (counts[theme] ?? 0) + 1;
    weeks.set(week, counts);
  }
  const known = [...weeks.keys()].sort();
  const all: { week: string; counts: Record<string, number> }[] = [];
  for (let week = known[0]; week !== undefined && week <= (known.at(-1) ?? ''); week = weekAfter(week))
    all.push({ week, counts: weeks.get(week) ?? {} });
  return all;
}

function weekAfter(week: string): string {
  return new Date(Date.parse(week) + 7 * 86_400_000).toISOString().slice(0, 10);
}

function daysOf(entries: readonly Entry[]): { day: string; entries: Record<string, unknown>[] }[] {
  const days = new Map<string, Record<string, unknown>[]>();
  for (const { day: on, week: _week, at, ...entry } of entries) {
    const lines = days.get(on) ?? [];
    lines.push({ ...entry, at: new Date(at).toISOString() });
    days.set(on, lines);
  }
  return [...days].map(([on, lines]) => ({ day: on, entries: lines }));
}
