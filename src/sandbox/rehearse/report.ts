// A rehearsal as its organiser reads it: what everyone would have received, week by week, and whether anything would have been too much. Pure.

import type { Character, Temperament } from '../colleagues/temperaments.ts';
import type { GroupFigures } from './group-figures.ts';
import { groupLines } from './group-lines.ts';
import type { Outcome } from './tally.ts';

export interface Rehearsed {
  outcome: Outcome;
  characters: ReadonlyMap<string, Character>;
  acts: number;
  /** What people wanted to do and could not. */
  stumbles: readonly string[];
  /** What was given up and why: kind and reason, with how often. */
  skipped: readonly { what: string; because: string; times: number }[];
  rounds: readonly { number: number; began: string; pairs: number; trios: number }[];
  /** Missing where people were left to themselves. */
  groups?: GroupFigures;
  /** Faults the bot wrote into its log. */
  faults: readonly string[];
  seconds: number;
  megabytes: number;
}

export function reportData({ outcome, characters, ...rest }: Rehearsed): Record<string, unknown> {
  const byKind = Object.fromEntries([...outcome.byKind].map(([kind, weeks]) => [kind, Object.fromEntries(weeks)]));
  return { ...outcome, byKind, people: Object.fromEntries(peopleOf(characters)), ...rest };
}

export function reportLines(rehearsed: Rehearsed): string[] {
  const { outcome, characters, acts, stumbles, skipped, rounds, groups, faults, seconds, megabytes } = rehearsed;
  return [
    `${outcome.readers} people received ${outcome.messages} messages in ${outcome.weeks} weeks, and did ${acts} things themselves.`,
    `Unasked, the median person received ${outcome.median} in all, and nobody more than ${outcome.most}.`,
    '',
    'People',
    ...[...peopleOf(characters)].map(([kind, count]) => `  ${kind.padEnd(14)}${String(count).padStart(5)}`),
    '',
    'Rounds',
    ...rounds.map(
      ({ number, began, pairs, trios }) => `  round ${number}, from ${began}: ${pairs} pairs${trios > 0 ? `, ${trios} trio` : ''}`,
    ),
    ...(groups ? ['', 'Groups', ...groupLines(groups)] : []),
    '',
    'Messages by kind and week',
    ...table(outcome),
    '',
    'Given up, with the reason',
    ...(skipped.length === 0
      ? ['  nothing']
      : skipped.map(({ what, because, times }) => `  ${`${what}: ${because}`.padEnd(40)}${String(times).padStart(6)}`)),
    '',
    'What must not be',
    `  more than two unasked messages in a week   ${outcome.tooManyInAWeek}`,
    `  more than one in a day                     ${outcome.tooManyInADay}`,
    `  outside of somebody's hours                ${outcome.outsideHours}`,
    `  twice                                      ${outcome.twice}`,
    `  faults of the bot                          ${faults.length}`,
    `  something people tried and could not do     ${stumbles.length}`,
    ...outcome.examples.map((example) => `    ${example}`),
    ...stumbles.slice(0, 10).map((stumble) => `    ${stumble}`),
    ...faults.slice(0, 10).map((fault) => `    ${fault}`),
    '',
    `${seconds.toFixed(1)} s, at most ${megabytes} MB.`,
  ];
}

/** True when nothing was that must not be. */
export function isClean({ outcome, faults }: Pick<Rehearsed, 'outcome' | 'faults'>): boolean {
  return outcome.tooManyInAWeek + outcome.tooManyInADay + outcome.outsideHours + outcome.twice + faults.length === 0;
}

function peopleOf(characters: ReadonlyMap<string, Character>): Map<Temperament, number> {
  const people = new Map<Temperament, number>();
  for (const { temperament } of characters.values()) people.set(temperament, (people.get(temperament) ?? 0) + 1);
  return people;
}

const ACROSS = 16;

/** Sixteen weeks side by side, so that a line fits a terminal. */
function table({ byKind, weeks }: Outcome): string[] {
  const lines: string[] = [];
  for (let from = 0; from < weeks; from += ACROSS) {
    const across = Array.from({ length: Math.min(ACROSS, weeks - from) }, (_, at) => from + at);
    lines.push(`  ${'week'.padEnd(18)}${across.map((week) => String(week + 1).padStart(5)).join('')}`);
    for (const [kind, counts] of [...byKind].sort(([one], [other]) => one.localeCompare(other))) {
      if (!across.some((week) => counts.has(week))) continue;
      lines.push(`  ${kind.padEnd(18)}${across.map((week) => String(counts.get(week) ?? '').padStart(5)).join('')}`);
    }
    lines.push('');
  }
  return lines;
}
