// How the engine is asked to spread pairs over as many new bridges as it can. To count a bridge once, however many pairs join its two functions,
// it is entrusted to one person: nobody is in two pairs, so it counts once or not at all. Entrusting anew after a plan never loses a bridge,
// and may win one. Pure.

import { type Dice, shuffledPlaces } from '../matching/dice.ts';
import type { But } from '../matching/order/made.ts';
import { couples } from './bridges.ts';
import type { Columns } from './columns.ts';

/** For each person, the functions to which they keep the bridge from their own. */
export type Keepers = readonly (readonly number[])[];

/** With more functions than this hardly any bridge is built twice, and nobody has to be entrusted with one. */
const MOST_FUNCTIONS = 600;

export interface Entrusting {
  isBuilt: (one: number, other: number) => boolean;
  /** The groups of a plan whose bridges are to stay with those who built them. */
  groups: readonly (readonly number[])[];
  dice: Dice;
}

/** Entrusts each bridge that is not built yet, those between small functions first, to whoever has fewest so far. */
export function entrusted({ functions: { of, count }, people }: Columns, { isBuilt, groups, dice }: Entrusting): Keepers {
  const keeps: number[][] = people.map(() => []);
  if (count > MOST_FUNCTIONS) return keeps;
  const members = membersOf(of, shuffledPlaces(people.length, dice));
  const isKept = new Uint8Array(count * count);
  const entrust = (keeper: number, one: number, other: number) => {
    isKept[one * count + other] = isKept[other * count + one] = 1;
    keeps[keeper]?.push(of[keeper] === one ? other : one);
  };
  const isOpen = (one: number, other: number) => one !== other && isKept[one * count + other] === 0 && !isBuilt(one, other);
  for (const [a, b] of groups.flatMap(couples)) {
    const [one, other] = [of[a] as number, of[b] as number];
    if (isOpen(one, other)) entrust(a, one, other);
  }
  const sizeOf = (own: number) => members.get(own)?.length ?? 0;
  const smaller = ([one, other]: [number, number]) => Math.min(sizeOf(one), sizeOf(other));
  const open = couples([...members.keys()]).filter(([one, other]) => isOpen(one, other));
  for (const [one, other] of open.sort((a, b) => smaller(a) - smaller(b))) {
    const able = [...(members.get(one) ?? []), ...(members.get(other) ?? [])];
    entrust(leastLoaded(able, keeps), one, other);
  }
  return keeps;
}

function leastLoaded(able: readonly number[], keeps: Keepers): number {
  const load = (v: number) => (keeps[v] as readonly number[]).length;
  return able.reduce((least, each) => (load(each) < load(least) ? each : least));
}

/** The people of each function, functions and people in the order given. */
function membersOf(of: Int32Array, order: Int32Array): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const v of order) {
    const own = of[v] as number;
    const others = members.get(own);
    if (others) others.push(v);
    else members.set(own, [v]);
  }
  return members;
}

/** One less for each pair that builds a bridge which one of the two keeps. */
export function keeping({ functions: { of, count } }: Columns, keepers: Keepers): But {
  const members = membersOf(of, Int32Array.from(of.keys()));
  const keepersTo: number[][] = Array.from({ length: count }, () => []);
  for (const [v, kept] of keepers.entries()) for (const other of kept) keepersTo[other]?.push(v);
  return {
    reach: [keepersTo.some((all) => all.length > 0) ? -1 : 0, 0],
    few: Uint8Array.from(keepers, (kept) => (kept.length > 0 ? 1 : 0)),
    add: (u, into, until, times) => {
      const less = (v: number) => {
        if (v < until) into[v] = (into[v] as number) - times;
      };
      for (const other of keepers[u] as readonly number[]) members.get(other)?.forEach(less);
      keepersTo[of[u] as number]?.forEach(less);
    },
  };
}
