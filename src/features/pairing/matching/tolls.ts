// Keeps a matching to the blossoms of earlier stages: it has to cross each of them once. A crossing costs a toll that is more than half of what
// could be gained by it; crossings of an odd set are odd, so one blossom crossed wrongly costs two tolls.
import type { Blossom, Costs, Matched, PairLists } from './costs.ts';
import { addShared, around, type Nests, nestsOf, shared } from './nests.ts';
import { matchPerfectly, type Start } from './solve.ts';

/** A best matching among those that cross each blossom once, and the costs with the toll under which its prices hold. */
export interface Crossing {
  toll: number;
  tolled: Costs;
  matched: Matched;
}

/** Tolls of all blossoms around a vertex come to no more than this: with it, sums stay exact. */
const MOST_TOLLS = 2 ** 46;

/** The best matching that crosses each blossom of `solutions` once; `start.mate` does. */
export function crossingOnce(costs: Costs, solutions: readonly (readonly Blossom[])[], start: Start): Crossing {
  if (solutions.length === 0) return { toll: 0, tolled: costs, matched: matchPerfectly(costs, start) };
  const nests = solutions.map((blossoms) => nestsOf(costs.size, blossoms, () => 1));
  const most = sumOf(costs, start.mate);
  const settle = (toll: number): Crossing => {
    const tolled = withToll(costs, nests, toll);
    return { toll, tolled, matched: matchPerfectly(tolled, start) };
  };
  const toll = tollFor(most, leastSum(costs));
  if (toll * Math.max(...depthsIn(nests, costs.size)) <= MOST_TOLLS) return settle(toll);
  // So large a toll could not be added up exactly. Without any, the best matching tells much better how much there is to be gained.
  const free = settle(0);
  const isOnce = solutions.flat().every(({ members }) => crossings(members, free.matched.mate) === 1);
  return isOnce ? free : settle(tollFor(most, sumOf(costs, free.matched.mate)));
}

/** More than half of the difference. */
function tollFor(most: number, least: number): number {
  return Math.floor((most - least) / 2) + 1;
}

function crossings(members: Int32Array, mate: Int32Array): number {
  const inside = new Set(members);
  return members.reduce((count, v) => count + (inside.has(mate[v] as number) ? 0 : 1), 0);
}

/** In how many blossoms each vertex lies. */
function depthsIn(nests: readonly Nests[], size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, v) => nests.reduce((sum, nest) => sum + around(nest, v), 0));
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

/** Half of what the cheapest pairs of all vertices cost: no matching costs less. */
function leastSum({ size, row: read, lists }: Costs): number {
  const row = new Float64Array(size);
  let sum = 0;
  for (let u = 0; u < size; u++) {
    if (!lists) read(u, row);
    const pairs = lists ? lists.cost.subarray(lists.first[u], lists.first[u + 1]) : row;
    if (!lists) row[u] = Infinity;
    sum += pairs.reduce((least, cost) => Math.min(least, cost), Infinity);
  }
  return sum / 2;
}

/** Adds `toll` for each blossom that a pair crosses: for every pair that has one end in it. */
export function withToll(costs: Costs, nests: readonly Nests[], toll: number): Costs {
  if (toll === 0 || nests.length === 0) return costs;
  const { size, row, lower, lists } = costs;
  const tolls = depthsIn(nests, size).map((depth) => depth * toll);
  const back = nests.map((nest) => ({ ...nest, weight: nest.weight.map((weight) => -2 * toll * weight) }));
  const add = (u: number, into: Float64Array, until: number) => {
    const own = tolls[u] as number;
    for (let v = 0; v < until; v++) into[v] = (into[v] as number) + own + (tolls[v] as number);
    for (const nest of back) addShared(nest, u, into, until);
  };
  return {
    size,
    row: (u, into) => {
      row(u, into);
      add(u, into, size);
    },
    ...(lower && {
      lower: (u: number, into: Float64Array) => {
        lower(u, into);
        add(u, into, u);
      },
    }),
    ...(lists && { lists: listedWithToll(lists, tolls, back) }),
  };
}

function listedWithToll({ first, ends, cost }: PairLists, tolls: Float64Array, back: readonly Nests[]): PairLists {
  const more = cost.slice();
  for (let u = 0; u < tolls.length; u++) {
    for (let at = first[u] as number; at < (first[u + 1] as number); at++) {
      const v = ends[at] as number;
      let added = (tolls[u] as number) + (tolls[v] as number);
      for (const nest of back) added += shared(nest, u, v);
      more[at] = (more[at] as number) + added;
    }
  }
  return { first, ends, cost: more };
}
