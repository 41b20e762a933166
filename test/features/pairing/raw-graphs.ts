// Graphs with weights as `coachingpairs match` takes them, the truth about small ones, and the theorem that a certificate leans on, in whole
// numbers of any length and without a line of the program.

import {
  denseGraph,
  emptyTriangle,
  listInTriangle,
  sparseGraph,
  type WeightedGraph,
} from '../../../src/features/pairing/matching/raw/graph.ts';
import type { Proved } from '../../../src/features/pairing/matching/raw/raw.ts';

export type Pair = readonly [u: number, v: number, weight: number];

export interface Listed {
  size: number;
  pairs: Pair[];
}

/** A random number from 0 up to, and without, 1. */
export type Throw = () => number;

const below = (dice: Throw, limit: number) => Math.floor(dice() * limit);
const wide = (dice: Throw) => below(dice, 2 ** 21) * 2 ** 32 + below(dice, 2 ** 32);

/** How heavy pairs are: few weights, many, all there are, all near the largest, only the extremes, and large ones with small differences. */
export const WEIGHTS: Readonly<Record<string, (dice: Throw) => number>> = {
  few: (dice) => below(dice, 3),
  hundred: (dice) => below(dice, 100),
  wide,
  top: (dice) => 2 ** 53 - below(dice, 1000),
  extremes: (dice) => (dice() < 0.5 ? 0 : 2 ** 53),
  steps: (dice) => below(dice, 4) * 2 ** 50 + below(dice, 8),
};

export function randomGraph(dice: Throw, weigh: (dice: Throw) => number, most = 10): Listed {
  const size = below(dice, most + 1);
  const density = dice();
  const pairs: Pair[] = [];
  for (let u = 0; u < size; u++)
    for (let v = 0; v < u; v++) if (dice() < density) pairs.push(dice() < 0.5 ? [u, v, weigh(dice)] : [v, u, weigh(dice)]);
  return { size, pairs };
}

/** The same graph as lists, and as a triangle. */
export function bothWays({ size, pairs }: Listed): WeightedGraph[] {
  const triangle = emptyTriangle(size);
  for (const [u, v, weight] of pairs) listInTriangle(triangle, u, v, weight);
  const column = (at: 0 | 1 | 2) => pairs.map((pair) => pair[at]);
  const [from, to, weight] = [Int32Array.from(column(0)), Int32Array.from(column(1)), Float64Array.from(column(2))];
  return [sparseGraph(size, { from, to, weight }), denseGraph(triangle)];
}

/** The largest weight of a perfect matching, by trying everything; `undefined` where there is none. */
export function byTrying({ size, pairs }: Listed): bigint | undefined {
  const best = new Map<number, bigint | undefined>([[(1 << size) - 1, 0n]]);
  const from = (taken: number): bigint | undefined => {
    if (best.has(taken)) return best.get(taken);
    let first = 0;
    while ((taken & (1 << first)) !== 0) first++;
    let most: bigint | undefined;
    for (const [u, v, weight] of pairs) {
      const other = u === first ? v : v === first ? u : -1;
      if (other < 0 || (taken & (1 << other)) !== 0) continue;
      const rest = from(taken | (1 << first) | (1 << other));
      if (rest !== undefined && (most === undefined || rest + BigInt(weight) > most)) most = rest + BigInt(weight);
    }
    best.set(taken, most);
    return most;
  };
  return from(0);
}

/** What is wrong with a certificate for the graph, as Edmonds' theorem has it. */
export function faultIn({ size, pairs }: Listed, { weight, mate, y, blossoms }: Proved): string | undefined {
  const sets: Set<number>[] = [];
  for (const [at, { children, z }] of blossoms.entries()) {
    if (children.some((child) => child >= size + at)) return `blossom ${at} has a child that comes later`;
    const members = children.flatMap((child) => (child < size ? [child] : [...(sets[child - size] as Set<number>)]));
    sets.push(new Set(members));
    if (members.length !== sets[at]?.size || members.length % 2 === 0 || members.length < 3)
      return `blossom ${at} has ${members.length} members`;
    if (z <= 0n) return `blossom ${at} has no z`;
  }
  const used = blossoms.flatMap(({ children }) => children);
  if (new Set(used).size !== used.length) return 'somebody is a child twice';
  let sum = 0n;
  for (const [u, v, each] of pairs) {
    let allowed = (y[u] as bigint) + (y[v] as bigint);
    for (const [at, set] of sets.entries()) if (set.has(u) && set.has(v)) allowed += (blossoms[at] as { z: bigint }).z;
    if (allowed < BigInt(each)) return `the pair ${u} ${v} weighs more than is allowed`;
  }
  for (let u = 0; u < size; u++) {
    const v = mate[u] as number;
    if (v === u || mate[v] !== u) return `${u} has no partner`;
    const between = pairs.filter(([one, other]) => (one === u && other === v) || (one === v && other === u));
    if (between.length === 0) return `${u} and ${v} are not listed`;
    if (u < v) sum += BigInt(Math.max(...between.map(([, , each]) => each)));
  }
  let bound = y.reduce((all, price) => all + price, 0n);
  for (const [at, set] of sets.entries()) bound += (blossoms[at] as { z: bigint }).z * BigInt((set.size - 1) / 2);
  return sum === weight && bound === weight
    ? undefined
    : `the matching weighs ${sum}, it is said to weigh ${weight}, and ${bound} is allowed`;
}
