// A graph with weights, as other programs hand it over: any whole numbers from 0 up to 2⁵³, dense or sparse. Dense ones lie in a triangle of
// four bytes a pair, and of eight only when a weight asks for it; sparse ones are lists.
import { costsOfPairs, type PairLists } from '../costs.ts';

/** Pairs with weights. Two vertices that are listed several times count once, with the largest weight. */
export interface WeightedGraph {
  readonly size: number;
  /** Whether every two vertices are known to be listed. */
  readonly complete: boolean;
  /** The least and the largest weight; both 0 where nothing is listed. */
  readonly least: number;
  readonly greatest: number;
  /** Writes what each vertex weighs with `u`, −1 where the two are not listed; of a sparse graph only those that are may be read. */
  readonly row: (u: number, into: Float64Array) => void;
  /** The same for the vertices before `u` only. */
  readonly lower: (u: number, into: Float64Array) => void;
  /** Of a sparse graph, the pairs: `cost` is their weight. They stand for the rows. */
  readonly lists?: PairLists;
}

/** The largest weight there may be: up to here, and not above, a double is exact for every whole number. */
export const LARGEST_WEIGHT = 2 ** 53;

const WORD = 2 ** 32;
const { floor } = Math;

/** Weights in a triangle, the pairs of a vertex with those before it side by side. Each stands there with one added: 0 is a pair that is not listed. */
export interface Triangle {
  readonly size: number;
  readonly low: Uint32Array;
  /** What goes beyond 32 bits; not there until a weight does. */
  high?: Uint32Array;
  pairs: number;
  least: number;
  greatest: number;
}

export function emptyTriangle(size: number): Triangle {
  return { size, low: new Uint32Array(size < 2 ? 0 : (size * (size - 1)) / 2), pairs: 0, least: Infinity, greatest: 0 };
}

/** Lists a pair of two different vertices. */
export function listInTriangle(triangle: Triangle, u: number, v: number, weight: number): void {
  const { low, high } = triangle;
  const at = u > v ? (u * (u - 1)) / 2 + v : (v * (v - 1)) / 2 + u;
  const before = (high ? (high[at] as number) * WORD : 0) + ((low[at] as number) - 1);
  if (before >= weight) return;
  if (before < 0) triangle.pairs++;
  if (weight < triangle.least) triangle.least = weight;
  if (weight > triangle.greatest) triangle.greatest = weight;
  if (weight >= WORD - 1 && !high) triangle.high = new Uint32Array(low.length);
  const upper = weight < WORD ? 0 : floor(weight / WORD);
  const lowest = weight - upper * WORD + 1;
  low[at] = lowest;
  if (triangle.high) triangle.high[at] = lowest === WORD ? upper + 1 : upper;
}

/** The graph whose pairs lie in the triangle, which must not change any more. */
export function denseGraph({ size, low, high, pairs, least, greatest }: Triangle): WeightedGraph {
  const weightAt = high ? (at: number) => (high[at] as number) * WORD + ((low[at] as number) - 1) : (at: number) => (low[at] as number) - 1;
  const lower = (u: number, into: Float64Array) => {
    for (let v = 0, at = (u * (u - 1)) / 2; v < u; v++, at++) into[v] = weightAt(at);
  };
  const row = (u: number, into: Float64Array) => {
    lower(u, into);
    into[u] = -1;
    for (let v = u + 1, at = (v * u) / 2 + u; v < size; at += v, v++) into[v] = weightAt(at);
  };
  return { size, complete: pairs === low.length, least: Math.min(least, greatest), greatest, row, lower };
}

/** A sparse graph of pairs as they come; no vertex is paired with itself. */
export function sparseGraph(size: number, pairs: { from: Int32Array; to: Int32Array; weight: Float64Array }): WeightedGraph {
  const { lists } = costsOfPairs(size, { from: pairs.from, to: pairs.to, cost: pairs.weight }) as { lists: PairLists };
  let least = Infinity;
  let greatest = 0;
  for (const weight of pairs.weight) {
    if (weight < least) least = weight;
    if (weight > greatest) greatest = weight;
  }
  const among = (limit: (u: number) => number) => (u: number, into: Float64Array) => {
    into.fill(-1, 0, limit(u));
    for (let at = lists.first[u] as number; at < (lists.first[u + 1] as number); at++) {
      const v = lists.ends[at] as number;
      if (v < limit(u)) into[v] = Math.max(into[v] as number, lists.cost[at] as number);
    }
  };
  const complete = size < 2;
  return { size, complete, least: Math.min(least, greatest), greatest, row: among(() => size), lower: among((u) => u), lists };
}

/** Of so many vertices and pairs, whether a triangle takes less room and time than lists. */
export function isDense(size: number, pairs: number): boolean {
  return size <= MOST_IN_TRIANGLE && 8 * pairs >= size * (size - 1);
}

/** A triangle for more than these would not fit into memory. */
const MOST_IN_TRIANGLE = 40_000;
