// Keeps a matching to the blossoms of earlier stages: it has to cross each of them once. Each crossing costs a toll. Crossings of an odd set are odd,
// so one blossom crossed wrongly costs two tolls; where that is more than could be gained by it, the best matching crosses all of them once.
import { type Blossom, type Costs, type Matched, type PairLists, withRowsChanged } from '../costs.ts';
import { costsAlong } from '../search/pricing.ts';
import { matchPerfectly, type Start } from '../search/solve.ts';
import { addListed, addShared, around, type Nests, nestsOf, share } from './nests.ts';

/** A best matching among those that cross each blossom once, and the costs with the toll under which its prices hold. */
export interface Crossing {
  toll: number;
  tolled: Costs;
  matched: Matched;
}

/** Tolls of all blossoms around a vertex come to no more than this at first: so far sums are exact. */
const MOST_TOLLS = 2 ** 47;

/**
 * The best matching that crosses each blossom of `solutions` once; `start.mate` does. Lists among the costs are changed by it. A small toll makes
 * for a short search and is nearly always enough; whether it was is seen from the matching.
 */
export function crossingOnce(costs: Costs, solutions: readonly (readonly Blossom[])[], start: Start): Crossing {
  const blossoms = solutions.flat();
  if (blossoms.length === 0) return { toll: 0, tolled: costs, matched: matchPerfectly(costs, start) };
  const nests = solutions.map((each) => nestsOf(costs.size, each, () => 1));
  const present = along(costs, start.mate);
  const { least, most } = reachesIn(costs);
  const deepest = depthsIn(nests, costs.size).reduce((all, depth) => Math.max(all, depth), 1);
  let enough = tollFor(difference(present, least));
  let toll = Math.min(enough, 1 + 2 * most, Math.ceil(MOST_TOLLS / deepest));
  for (let paid = 0; ; ) {
    if (costs.lists) addTolls(costs.lists, nests, toll - paid);
    const tolled = costs.lists ? costs : withToll(costs, nests, toll);
    const matched = matchPerfectly(tolled, start);
    if (toll >= enough || blossoms.every(({ members }) => crossings(members, matched.mate) === 1)) return { toll, tolled, matched };
    enough = Math.min(enough, toll + tollFor(difference(present, along(tolled, matched.mate)) + toll * blossoms.length));
    paid = toll;
    toll = Math.min(enough, 64 * toll);
  }
}

/** More than half of what could be gained. */
function tollFor(gain: number): number {
  return Math.floor(gain / 2) + 1;
}

/** By how much one matching costs more than another: each pair counts for both of its ends. */
function difference(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, cost, v) => sum + cost - (other[v] as number), 0) / 2;
}

/** What the pair of each vertex costs. */
function along({ size, row, lower = row, lists }: Costs, mate: Int32Array): Float64Array {
  return costsAlong({ size, lower, lists }, mate);
}

/** What a matching costs. */
export function sumOf(costs: Costs, mate: Int32Array): number {
  return along(costs, mate).reduce((sum, cost) => sum + cost, 0) / 2;
}

/** What the cheapest pair of each vertex costs, and the dearest of all. */
function reachesIn({ size, row: read, lists }: Costs): { least: Float64Array; most: number } {
  const row = new Float64Array(size);
  const least = new Float64Array(size);
  let most = 0;
  for (let u = 0; u < size; u++) {
    if (!lists) read(u, row);
    row[u] = Infinity;
    const [low, high] = reachOf(lists ? lists.cost.subarray(lists.first[u], lists.first[u + 1]) : row);
    least[u] = low;
    if (high > most) most = high;
  }
  return { least, most };
}

/** The least and the most of some costs, those of forbidden pairs left out. */
function reachOf(costs: Float64Array): readonly [number, number] {
  let [least, most] = [Infinity, 0];
  for (let at = 0; at < costs.length; at++) {
    const cost = costs[at] as number;
    if (cost < least) least = cost;
    if (cost > most && cost < Infinity) most = cost;
  }
  return [least, most];
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
function withToll(costs: Costs, nests: readonly Nests[], toll: number): Costs {
  if (toll === 0 || nests.length === 0) return costs;
  const tolls = depthsIn(nests, costs.size).map((depth) => depth * toll);
  const back = nests.map((nest) => weighted(nest, -2 * toll));
  return withRowsChanged(costs, (u, into, until) => {
    const own = tolls[u] as number;
    for (let v = 0; v < until; v++) into[v] = (into[v] as number) + own + (tolls[v] as number);
    for (const nest of back) addShared(nest, u, into, until);
  });
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
