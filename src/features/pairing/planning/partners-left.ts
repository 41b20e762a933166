// With whom people can still be together for the first time in a while: of another function, allowed, and not their partner in one of the rounds
// that are remembered. When that is too few for somebody, partners are together again. Pure.

import { smallestObstacle } from '../matching/search/obstacles.ts';
import type { Candidate, PairingFacts, PairingTotals } from '../plan.ts';
import { functionOf, ROUNDS_REMEMBERED } from './between.ts';
import { couples } from './bridges.ts';
import { rulesOf } from './rules.ts';
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
  const open = freshAmong(facts, false);
  const size = facts.leaders.length;
  const counts = facts.leaders.map((_, u) => open.subarray(u * size, (u + 1) * size).reduce((sum, each) => sum + each, 0));
  const partners = Math.min(...counts);
  return { partners, leaders: facts.leaders.filter((_, u) => counts[u] === partners).map(({ id }) => id) };
}

/** Whom it concerns that a round of these facts could not do without repeats; missing where no few people alone explain it. */
export function scarcityIn(facts: PairingFacts, { sameFunction }: Pick<PairingTotals, 'sameFunction'>): Scarcity | undefined {
  const obstacle = smallestObstacle({ size: facts.leaders.length, open: freshAmong(facts, sameFunction > 0) });
  const ids = (numbers: readonly number[]) => numbers.map((at) => (facts.leaders[at] as Candidate).id);
  return (
    obstacle && {
      leaders: ids(obstacle.groups.flat()),
      partners: ids(obstacle.partners),
      amongThemselves: obstacle.groups.some((group) => group.length > 1),
    }
  );
}

/** Who may be with whom for the first time in a while: 1 at `u * size + v`; also within a function where that is asked for. */
function freshAmong({ leaders, history, ...rest }: PairingFacts, within: boolean): Uint8Array {
  const size = leaders.length;
  const open = openAmong(rulesOf({ leaders, history, ...rest }), leaders);
  const functions = leaders.map(functionOf);
  const places = new Map(leaders.map(({ id }, at) => [id, at]));
  const close = (u: number, v: number) => {
    open[u * size + v] = 0;
    open[v * size + u] = 0;
  };
  for (let u = 0; u < size && !within; u++) for (let v = 0; v < u; v++) if (functions[u] === functions[v]) close(u, v);
  for (const { leaders: group } of history.filter(({ roundsAgo }) => roundsAgo <= ROUNDS_REMEMBERED)) {
    const present = group.map((id) => places.get(id)).filter((place) => place !== undefined);
    for (const [u, v] of couples(present)) close(u, v);
  }
  return open;
}
