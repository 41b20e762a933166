// The best groups for a round, and among equals those that join most functions for the first time: planned, and for small rounds planned again
// with the bridges that were missed entrusted to others, as long as time allows. Pure.

import { changed } from '../matching/again/again.ts';
import { diceOf } from '../matching/dice.ts';
import type { Question } from '../matching/order/tiers.ts';
import type { Candidate } from '../plan.ts';
import { type Best, bestGroups } from './best.ts';
import { builtOf } from './between.ts';
import { entrusted, type Keepers } from './bridge-keepers.ts';
import { couples } from './bridges.ts';
import type { Columns } from './columns.ts';
import { groundOf, type Known, knownOf, questionOf, shuffled } from './question.ts';
import { type Parts, placesOf } from './together.ts';

/** Up to so many people are planned again so many times; an odd number, whose trio takes longer, less often. */
const AGAIN: readonly { people: number; even: number; odd: number }[] = [
  { people: 40, even: 6, odd: 2 },
  { people: 100, even: 1, odd: 0 },
];

export type IsBuilt = (one: number, other: number) => boolean;

/** The best groups of everyone who is planned, beside groups that are fixed already. */
export function bestRound(known: Known, parts: Parts): Best {
  const { columns, isBuilt, ask } = asking(known, parts);
  const count = parts.people.length;
  const forced = placesOf(parts, parts.kept);
  const plan = (groups: readonly (readonly number[])[]) => bestGroups(keepingTogether(ask(groups), forced), known.seed);
  const opened = (best: Best) => (best.found ? opens(best.groups, columns, isBuilt) : 0);
  let best = plan([]);
  for (let time = 0; best.found && time < timesAgain(count) && opened(best) < best.groups.length; time++) {
    const next = plan(best.groups);
    if (opened(next) > opened(best)) best = next;
  }
  return best;
}

/** How often so many people are planned again. */
export function timesAgain(people: number): number {
  return AGAIN.find((each) => people <= each.people)?.[people % 2 === 0 ? 'even' : 'odd'] ?? 0;
}

/** The question as it is asked first, before any pair is kept together. */
export function firstQuestion(known: Known, parts: Parts): Question {
  return asking(known, parts).ask([]);
}

/** The question in which these pairs have nobody but each other. */
export function keepingTogether(question: Question, forced: readonly (readonly [number, number])[]): Question {
  return forced.length === 0 ? question : { ...question, open: changed(question.open, question.size, { forced }) };
}

function asking(known: Known, parts: Parts) {
  const { people, fixed } = parts;
  const ground = groundOf(known, people);
  const isBuilt = builtWith(known, ground.columns, fixed);
  const dice = diceOf(known.seed);
  if (parts.beside.length > 0) {
    const keepers = keptAround(known, parts, ground.columns.functionNames);
    return { columns: ground.columns, isBuilt, ask: () => questionOf(ground, keepers) };
  }
  const ask = (groups: readonly (readonly number[])[]) => questionOf(ground, entrusted(ground.columns, { isBuilt, groups, dice }));
  return { columns: ground.columns, isBuilt, ask };
}

/** Bridges are entrusted to the same people as when those beside them were planned with them, or all would be planned differently. */
function keptAround(known: Known, { people, fixed, around, beside }: Parts, functionNames: readonly string[]): Keepers {
  const gone = beside.filter((each) => !around.includes(each));
  const whole = gone.length === 0 ? known : knownOf({ ...known.facts, leaders: [...known.facts.leaders, ...gone] });
  const { columns } = groundOf(whole, shuffled([...people, ...beside], known.seed));
  const others = fixed.filter((group) => group !== around);
  const keepers = entrusted(columns, { isBuilt: builtWith(whole, columns, others), groups: [], dice: diceOf(known.seed) });
  const numbers = columns.functionNames.map((name) => functionNames.indexOf(name));
  const kept = (id: string) => keepers[columns.places.get(id) ?? -1] ?? [];
  return people.map(({ id }) =>
    kept(id)
      .flatMap((own) => numbers[own] ?? [])
      .filter((own) => own >= 0),
  );
}

/** The people of each group. */
export function groupsIn(best: Best & { found: true }, people: readonly Candidate[]): Candidate[][] {
  return best.groups.map((group) => group.map((at) => people[at] as Candidate));
}

/** Whether two functions are joined by earlier pairs, or by a group that is fixed. */
export function builtWith(
  { facts }: Known,
  { built, functions, functionNames }: Columns,
  fixed: readonly (readonly Candidate[])[],
): IsBuilt {
  const history = fixed.map((group) => ({ roundsAgo: 1, leaders: group.map(({ id }) => id) }));
  const now = builtOf({ leaders: facts.leaders, history });
  const isFixed: IsBuilt = (one, other) => now.get(functionNames[one] ?? '')?.has(functionNames[other] ?? '') ?? false;
  return (one, other) => (built[one * functions.count + other] as number) > 0 || isFixed(one, other);
}

/** How many bridges these groups build that nobody has built. */
function opens(groups: readonly (readonly number[])[], { functions: { of, count } }: Columns, isBuilt: IsBuilt): number {
  const twos = groups.flatMap(couples).map(([a, b]) => [of[a] as number, of[b] as number].sort((one, other) => one - other));
  const fresh = twos.filter(([one = 0, other = 0]) => one !== other && !isBuilt(one, other));
  return new Set(fresh.map(([one = 0, other = 0]) => one * count + other)).size;
}
