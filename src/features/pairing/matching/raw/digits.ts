// Weights too large for the search come as two digits, and are settled one after the other. The second digit counts only among matchings that are
// best in the first; how much a pair or a crossed blossom falls short of that is made a cost, no higher than is needed to rule it out.
import type { Costs, Matched } from '../costs.ts';
import type { WeightedGraph } from './graph.ts';
import { askFrom, nestOf, shared, sumsOutward } from './nest.ts';

/** Looked up once: these run for every pair. */
const { floor, min } = Math;
const NEVER = Infinity;

/** Turns the weights of `u` with each of `ends` into costs, in place. */
type Turn = (u: number, ends: Int32Array, values: Float64Array, count: number) => void;

/** The higher digit of what each pair lacks of the largest weight. */
export function higherDigit(graph: WeightedGraph, scale: number): Costs {
  const { greatest } = graph;
  return costsBy(graph, (_, __, values, count) => {
    for (let at = 0; at < count; at++) {
      const weight = values[at] as number;
      values[at] = weight < 0 ? NEVER : floor((greatest - weight) / scale);
    }
  });
}

/** What the second digit is settled with: its costs, and the toll for each blossom of the first that a pair crosses. */
export interface Second {
  costs: Costs;
  tolls: Float64Array;
  /** What each vertex pays when it is matched outside of all blossoms around it. */
  paid: Float64Array;
}

/** Costs here stay below this, so that they are exact when the search doubles them. */
const LARGEST_LACK = 2 ** 48;

/**
 * A matching that is best in the first digit falls short of it nowhere, and costs less than `scale` for each of its pairs here. So whatever falls
 * short by as many units as a matching has pairs is ruled out. Crossing a blossom need not count for more than that; pairs count for as much as
 * is exact, because a search meets fewer surprises where costs do not end in a plain.
 */
export function lowerDigit(graph: WeightedGraph, scale: number, first: Matched): Second {
  const { size, greatest } = graph;
  const nest = nestOf(size, first.blossoms);
  const enough = size / 2;
  const most = Math.max(enough, LARGEST_LACK / scale);
  const held = sumsOutward(
    nest,
    Float64Array.from(first.blossoms, ({ z }) => z),
  );
  const tolls = Float64Array.from(first.blossoms, ({ z }) => (scale / 2) * Math.min(z, enough));
  const tolled = sumsOutward(nest, tolls);
  const paid = Float64Array.from(
    { length: size },
    (_, v) => tolled[(nest.above[v] as number) < 0 ? tolls.length : (nest.above[v] as number) - size] as number,
  );
  const { y } = first;
  const turn: Turn = (u, ends, values, count) => {
    askFrom(nest, u);
    for (let at = 0; at < count; at++) {
      const weight = values[at] as number;
      const v = ends[at] as number;
      const within = shared(nest, u, v);
      const lacks = greatest - weight;
      const digit = floor(lacks / scale);
      const slack = digit + (held[within] as number) - (y[u] as number) - (y[v] as number);
      const crossed = (paid[u] as number) + (paid[v] as number) - 2 * (tolled[within] as number);
      values[at] = weight < 0 ? NEVER : scale * min(slack, most) + (lacks - digit * scale) + crossed;
    }
  };
  return { costs: costsBy(graph, turn), tolls, paid };
}

function costsBy({ size, row, lower, lists }: WeightedGraph, turn: Turn): Costs {
  if (lists) {
    const { first, ends } = lists;
    const cost = lists.cost.slice();
    for (let u = 0; u < size; u++) {
      const [begin, end] = [first[u] as number, first[u + 1] as number];
      turn(u, ends.subarray(begin, end), cost.subarray(begin, end), end - begin);
    }
    return { size, row: rowOf({ first, ends, cost }), lists: { first, ends, cost } };
  }
  const everyone = Int32Array.from({ length: size }, (_, v) => v);
  const turned = (read: WeightedGraph['row'], limit: (u: number) => number) => (u: number, into: Float64Array) => {
    read(u, into);
    turn(u, everyone, into, limit(u));
  };
  return { size, row: turned(row, () => size), lower: turned(lower, (u) => u) };
}

function rowOf({ first, ends, cost }: NonNullable<Costs['lists']>): Costs['row'] {
  return (u, into) => {
    into.fill(Infinity);
    for (let at = first[u] as number; at < (first[u + 1] as number); at++) {
      const v = ends[at] as number;
      into[v] = Math.min(into[v] as number, cost[at] as number);
    }
  };
}
