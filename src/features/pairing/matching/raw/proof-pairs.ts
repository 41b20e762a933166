// The part of the proof that looks at every pair of the graph: its weight against the prices of its ends and the blossoms that hold both. Numbers
// of any size are split in two, so that each comparison is exact.
import type { WeightedGraph } from './graph.ts';
import type { Claim } from './proof.ts';

/** The blossoms as a tree, with what they add up to from each outwards. */
export interface Tree {
  above: Int32Array;
  /** How many vertices each blossom holds. */
  sizes: Int32Array;
  /** Doubled sums of z, split like prices. */
  high: Float64Array;
  low: Float64Array;
}

const SPLIT = 2 ** 40;

function split(numbers: readonly bigint[]): { high: Float64Array; low: Float64Array } {
  const bits = 40n;
  return {
    high: Float64Array.from(numbers, (each) => Number(each >> bits)),
    low: Float64Array.from(numbers, (each) => Number(BigInt.asUintN(40, each))),
  };
}

export function treeOf(size: number, { blossoms }: Claim): Tree {
  const above = new Int32Array(size + blossoms.length).fill(-1);
  const sizes = new Int32Array(blossoms.length);
  blossoms.forEach(({ children }, at) => {
    for (const child of children) {
      above[child] = size + at;
      sizes[at] = (sizes[at] as number) + (child < size ? 1 : (sizes[child - size] as number));
    }
  });
  const sums = blossoms.map(({ twiceZ }) => twiceZ);
  for (let at = sums.length - 1; at >= 0; at--) {
    const around = above[size + at] as number;
    if (around >= 0) sums[at] = (sums[at] as bigint) + (sums[around - size] as bigint);
  }
  return { above, sizes, ...split([...sums, 0n]) };
}

/** Whether some pair weighs more than it may, or one that is matched less; otherwise what the matching weighs. */
export function pairsFault(graph: WeightedGraph, { mate, twiceY }: Claim, { above, high, low }: Tree): bigint | string {
  const { size } = graph;
  const prices = split(twiceY);
  const asked = new Int32Array(above.length).fill(-1);
  const pairs = { ends: Int32Array.from({ length: size }, (_, v) => v), weights: new Float64Array(size) };
  const found = new Uint8Array(size);
  let weight = 0n;
  for (let u = 0; u < size; u++) {
    for (let at = above[u] as number; at >= 0; at = above[at] as number) asked[at] = u;
    const count = pairsBefore(graph, u, pairs);
    for (let at = 0; at < count; at++) {
      const twice = 2 * (pairs.weights[at] as number);
      const v = pairs.ends[at] as number;
      if (twice < 0 || v >= u) continue;
      let set = above[v] as number;
      while (set >= 0 && asked[set] !== u) set = above[set] as number;
      const around = set < 0 ? high.length - 1 : set - size;
      const whole = Math.floor(twice / SPLIT);
      const upper = (prices.high[u] as number) + (prices.high[v] as number) + (high[around] as number) - whole;
      const lower = (prices.low[u] as number) + (prices.low[v] as number) + (low[around] as number) - (twice - whole * SPLIT);
      const slack = upper * SPLIT + lower;
      if (slack < 0) return `the pair ${v} ${u} weighs more than its prices and blossoms allow, by ${-slack / 2}`;
      if (mate[u] !== v || slack > 0 || found[u] === 1) continue;
      found[u] = 1;
      weight += BigInt(twice / 2);
    }
  }
  const loose = mate.findIndex((v, u) => v < u && found[u] === 0);
  return loose < 0
    ? weight
    : `the pair ${mate[loose]} ${loose} is matched, and is not listed or weighs less than its prices and blossoms allow`;
}

/** The pairs of `u` with those before it, in part with others: their ends and weights, and how many. */
function pairsBefore({ lower, lists }: WeightedGraph, u: number, pairs: { ends: Int32Array; weights: Float64Array }): number {
  if (!lists) {
    lower(u, pairs.weights);
    return u;
  }
  const [begin, end] = [lists.first[u] as number, lists.first[u + 1] as number];
  pairs.ends = lists.ends.subarray(begin, end);
  pairs.weights = lists.cost.subarray(begin, end);
  return end - begin;
}
