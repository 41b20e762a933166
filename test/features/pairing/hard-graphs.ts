// Graphs that are hard for engines of this kind, dense and sparse: blossoms within blossoms, rings everywhere, only ties, large products.
import { type Costs, costsOfPairs } from '../../../src/features/pairing/matching/costs.ts';
import { diceFrom } from './small-problems.ts';

/** A problem, and a perfect matching to begin with. */
export interface HardGraph {
  costs: Costs;
  mate: Int32Array;
}

/** What a pair costs, `u` coming after `v`. */
type Cost = (u: number, v: number, dice: () => number) => number;

/** Complete graphs. */
export const DENSE: Record<string, Cost> = {
  'all pairs cost the same': () => 7,
  'pairs cost one or two': (_u, _v, dice) => 1 + Math.floor(dice() * 2),
  'few pairs are cheap': (_u, v, dice) => (dice() * (v + 3) < 3 ? 0 : 1),
  'groups of three': (u, v, dice) => (Math.floor(u / 3) === Math.floor(v / 3) ? 0 : 1000) + Math.floor(dice() * 1000),
  'groups of five on a line': (u, v) => (Math.floor(u / 5) === Math.floor(v / 5) ? u - v : 20 * (Math.floor(u / 5) - Math.floor(v / 5))),
  'a chain of triangles': (u, v) => [0, 1][Math.floor(u / 3) - Math.floor(v / 3)] ?? 1000,
  'products, small ones first': (u, v) => (u + 1) * (v + 1),
  'products, large ones first': (u, v) => 1e6 - (u + 1) * (v + 1),
  'two sides, nearly': (u, v, dice) => ((u + v) % 2 === 1 || dice() < 0.002 ? 0 : 1e5) + Math.floor(dice() * 1e5),
  'any cost': (_u, _v, dice) => Math.floor(dice() * 1e6),
};

export function denseGraph(cost: Cost, size: number, seed: number): HardGraph {
  const dice = diceFrom(seed);
  const square = new Float64Array(size * size);
  for (let u = 0; u < size; u++) for (let v = 0; v < u; v++) square[u * size + v] = square[v * size + u] = cost(u, v, dice);
  const row = (u: number, into: Float64Array) => into.set(square.subarray(u * size, (u + 1) * size));
  const lower = (u: number, into: Float64Array) => into.set(square.subarray(u * size, u * size + u));
  return { costs: { size, row, lower }, mate: neighbours(size) };
}

/** The same problem as a list of its pairs. */
export function listedGraph({ costs, mate }: HardGraph): HardGraph {
  const pairs = { from: [] as number[], to: [] as number[], cost: [] as number[] };
  const row = new Float64Array(costs.size);
  for (let u = 0; u < costs.size; u++) {
    costs.row(u, row);
    for (let v = 0; v < u; v++) add(pairs, u, v, row[v] as number);
  }
  return { costs: listed(costs.size, pairs), mate };
}

/** Pairs by chance between `size` vertices, and a matching among them. */
export function sparseGraph(size: number, count: number, most: number): HardGraph {
  const dice = diceFrom(size);
  const pairs = { from: [] as number[], to: [] as number[], cost: [] as number[] };
  for (let u = 0; u < size; u += 2) add(pairs, u, u + 1, Math.floor(dice() * most));
  while (pairs.from.length < count) {
    const [u, v] = [Math.floor(dice() * size), Math.floor(dice() * size)];
    if (u !== v) add(pairs, u, v, Math.floor(dice() * most));
  }
  return { costs: listed(size, pairs), mate: neighbours(size) };
}

/** Two nests of triangles around triangles, with a dear pair between their innermost vertices: blossoms lie as deep as the nests. */
export function nestedGraph(size: number): HardGraph {
  const half = size / 2;
  const pairs = { from: [] as number[], to: [] as number[], cost: [] as number[] };
  const mate = new Int32Array(size);
  for (const innermost of [0, half]) {
    for (let level = 1; 2 * level < half; level++) {
      const [one, other] = [innermost + 2 * level - 1, innermost + 2 * level];
      add(pairs, one, other, 0);
      add(pairs, one, other - 2, level);
      add(pairs, other, other - 2, level);
      mate[one] = other;
      mate[other] = one;
    }
  }
  add(pairs, 0, half, size * size);
  mate[0] = half;
  mate[half] = 0;
  return { costs: listed(size, pairs), mate };
}

function neighbours(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, v) => v ^ 1);
}

function add(pairs: { from: number[]; to: number[]; cost: number[] }, u: number, v: number, cost: number): void {
  pairs.from.push(u);
  pairs.to.push(v);
  pairs.cost.push(cost);
}

function listed(size: number, { from, to, cost }: { from: number[]; to: number[]; cost: number[] }): Costs {
  return costsOfPairs(size, { from: Int32Array.from(from), to: Int32Array.from(to), cost: Float64Array.from(cost) });
}
