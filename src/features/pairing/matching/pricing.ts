// The candidates of a search: the nearest pairs of each vertex, and those of matchings that are known.
import { type Candidates, candidatesOf } from './candidates.ts';
import type { HalfRows } from './costs.ts';
import type { Dice } from './dice.ts';
import { isNear, type Nearest, nearestOf } from './nearest.ts';
import { type Nest, sharedBy } from './nesting.ts';

/** The gap of the nearest pair of each vertex. */
export function leastGaps(costs: HalfRows, y: Float64Array, dice: Dice): Float64Array {
  return nearestOf(costs, y, { count: 1, below: Infinity, dice }).limit;
}

/** Pairs that were found, one at each place. */
export interface Found {
  from: number[];
  to: number[];
  cost: number[];
}

/** A matching, or rings, whose pairs are to be among the candidates: the other end for each vertex, or −1, and what the pair costs. */
export interface Kept {
  ends: Int32Array;
  /** Where it is missing, the pairs cost just what their prices come to. */
  cost?: Float64Array;
}

export interface Pick {
  /** So many pairs for each vertex, … */
  count: number;
  /** … and all of these. */
  kept: readonly Kept[];
  dice: Dice;
}

/** The candidates with which a search begins: the nearest pairs. */
export function pickCandidates(costs: HalfRows, y: Float64Array, { count, kept, dice }: Pick): Candidates {
  const nearest = nearestOf(costs, y, { count, below: Infinity, dice });
  const pairs = pairsIn(nearest, y);
  for (const { ends, cost } of kept) {
    ends.forEach((v, u) => {
      if (v < 0 || (ends[v] === u && v < u) || isNear(nearest, u, v) || isNear(nearest, v, u)) return;
      pairs.from.push(u);
      pairs.to.push(v);
      pairs.cost.push(cost ? (cost[u] as number) : (y[u] as number) + (y[v] as number));
    });
  }
  return candidatesOf(costs.size, pairs);
}

/** The nearest pairs, each once, and what they cost. */
export function pairsIn(nearest: Nearest, y: Float64Array, nest?: Nest): Found {
  const { count, ends, gaps } = nearest;
  const found: Found = { from: [], to: [], cost: [] };
  for (let u = 0; u < y.length; u++) {
    for (let at = u * count; at < (u + 1) * count; at++) {
      const v = ends[at] as number;
      if (v < 0) break;
      if (v < u && isNear(nearest, v, u)) continue;
      found.from.push(u);
      found.to.push(v);
      found.cost.push((gaps[at] as number) + (y[u] as number) + (y[v] as number) - (nest ? sharedBy(nest, u, v) : 0));
    }
  }
  return found;
}

/** What the pairs of a matching cost. */
export function costsAlong({ size, lower, lists }: HalfRows, mate: Int32Array): Float64Array {
  const along = new Float64Array(size).fill(Infinity);
  const row = new Float64Array(size);
  for (let u = 0; u < size; u++) {
    const v = mate[u] as number;
    if (lists) {
      for (let at = lists.first[u] as number; at < (lists.first[u + 1] as number); at++) {
        if (lists.ends[at] === v) along[u] = Math.min(along[u] as number, lists.cost[at] as number);
      }
    } else if (v < u) {
      lower(u, row);
      along[u] = row[v] as number;
      along[v] = row[v] as number;
    }
  }
  return along;
}
