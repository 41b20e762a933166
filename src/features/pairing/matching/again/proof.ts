// Deep prices as a proof in stages, such as `certificate.ts` checks: a stage for each group of aims. What a blossom's z falls short of nothing in
// a stage, it has made up for in an earlier one; there the toll of the stage lifts it.

import type { Stage } from '../order/in-order.ts';
import type { Group } from '../order/tiers.ts';
import type { Flower } from '../search/flower.ts';
import { allBlossoms, type DeepFlower } from './flower.ts';

interface Held {
  members: Int32Array;
  z: number[];
  /** How many earlier stages have named it. */
  named: number;
}

/** Two who were taken out and put together, and what that costs, group by group. */
export interface TakenOut {
  pair: readonly [number, number];
  cost: readonly number[];
}

/** The proof for the first `size` vertices, some of whom were taken out. */
export function stagesOf(deep: DeepFlower, groups: readonly Group[], size: number, out: readonly TakenOut[]): Stage[] {
  const held = blossomsIn(deep, size);
  return groups.map((group, level) => {
    const y = (deep.y[level] as Float64Array).slice(0, size);
    for (const { pair, cost } of out) for (const v of pair) y[v] = (cost[level] as number) / 2;
    const short = held.map(({ z, named }) => (named > 0 ? Math.ceil(-(z[level] as number) / (2 * named)) : 0));
    const toll = short.reduce((most, each) => Math.max(most, each), 0);
    const blossoms = held.flatMap((each) => {
      const lift = toll * each.named;
      for (const v of each.members) y[v] = (y[v] as number) + lift;
      const z = (each.z[level] as number) + 2 * lift;
      if (z === 0) return [];
      each.named++;
      return [{ members: each.members, z }];
    });
    return { group, toll, y, blossoms };
  });
}

/** Innermost first. */
function blossomsIn({ flower, z }: DeepFlower, size: number): Held[] {
  return allBlossoms(flower)
    .map((b) => ({ members: membersOf(flower, b).filter((v) => v < size), z: z.map((each) => each[b] as number), named: 0 }))
    .reverse();
}

function membersOf({ head, follow, count }: Flower, b: number): Int32Array {
  let at = head[b] as number;
  return Int32Array.from({ length: count[b] as number }, () => {
    const v = at;
    at = follow[v] as number;
    return v;
  });
}
