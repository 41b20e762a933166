// Settles the tiers one group after another. What is best for a group is best exactly if it uses only pairs of no slack and crosses each of its
// blossoms once; so the next group is solved among those pairs, and a crossing costs more than that group could ever gain by it.
import type { Blossom, Costs, Matched } from './costs.ts';
import { matchPerfectly } from './solve.ts';
import type { Group } from './tiers.ts';

/** A group settled: the proof that no plan that is as good in the groups before is better in this one. */
export interface Stage {
  group: Group;
  /** What crossing a blossom of an earlier stage was made to cost here. */
  toll: number;
  y: Float64Array;
  blossoms: readonly Blossom[];
}

export interface Settled {
  mate: Int32Array;
  stages: Stage[];
}

export interface Wish {
  /** Which pairs are allowed: 1 at `u * size + v`. */
  open: Uint8Array;
  groups: readonly Group[];
  /** What each pair costs in a group, by the group's place: see `numbersOf`. */
  numbers: (at: number) => Costs;
  /** Any perfect matching. */
  mate: Int32Array;
  seed: number;
  /** Prices of a problem much like this one, for each group. */
  prices?: readonly Float64Array[];
  /** The partners that go with these prices, for each group: see `Start`. */
  warm?: readonly Int32Array[];
  /** Told what a group came to; where it says so, the groups after it are left. */
  enough?: (at: number, sum: number) => boolean;
}

/** The best perfect matching in the order of the groups. */
export function settleInOrder({ open: allowed, groups, numbers, mate, seed, prices, warm, enough }: Wish): Settled {
  const open = allowed.slice();
  const earlier: Blossom[] = [];
  const stages: Stage[] = [];
  let present = mate;
  for (const [at, group] of groups.entries()) {
    const plain = kept(numbers(at));
    const toll = earlier.length === 0 ? 0 : Math.floor(sumOf(plain, present) / 2) + 1;
    const costs = kept(amongOpen(withTolls(plain, earlier, toll), open));
    const y = prices?.[at];
    const kin = warm?.[at];
    const matched = matchPerfectly(costs, { mate: present, seed, ...(y && { y }), ...(kin && { warm: kin }) });
    stages.push({ group, toll, y: matched.y, blossoms: matched.blossoms });
    present = matched.mate;
    if (enough?.(at, sumOf(plain, present)) || at === groups.length - 1) break;
    closeSlack(costs, matched, open);
    earlier.push(...matched.blossoms);
  }
  return { mate: present, stages };
}

/** What a matching costs. */
export function sumOf({ size, row: read }: Costs, mate: Int32Array): number {
  const row = new Float64Array(size);
  let sum = 0;
  for (let u = 0; u < size; u++) {
    const v = mate[u] as number;
    if (v < u) continue;
    read(u, row);
    sum += row[v] as number;
  }
  return sum;
}

/** Adds `toll` for each of `blossoms` that a pair crosses: for every pair that has one end in it. */
export function withTolls({ size, row: read }: Costs, blossoms: readonly Blossom[], toll: number): Costs {
  if (blossoms.length === 0) return { size, row: read };
  const depth = new Float64Array(size);
  for (const { members } of blossoms) for (const v of members) depth[v] = (depth[v] as number) + toll;
  const around = blossomsAround(size, blossoms);
  return {
    size,
    row: (u, into) => {
      read(u, into);
      const own = depth[u] as number;
      for (let v = 0; v < size; v++) into[v] = (into[v] as number) + own + (depth[v] as number);
      for (const { members } of around[u] as Blossom[]) for (const v of members) into[v] = (into[v] as number) - 2 * toll;
    },
  };
}

/** The blossoms that each vertex lies in. */
export function blossomsAround(size: number, blossoms: readonly Blossom[]): Blossom[][] {
  const around: Blossom[][] = Array.from({ length: size }, () => []);
  for (const blossom of blossoms) for (const v of blossom.members) around[v]?.push(blossom);
  return around;
}

function amongOpen({ size, row: read }: Costs, open: Uint8Array): Costs {
  return {
    size,
    row: (u, into) => {
      read(u, into);
      for (let v = 0; v < size; v++) if (open[u * size + v] === 0) into[v] = Infinity;
    },
  };
}

/** Closes the pairs that no best matching uses. */
function closeSlack({ size, row: read }: Costs, { y, blossoms }: Matched, open: Uint8Array): void {
  const row = new Float64Array(size);
  const around = blossomsAround(size, blossoms);
  for (let u = 0; u < size; u++) {
    read(u, row);
    for (const { members, z } of around[u] as Blossom[]) for (const v of members) row[v] = (row[v] as number) + z;
    for (let v = 0; v < size; v++) if ((row[v] as number) > (y[u] as number) + (y[v] as number)) open[u * size + v] = 0;
  }
}

/** The same costs, written out where that needs little room: they are read many times. */
function kept(costs: Costs): Costs {
  const { size } = costs;
  if (size > 3000) return costs;
  const square = new Float64Array(size * size);
  for (let u = 0; u < size; u++) costs.row(u, square.subarray(u * size, (u + 1) * size));
  return { size, row: (u, into) => into.set(square.subarray(u * size, (u + 1) * size)) };
}
