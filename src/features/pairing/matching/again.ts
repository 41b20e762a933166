// The same question settled once more with a few changes: two people must be together, may not be, or are left out. Everyone keeps their number,
// and the search begins with the prices and partners that stand, so that only what a change touches is worked out anew.
import type { Costs } from './costs.ts';
import { completed, type Obstacle } from './feasible.ts';
import { type Settled, type Stage, settleInOrder } from './in-order.ts';
import type { Group } from './tiers.ts';

/** A question that is settled. */
export interface Standing {
  /** Which pairs are allowed: 1 at `u * size + v`. */
  open: Uint8Array;
  groups: readonly Group[];
  /** What each pair costs in a group, by the group's place: see `numbersOf`. */
  numbers: (at: number) => Costs;
  settled: Settled;
  seed: number;
}

export type Two = readonly [number, number];

export interface Changes {
  /** Neither may be with anyone else; what the pair costs counts. */
  forced?: readonly Two[];
  forbidden?: readonly Two[];
  /** Forced on one another, and it costs nothing: everyone but these two. */
  leftOut?: readonly Two[];
}

/** The best perfect matching after the changes, in the order of the groups; or what stands in the way. */
export function settleAgain(standing: Standing, changes: Changes): Settled | { obstacle: Obstacle } {
  const { groups, settled, seed } = standing;
  const size = settled.mate.length;
  const open = changed(standing.open, size, changes);
  const warm = settled.mate.map((v, u) => (open[u * size + v] === 1 ? v : -1));
  const mate = warm.slice();
  const obstacle = completed(
    { size, open },
    mate,
    mate.map((_, v) => v),
  );
  if (obstacle) return { obstacle };
  const prices = settled.stages.map(bare);
  const numbers = (at: number) => withoutCost(standing.numbers(at), changes.leftOut ?? []);
  return settleInOrder({ open, groups, numbers, mate, seed, prices, warm: prices.map(() => warm) });
}

/** The pairs that are allowed after the changes. */
export function changed(open: Uint8Array, size: number, { forced = [], forbidden = [], leftOut = [] }: Changes): Uint8Array {
  const left = open.slice();
  for (const [u, v] of forbidden) left[u * size + v] = left[v * size + u] = 0;
  for (const [u, v] of [...forced, ...leftOut]) {
    const allowed = leftOut.some((two) => two[0] === u && two[1] === v) ? 1 : (left[u * size + v] as number);
    for (const one of [u, v]) for (let other = 0; other < size; other++) left[one * size + other] = left[other * size + one] = 0;
    left[u * size + v] = left[v * size + u] = allowed;
  }
  return left;
}

/** The same costs, but nothing for some pairs. */
function withoutCost({ size, row: read }: Costs, pairs: readonly Two[]): Costs {
  const partner = new Map([...pairs, ...pairs.map(([u, v]): Two => [v, u])]);
  return {
    size,
    row: (u, into) => {
      read(u, into);
      const v = partner.get(u);
      if (v !== undefined) into[v] = 0;
    },
  };
}

/** The prices of a stage when its blossoms are handed to their vertices by halves. */
export function bare({ y, blossoms }: Pick<Stage, 'y' | 'blossoms'>): Float64Array {
  const prices = y.slice();
  for (const { members, z } of blossoms) for (const v of members) prices[v] = (prices[v] as number) - z / 2;
  return prices;
}
