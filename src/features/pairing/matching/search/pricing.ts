// The candidates of a search: the nearest pairs of each vertex, and those of matchings that are known.

import type { HalfRows, PairLists, Pairs } from '../costs.ts';
import type { Dice } from '../dice.ts';
import { type Candidates, candidatesOf } from './candidates.ts';
import { isNear, type Nearest, nearestOf } from './nearest.ts';
import { type Nest, sharedBy } from './nesting.ts';

/** Pairs that are to be among the candidates in any case: the other end for each vertex, or −1, and what the pair costs. */
export interface Kept {
  ends: Int32Array;
  cost: Float64Array;
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
  const nearest = nearestOf(costs, y, { count, below: Infinity, dice, nest: undefined });
  return candidatesOf(costs.size, [pairsIn(nearest, y, undefined), ...kept.map((each) => others(nearest, each))]);
}

/** The nearest pairs, each once, and what they cost. */
export function pairsIn(nearest: Nearest, y: Float64Array, nest: Nest | undefined): Pairs {
  const { count, ends, gaps } = nearest;
  const found = { from: new Int32Array(ends.length), to: new Int32Array(ends.length), cost: new Float64Array(ends.length) };
  let total = 0;
  for (let at = 0; at < ends.length; at++) {
    const v = ends[at] as number;
    const u = (at / count) | 0;
    if (v < 0 || (v < u && isNear(nearest, v, u))) continue;
    found.from[total] = u;
    found.to[total] = v;
    found.cost[total++] = (gaps[at] as number) + (y[u] as number) + (y[v] as number) - (nest ? sharedBy(nest, u, v) : 0);
  }
  return { from: found.from.subarray(0, total), to: found.to.subarray(0, total), cost: found.cost.subarray(0, total) };
}

/** Those of the pairs that are not among the nearest, each once. */
function others(nearest: Nearest, { ends, cost }: Kept): Pairs {
  const from = Int32Array.from(ends.keys()).filter((u) => {
    const v = ends[u] as number;
    return v >= 0 && (ends[v] !== u || u < v) && !isNear(nearest, u, v) && !isNear(nearest, v, u);
  });
  return { from, to: from.map((u) => ends[u] as number), cost: Float64Array.from(from, (u) => cost[u] as number) };
}

/** What the pairs of a matching cost. */
export function costsAlong(costs: HalfRows, mate: Int32Array): Float64Array {
  const along = new Float64Array(costs.size).fill(Infinity);
  if (costs.lists) alongLists(costs.lists, mate, along);
  else alongRows(costs, mate, along);
  return along;
}

function alongLists({ first, ends, cost }: PairLists, mate: Int32Array, along: Float64Array): void {
  for (let u = 0; u < mate.length; u++) {
    for (let at = first[u] as number; at < (first[u + 1] as number); at++) {
      if (ends[at] === mate[u] && (cost[at] as number) < (along[u] as number)) along[u] = cost[at] as number;
    }
  }
}

function alongRows({ size, lower }: HalfRows, mate: Int32Array, along: Float64Array): void {
  const row = new Float64Array(size);
  for (let u = 0; u < size; u++) {
    const v = mate[u] as number;
    if (v < 0 || v > u) continue;
    lower(u, row);
    along[u] = row[v] as number;
    along[v] = row[v] as number;
  }
}
