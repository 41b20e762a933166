// What a plan comes to, counted over its groups: a trio counts as each two of its three. Pure.

import type { Candidate, PairingTotals } from '../plan.ts';
import { type Between, functionOf, isNewBridge, isRepeat, isShort } from './between.ts';
import { couples } from './bridges.ts';

export function totalsOf(groups: readonly (readonly Candidate[])[], between: (a: Candidate, b: Candidate) => Between): PairingTotals {
  const twos = groups.flatMap(couples);
  const known = twos.map(([a, b]) => between(a, b));
  const count = (is: (each: Between) => boolean) => known.filter(is).length;
  const opened = twos.filter((_, at) => isNewBridge(known[at] as Between)).map((two) => two.map(functionOf).sort().join('\n'));
  return {
    leaders: groups.flat().length,
    pairs: groups.filter((group) => group.length === 2).length,
    trios: groups.filter((group) => group.length === 3).length,
    sameFunction: count(({ sameFunction }) => sameFunction),
    repeats: count(isRepeat),
    mutualWelcomes: count(({ welcomes }) => welcomes === 2),
    oneSidedWelcomes: count(({ welcomes }) => welcomes === 1),
    shortHours: count(isShort),
    newBridges: new Set(opened).size,
  };
}
