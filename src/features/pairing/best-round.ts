// The best groups for a round, and among equals those that join most functions for the first time: planned, and for small rounds planned again
// with the bridges that were missed entrusted to others, as long as time allows. Pure.
import { type Best, bestGroups } from './best.ts';
import { builtOf, functionOf } from './between.ts';
import { bridgeKey, entrusted } from './bridge-keepers.ts';
import { couples } from './bridges.ts';
import { diceOf } from './matching/dice.ts';
import type { Candidate } from './plan.ts';
import { type Known, questionOf } from './question.ts';

/** Up to so many people are planned again so many times; an odd number, whose trio takes longer, less often. */
const AGAIN: readonly { people: number; even: number; odd: number }[] = [
  { people: 40, even: 6, odd: 2 },
  { people: 100, even: 1, odd: 0 },
];

/** The best groups of `people`, beside groups that are fixed already. */
export function bestRound(known: Known, people: readonly Candidate[], fixed: readonly (readonly Candidate[])[]): Best {
  const built = builtOf({ leaders: known.facts.leaders, history: [...known.facts.history, ...fixed.map(asPast)] });
  const isBuilt = (one: string, other: string) => built.get(one)?.has(other) ?? false;
  const dice = diceOf(known.seed);
  const plan = (groups: readonly (readonly Candidate[])[]) =>
    bestGroups(questionOf(known, people, entrusted({ people, isBuilt, groups, dice })), known.seed);
  const opened = (best: Best) => (best.found ? opens(groupsIn(best, people), isBuilt) : 0);
  let best = plan([]);
  const times = AGAIN.find((each) => people.length <= each.people)?.[people.length % 2 === 0 ? 'even' : 'odd'] ?? 0;
  for (let time = 0; best.found && time < times && opened(best) < best.groups.length; time++) {
    const next = plan(groupsIn(best, people));
    if (opened(next) > opened(best)) best = next;
  }
  return best;
}

/** The people of each group. */
export function groupsIn(best: Best & { found: true }, people: readonly Candidate[]): Candidate[][] {
  return best.groups.map((group) => group.map((at) => people[at] as Candidate));
}

/** How many bridges these groups build that nobody has built. */
function opens(groups: readonly (readonly Candidate[])[], isBuilt: (one: string, other: string) => boolean): number {
  const twos = groups.flatMap(couples).map(([a, b]) => [functionOf(a), functionOf(b)] as const);
  return new Set(twos.filter(([one, other]) => one !== other && !isBuilt(one, other)).map(([one, other]) => bridgeKey(one, other))).size;
}

function asPast(group: readonly Candidate[]) {
  return { roundsAgo: 1, leaders: group.map(({ id }) => id) };
}
