// Deep prices as a proof in stages, such as `certificate.ts` checks: a stage for each group of aims. What a blossom's z falls short of nothing in
// a stage, it has made up for in an earlier one; there the toll of the stage lifts it.
import type { DeepFlower } from './again-flower.ts';
import { verticesOf } from './blossoms.ts';
import type { Stage } from './in-order.ts';
import type { Group } from './tiers.ts';

interface Held {
  members: Int32Array;
  z: number[];
  /** How many earlier stages have named it. */
  named: number;
}

/** The proof for the first `size` vertices. `two` are pairs that were taken out, each with what it costs, group by group. */
export function stagesOf(deep: DeepFlower, groups: readonly Group[], size: number, two: readonly TakenOut[]): Stage[] {
  const held = blossomsIn(deep, size);
  return groups.map((group, level) => {
    const y = (deep.y[level] as Float64Array).slice(0, size);
    for (const { pair, cost } of two) for (const v of pair) y[v] = (cost[level] as number) / 2;
    const toll = held.reduce(
      (most, { z, named }) => (named > 0 ? Math.max(most, Math.ceil(-(z[level] as number) / (2 * named))) : most),
      0,
    );
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

/** Two who were taken out and put together. */
export interface TakenOut {
  pair: readonly [number, number];
  cost: readonly number[];
}

/** Innermost first. */
function blossomsIn({ flower, z }: DeepFlower, size: number): Held[] {
  const held: Held[] = [];
  flower.parts.forEach((parts, b) => {
    if (parts.length === 0) return;
    const members = Int32Array.from(verticesOf(flower, b).filter((v) => v < size));
    held.push({ members, z: z.map((each) => each[b] as number), named: 0 });
  });
  return held.sort((one, other) => one.members.length - other.members.length);
}
