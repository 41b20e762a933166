// The best groups for a round, and among equals those that join most functions for the first time: planned, and for small rounds planned again
// with the bridges that were missed entrusted to others, as long as time allows. Pure.
import { type Best, bestGroups } from './best.ts';
import { builtOf } from './between.ts';
import { entrusted } from './bridge-keepers.ts';
import { couples } from './bridges.ts';
import type { Columns } from './columns.ts';
import { diceOf } from './matching/dice.ts';
import type { Candidate } from './plan.ts';
import { groundOf, type Known, questionOf } from './question.ts';

/** Up to so many people are planned again so many times; an odd number, whose trio takes longer, less often. */
const AGAIN: readonly { people: number; even: number; odd: number }[] = [
  { people: 40, even: 6, odd: 2 },
  { people: 100, even: 1, odd: 0 },
];

type IsBuilt = (one: number, other: number) => boolean;

/** The best groups of `people`, beside groups that are fixed already. */
export function bestRound(known: Known, people: readonly Candidate[], fixed: readonly (readonly Candidate[])[]): Best {
  const ground = groundOf(known, people);
  const isBuilt = builtWith(known, ground.columns, fixed);
  const dice = diceOf(known.seed);
  const plan = (groups: readonly (readonly number[])[]) =>
    bestGroups(questionOf(ground, entrusted(ground.columns, { isBuilt, groups, dice })), known.seed);
  const opened = (best: Best) => (best.found ? opens(best.groups, ground.columns, isBuilt) : 0);
  let best = plan([]);
  const times = AGAIN.find((each) => people.length <= each.people)?.[people.length % 2 === 0 ? 'even' : 'odd'] ?? 0;
  for (let time = 0; best.found && time < times && opened(best) < best.groups.length; time++) {
    const next = plan(best.groups);
    if (opened(next) > opened(best)) best = next;
  }
  return best;
}

/** The people of each group. */
export function groupsIn(best: Best & { found: true }, people: readonly Candidate[]): Candidate[][] {
  return best.groups.map((group) => group.map((at) => people[at] as Candidate));
}

/** Whether two functions are joined by earlier pairs, or by a group that is fixed. */
function builtWith({ facts }: Known, { built, functions, functionNames }: Columns, fixed: readonly (readonly Candidate[])[]): IsBuilt {
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
