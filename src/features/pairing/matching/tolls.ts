// Keeps a matching to the blossoms of earlier stages: it has to cross each of them once. A crossing costs a toll that is more than half of what
// could be gained by it; crossings of an odd set are odd, so one blossom crossed wrongly costs two tolls.
import type { Blossom, Costs, Matched, PairLists } from './costs.ts';
import { addListed, addShared, around, type Nests, nestsOf, share } from './nests.ts';
import { costsAlong } from './pricing.ts';
import { matchPerfectly, type Start } from './solve.ts';

/** A best matching among those that cross each blossom once, and the costs with the toll under which its prices hold. */
export interface Crossing {
  toll: number;
  tolled: Costs;
  matched: Matched;
}

/** Tolls of all blossoms around a vertex come to no more than this: with it, sums stay exact. */
const MOST_TOLLS = 2 ** 47;

/** The best matching that crosses each blossom of `solutions` once; `start.mate` does. Lists among the costs are changed by it. */
export function crossingOnce(costs: Costs, solutions: readonly (readonly Blossom[])[], start: Start): Crossing {
  let paid = 0;
  const settle = (toll: number): Crossing => {
    if (costs.lists) addTolls(costs.lists, nests, toll - paid);
    paid = toll;
    const tolled = costs.lists ? costs : withToll(costs, nests, toll);
    return { toll, tolled, matched: matchPerfectly(tolled, start) };
  };
  const nests = solutions.map((blossoms) => nestsOf(costs.size, blossoms, () => 1));
  if (nests.length === 0) return settle(0);
  const present = along(costs, start.mate);
  const toll = tollFor(present, leastCosts(costs));
  if (toll * Math.max(...depthsIn(nests, costs.size)) <= MOST_TOLLS) return settle(toll);
  // So large a toll could not be added up exactly. Without any, the best matching tells much better how much there is to be gained.
  const free = settle(0);
  const isOnce = solutions.flat().every(({ members }) => crossings(members, free.matched.mate) === 1);
  return isOnce ? free : settle(tollFor(present, along(costs, free.matched.mate)));
}

/** More than half of what a matching could gain at most: half the difference for each vertex, as each pair has two. */
function tollFor(present: Float64Array, least: Float64Array): number {
  return Math.floor(present.reduce((sum, cost, v) => sum + cost - (least[v] as number), 0) / 4) + 1;
}

/** What the pair of each vertex costs. */
function along({ size, row, lower = row, lists }: Costs, mate: Int32Array): Float64Array {
  return costsAlong({ size, lower, lists }, mate);
}

/** What a matching costs. */
export function sumOf(costs: Costs, mate: Int32Array): number {
  return along(costs, mate).reduce((sum, cost) => sum + cost, 0) / 2;
}

/** What the cheapest pair of each vertex costs. */
function leastCosts({ size, row: read, lists }: Costs): Float64Array {
  const row = new Float64Array(size);
  return Float64Array.from({ length: size }, (_, u) => {
    if (lists) return lists.cost.subarray(lists.first[u], lists.first[u + 1]).reduce((least, cost) => Math.min(least, cost), Infinity);
    read(u, row);
    row[u] = Infinity;
    return row.reduce((least, cost) => Math.min(least, cost), Infinity);
  });
}

function crossings(members: Int32Array, mate: Int32Array): number {
  const inside = new Set(members);
  return members.reduce((count, v) => count + (inside.has(mate[v] as number) ? 0 : 1), 0);
}

/** In how many blossoms each vertex lies. */
function depthsIn(nests: readonly Nests[], size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, v) => nests.reduce((sum, nest) => sum + around(nest, v), 0));
}

/** Adds `toll` to rows for each blossom that a pair crosses: for every pair that has one end in it. Each blossom's weight is one. */
export function withToll(costs: Costs, nests: readonly Nests[], toll: number): Costs {
  if (toll === 0 || nests.length === 0) return costs;
  const { size, row, lower } = costs;
  const tolls = depthsIn(nests, size).map((depth) => depth * toll);
  const back = nests.map((nest) => weighted(nest, -2 * toll));
  const add = (u: number, into: Float64Array, until: number) => {
    const own = tolls[u] as number;
    for (let v = 0; v < until; v++) into[v] = (into[v] as number) + own + (tolls[v] as number);
    for (const nest of back) addShared(nest, u, into, until);
  };
  const all = (u: number, into: Float64Array) => {
    row(u, into);
    add(u, into, size);
  };
  if (!lower) return { size, row: all };
  return {
    size,
    row: all,
    lower: (u, into) => {
      lower(u, into);
      add(u, into, u);
    },
  };
}

function weighted(nest: Nests, times: number): Nests {
  return { ...nest, weight: nest.weight.map((weight) => weight * times) };
}

function addTolls({ first, ends, cost }: PairLists, nests: readonly Nests[], toll: number): void {
  if (toll === 0 || nests.length === 0) return;
  const size = first.length - 1;
  const tolls = depthsIn(nests, size).map((depth) => depth * toll);
  const back = nests.map((nest) => weighted(nest, -2 * toll));
  for (let u = 0; u < size; u++) {
    const from = first[u] as number;
    const to = first[u + 1] as number;
    const own = tolls[u] as number;
    for (let at = from; at < to; at++) cost[at] = (cost[at] as number) + own + (tolls[ends[at] as number] as number);
    for (const nest of back) if (share(nest, u)) addListed(nest, ends.subarray(from, to), cost.subarray(from, to));
  }
}
