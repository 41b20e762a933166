// With whom people can still be together for the first time in a while: of another function, allowed, and not their partner in one of the rounds
// that are remembered. When that is too few for somebody, partners are together again. Pure.
import { isRepeat } from './between.ts';
import { smallestObstacle } from './matching/obstacles.ts';
import type { Candidate, PairingFacts, PairingTotals } from './plan.ts';
import { type Known, knownOf } from './question.ts';
import { openAmong } from './rules-in-the-way.ts';

/** Who has fewest partners left, and how many. */
export interface Fewest {
  partners: number;
  leaders: readonly string[];
}

/** Why partners have to be together again: these people had only these partners left, or only each other. */
export interface Scarcity {
  leaders: readonly string[];
  partners: readonly string[];
  /** Whether those who are named could be with each other. */
  amongThemselves: boolean;
}

export function fewestPartnersLeft(facts: PairingFacts): Fewest {
  const known = knownOf(facts);
  const open = freshAmong(known, () => false);
  const size = facts.leaders.length;
  const counts = facts.leaders.map((_, u) => open.subarray(u * size, (u + 1) * size).reduce((sum, each) => sum + each, 0));
  const partners = Math.min(...counts);
  return { partners, leaders: facts.leaders.filter((_, u) => counts[u] === partners).map(({ id }) => id) };
}

/** Whom it concerns that a round of these facts could not do without repeats; missing where no few people alone explain it. */
export function scarcityIn(facts: PairingFacts, { sameFunction }: Pick<PairingTotals, 'sameFunction'>): Scarcity | undefined {
  const known = knownOf(facts);
  const size = facts.leaders.length;
  const obstacle = smallestObstacle({ size, open: freshAmong(known, () => sameFunction > 0) });
  const ids = (numbers: readonly number[]) => numbers.map((at) => (facts.leaders[at] as Candidate).id);
  return (
    obstacle && {
      leaders: ids(obstacle.groups.flat()),
      partners: ids(obstacle.partners),
      amongThemselves: obstacle.groups.some((group) => group.length > 1),
    }
  );
}

function freshAmong({ facts, between, rules }: Known, within: () => boolean): Uint8Array {
  const { leaders } = facts;
  const size = leaders.length;
  const open = openAmong(rules, leaders);
  leaders.forEach((a, u) => {
    for (let v = 0; v < u; v++) {
      if (open[u * size + v] === 0) continue;
      const known = between(a, leaders[v] as Candidate);
      if (!isRepeat(known) && (within() || !known.sameFunction)) continue;
      open[u * size + v] = 0;
      open[v * size + u] = 0;
    }
  });
  return open;
}
