// Holds the prices against every pair of the graph. A pair that costs less than its two prices was missing from the candidates: it is added,
// one of the prices is lowered until the pair is right, and that vertex has to be matched again.

import { type Candidates, candidatesOf, withMore } from './candidates.ts';
import type { Costs } from './costs.ts';
import type { Dice } from './dice.ts';
import { type Flower, open, raise, topOf } from './flower.ts';
import { type Fractional, isBare, uncover } from './fractional.ts';
import { isNear, type Nearest, nearestOf } from './nearest.ts';
import { sharedIn } from './nesting.ts';

/** How many missing pairs a vertex brings in at once. */
const MISSING_AT_ONCE = 4;

/** Half of what the cheapest pair of each vertex costs. */
export function firstPrices(costs: Costs, dice: Dice): Float64Array {
  const { limit } = nearestOf(costs, new Float64Array(costs.size), { count: 1, below: Infinity, dice });
  return limit.map((least) => least / 2);
}

/** Pairs that were found, one at each place. */
interface Found {
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
export function pickCandidates(costs: Costs, y: Float64Array, { count, kept, dice }: Pick): Candidates {
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

/** Repairs a fractional solution; `false` where all pairs were right. */
export function repairFractional(costs: Costs, state: Fractional, dice: Dice): boolean {
  const { y } = state;
  const missing = pairsIn(nearestOf(costs, y, { count: MISSING_AT_ONCE, below: 0, dice }), y);
  missing.cost.forEach((cost, at) => {
    const [u, v] = [missing.from[at] as number, missing.to[at] as number];
    const gap = cost - (y[u] as number) - (y[v] as number);
    if (gap >= 0) return;
    const end = isBare(state, v) ? v : u;
    y[end] = (y[end] as number) + gap;
    uncover(state, end);
  });
  state.graph = withMore(state.graph, missing);
  return missing.cost.length > 0;
}

/** Repairs a solution with blossoms: those around a vertex that changes are taken apart first. Returns the pairs that were missing. */
export function repairFlower(costs: Costs, flower: Flower, dice: Dice): Found {
  const { y, count } = flower;
  const shared = sharedIn(flower);
  const missing = pairsIn(nearestOf(costs, y, { count: MISSING_AT_ONCE, below: 0, dice, shared }), y, shared);
  for (let at = 0; at < missing.cost.length; at++) {
    const [u, v, cost] = [missing.from[at] as number, missing.to[at] as number, missing.cost[at] as number];
    if (cost >= (y[u] as number) + (y[v] as number)) continue;
    const end = (count[topOf(flower, v)] as number) < (count[topOf(flower, u)] as number) ? v : u;
    for (let b = topOf(flower, end); b !== end; b = topOf(flower, end)) dissolve(flower, b);
    const gap = cost - (y[u] as number) - (y[v] as number);
    if (gap >= 0) continue;
    unmatch(flower, end);
    y[end] = (y[end] as number) + gap;
  }
  return missing;
}

/** The nearest pairs, each once, and what they cost. */
function pairsIn(nearest: Nearest, y: Float64Array, shared?: (u: number, v: number) => number): Found {
  const { count, ends, gaps } = nearest;
  const found: Found = { from: [], to: [], cost: [] };
  for (let u = 0; u < y.length; u++) {
    for (let at = u * count; at < (u + 1) * count; at++) {
      const v = ends[at] as number;
      if (v < 0) break;
      if (v < u && isNear(nearest, v, u)) continue;
      found.from.push(u);
      found.to.push(v);
      found.cost.push((gaps[at] as number) + (y[u] as number) + (y[v] as number) - (shared ? shared(u, v) : 0));
    }
  }
  return found;
}

/** What the pairs of a matching cost. */
export function costsAlong({ size, row: read, lower = read, lists }: Costs, mate: Int32Array): Float64Array {
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

/** Hands the z of an outermost blossom to its vertices, which leaves all pairs inside it as they were, and takes it apart. */
function dissolve(flower: Flower, b: number): void {
  const z = flower.z[b] as number;
  if (z > 0) unmatch(flower, b);
  raise(flower, b, -z / 2, -z);
  open(flower, b);
}

/** Leaves the outermost part bare, and with it the one that it is matched with. */
function unmatch({ mate, base }: Flower, part: number): void {
  const v = base[part] as number;
  const partner = mate[v] as number;
  if (partner < 0) return;
  mate[partner] = -1;
  mate[v] = -1;
}
