// Settles the tiers one group after another. What is best for a group is best exactly if it uses only pairs of no slack and crosses each of its
// blossoms once; so the next group is solved among those pairs, and a crossing costs more than that group could ever gain by it.

import type { Blossom, Costs } from '../costs.ts';
import { type Allowed, among, tightIn } from './allowed.ts';
import type { Group } from './tiers.ts';
import { crossingOnce, sumOf } from './tolls.ts';

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
export function settleInOrder({ open, groups, numbers, mate, seed, prices, warm, enough }: Wish): Settled {
  const earlier: (readonly Blossom[])[] = [];
  const stages: Stage[] = [];
  let allowed: Allowed = { marks: open };
  let present = mate;
  for (const [at, group] of groups.entries()) {
    const costs = among(allowed, numbers(at));
    const y = prices?.[at];
    const kin = warm?.[at];
    const start = { mate: present, seed, ...(y && { y }), ...(kin && { warm: kin }) };
    const { toll, tolled, matched } = crossingOnce(costs, earlier, start);
    stages.push({ group, toll, y: matched.y, blossoms: matched.blossoms });
    present = matched.mate;
    if (enough?.(at, sumOf(costs, present)) || at === groups.length - 1) break;
    allowed = tightIn(tolled, matched, 'marks' in allowed && at > 0 ? allowed.marks : undefined);
    if (matched.blossoms.length > 0) earlier.push(matched.blossoms);
  }
  return { mate: present, stages };
}
