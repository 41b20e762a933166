// A perfect matching of the largest weight, for any weights up to 2⁵³, with a certificate in whole numbers. What the programme needs of matching
// goes another way; this is for other programs and for comparison.
import type { Obstacle } from '../search/feasible.ts';
import { matchPerfectly } from '../search/solve.ts';
import { higherDigit, lowerDigit } from './digits.ts';
import type { WeightedGraph } from './graph.ts';
import { pricesOf } from './prices.ts';
import type { OddSet } from './uncrossed.ts';
import { witnessOf } from './witness.ts';

/**
 * A perfect matching, and why none weighs more: for every listed pair y_u + y_v and the z of the blossoms that hold both are at least its weight,
 * and Σ y + Σ z · (members − 1) / 2 is the weight of the matching. All numbers are whole, and z ≥ 0.
 */
export interface Proved {
  weight: bigint;
  /** The partner of each vertex. */
  mate: Int32Array;
  y: readonly bigint[];
  blossoms: readonly NestedBlossom[];
}

/** A child below the number of vertices is a vertex; one from there on is the blossom so many places into the list, before this one. */
export interface NestedBlossom {
  children: readonly number[];
  z: bigint;
}

export interface Options {
  /** Chooses among equals. */
  seed?: number;
  /** The largest difference of weights that is settled in one go. */
  largest?: number;
}

/**
 * Settled in one go, a matching costs less than this. Prices do not rise beyond what the matching costs with which a search begins; doubled, and
 * with room for sums of four, they stay below 2⁵³, where whole numbers are exact. The proof, which splits its numbers, shows whether they did.
 */
const LARGEST_SUM = 2 ** 49;

/** A perfect matching of the largest weight, or what stands in the way of any. The number of vertices may be odd: that is an obstacle too. */
export function maximumWeight(
  graph: WeightedGraph,
  { seed = 1, largest = LARGEST_SUM / graph.size }: Options = {},
): Proved | { obstacle: Obstacle } {
  const { size, greatest, least } = graph;
  const witness = witnessOf(graph);
  if ('obstacle' in witness) return witness;
  if (size === 0) return { weight: 0n, mate: witness.mate, y: [], blossoms: [] };
  let scale = 1;
  while ((greatest - least) / scale > largest) scale *= 2;
  const first = matchPerfectly(higherDigit(graph, scale), { mate: witness.mate, seed });
  if (scale === 1) return proved(first.mate, pricesOf(greatest, { scale, first }), size);
  const { costs, tolls, paid } = lowerDigit(graph, scale, first);
  const second = matchPerfectly(costs, { mate: first.mate, seed });
  return proved(second.mate, pricesOf(greatest, { scale, first, second: { ...second, tolls, paid } }), size);
}

function proved(mate: Int32Array, { y, sets }: { y: bigint[]; sets: OddSet[] }, size: number): Proved {
  let weight = 0n;
  for (const price of y) weight += price;
  for (const { members, z } of sets) weight += z * BigInt((members.length - 1) / 2);
  return { weight, mate, y, blossoms: nested(size, sets) };
}

/** The sets by what lies right inside each. Sets of one vertex say nothing, and equal ones become one. */
function nested(size: number, sets: readonly OddSet[]): NestedBlossom[] {
  const outermost = Int32Array.from({ length: size }, (_, v) => v);
  const blossoms: NestedBlossom[] = [];
  for (const { members, z } of sets) {
    if (members.length === 1) continue;
    const children = new Set(Array.from(members, (v) => outermost[v] as number));
    const [first = 0] = children;
    const same = children.size === 1 ? blossoms[first - size] : undefined;
    if (same) blossoms[first - size] = { children: same.children, z: same.z + z };
    else {
      for (const v of members) outermost[v] = size + blossoms.length;
      blossoms.push({ children: [...children], z });
    }
  }
  return blossoms;
}
