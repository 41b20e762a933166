// What a plan comes to, counted over its groups: a trio counts as each two of its three. Pure.
import { isNewBridge } from './aims.ts';
import { type Between, isRepeat, isShort } from './between.ts';
import type { Candidate, PairingTotals } from './plan.ts';

/** Each two of a group. */
export function twosOf<T>(group: readonly T[]): [T, T][] {
  return group.flatMap((one, at) => group.slice(at + 1).map((other): [T, T] => [one, other]));
}

export function totalsOf(groups: readonly (readonly Candidate[])[], between: (a: Candidate, b: Candidate) => Between): PairingTotals {
  const known = groups.flatMap(twosOf).map(([a, b]) => between(a, b));
  const count = (is: (each: Between) => boolean) => known.filter(is).length;
  return {
    leaders: groups.flat().length,
    pairs: groups.filter((group) => group.length === 2).length,
    trios: groups.filter((group) => group.length === 3).length,
    sameFunction: count(({ sameFunction }) => sameFunction),
    repeats: count(isRepeat),
    mutualWelcomes: count(({ welcomes }) => welcomes === 2),
    oneSidedWelcomes: count(({ welcomes }) => welcomes === 1),
    shortHours: count(isShort),
    newBridges: count(isNewBridge),
  };
}
