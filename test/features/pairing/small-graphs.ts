// Small graphs with one weight for each pair, and what is wrong with the engine's answer to one of them: held against trying everything, against
// another program, and against the theorem that its prices lean on.

import { type Costs, costsOfPairs, type Matched } from '../../../src/features/pairing/matching/costs.ts';
import { check } from '../../../src/features/pairing/matching/order/certificate.ts';
import { completed, type Obstacle } from '../../../src/features/pairing/matching/search/feasible.ts';
import { matchPerfectly } from '../../../src/features/pairing/matching/search/solve.ts';
import { edgesOf, heaviestPairs } from './npm-blossom.ts';
import { proves } from './prices-proof.ts';
import { faultInProof } from './proof.ts';
import { diceFrom } from './small-problems.ts';

/** What each pair costs, at `u * size + v`; `Infinity` where it is forbidden. */
export interface SmallGraph {
  size: number;
  square: Float64Array;
}

/** The most that a pair costs in each kind: only ties, few costs, many, and as many as the engine is made for. */
const MOST = [0, 1, 2, 9, 1000, 1e6, 2 ** 40];
const FORBIDDEN = [0, 0, 0.1, 0.3, 0.6, 0.8];

/** A graph of `most` vertices at most, odd ones and ones without a perfect matching among them; some in clusters, some on a line. */
export function smallGraph(seed: number, most = 12): SmallGraph {
  const dice = diceFrom(seed);
  const pick = <T>(from: readonly T[]) => from[Math.floor(dice() * from.length)] as T;
  const size = 2 + Math.floor(dice() * (most - 1));
  const [highest, forbidden, shape, cluster] = [
    pick(MOST),
    pick(FORBIDDEN),
    pick(['plain', 'plain', 'clusters', 'clusters', 'clusters', 'line', 'products']),
    pick([3, 5]),
  ];
  const at = Array.from({ length: size }, () => Math.floor(dice() * (highest + 1)));
  const shaped = (u: number, v: number) => {
    const any = Math.floor(dice() * (highest + 1));
    if (shape === 'clusters') return Math.floor(u / cluster) === Math.floor(v / cluster) ? Math.floor(any / 100) : any;
    if (shape === 'line') return Math.abs((at[u] as number) - (at[v] as number));
    return shape === 'products' ? Math.floor(((at[u] as number) * (at[v] as number)) / (highest + 1)) : any;
  };
  const square = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
  for (let u = 0; u < size; u++)
    for (let v = 0; v < u; v++) {
      const cost = shaped(u, v);
      if (dice() >= forbidden) square[u * size + v] = square[v * size + u] = cost;
    }
  return { size, square };
}

/** The graph as the engine reads it: by rows, by half rows as well, or as a list of its pairs. */
export function costsOf({ size, square }: SmallGraph, how = 0): Costs {
  if (how % 3 === 2) return listed({ size, square });
  const rows = { size, row: (u: number, into: Float64Array) => into.set(square.subarray(u * size, (u + 1) * size)) };
  return how % 3 === 0 ? rows : { ...rows, lower: (u, into) => into.set(square.subarray(u * size, u * size + u)) };
}

function listed({ size, square }: SmallGraph): Costs {
  const pairs = { from: [] as number[], to: [] as number[], cost: [] as number[] };
  for (let u = 0; u < size; u++)
    for (let v = 0; v < u; v++) {
      const cost = square[u * size + v] as number;
      if (cost === Number.POSITIVE_INFINITY) continue;
      const [from, to] = (u + v) % 2 === 0 ? [u, v] : [v, u];
      // Now and then a pair stands there twice, for more.
      for (const each of (u * v) % 7 === 3 ? [cost + 5, cost] : [cost]) {
        pairs.from.push(from);
        pairs.to.push(to);
        pairs.cost.push(each);
      }
    }
  return costsOfPairs(size, { from: Int32Array.from(pairs.from), to: Int32Array.from(pairs.to), cost: Float64Array.from(pairs.cost) });
}

/** The least that a perfect matching costs, by trying all; `undefined` where there is none. Costs are given as whole numbers of any length. */
export function leastByTrying(size: number, cost: (u: number, v: number) => bigint | undefined): bigint | undefined {
  const square = Array.from({ length: size * size }, (_, at) =>
    at % (size + 1) === 0 ? undefined : cost(Math.floor(at / size), at % size),
  );
  const known = new Map<number, bigint | undefined>([[0, 0n]]);
  const least = (left: number): bigint | undefined => {
    if (known.has(left)) return known.get(left);
    const u = 31 - Math.clz32(left);
    let found: bigint | undefined;
    for (let v = 0; v < u; v++) {
      const asked = square[u * size + v];
      if ((left & (1 << v)) === 0 || asked === undefined) continue;
      const rest = least(left ^ (1 << u) ^ (1 << v));
      if (rest !== undefined && (found === undefined || rest + asked < found)) found = rest + asked;
    }
    known.set(left, found);
    return found;
  };
  return least(2 ** size - 1);
}

/** What is wrong with the engine's answer to one graph, from the beginning and from the prices of a graph much like it; nothing where all is right. */
export function faultInSmall(seed: number): string | undefined {
  const graph = smallGraph(seed);
  const wanted = leastByTrying(graph.size, exactly(graph));
  const theirs = heaviestPairs(
    graph.size,
    edgesOf(graph.size, (u, v) => graph.square[u * graph.size + v]),
  );
  if (wanted !== (theirs && sumOf(graph, theirs))) return `graph ${seed}: the judges differ`;
  const mate = new Int32Array(graph.size).fill(-1);
  const open = Uint8Array.from(graph.square, (cost) => (cost < Number.POSITIVE_INFINITY ? 1 : 0));
  const obstacle = completed({ size: graph.size, open }, mate, Int32Array.from(mate.keys()));
  if (obstacle || wanted === undefined) {
    if (!obstacle || wanted !== undefined) return `graph ${seed}: ${obstacle ? 'a matching was missed' : 'there is no matching'}`;
    return isObstacle(graph, obstacle) ? undefined : `graph ${seed}: the obstacle is none`;
  }
  const matched = matchPerfectly(costsOf(graph, seed), { mate, seed });
  const refused = proves(costsOf(graph, seed + 2), matched);
  if (refused) return `graph ${seed}: refused by the program: ${refused}`;
  const fault = faultIn(graph, matched, wanted) ?? faultByOwnCheck(graph, open, matched) ?? faultWhenWarm(graph, matched, seed);
  return fault && `graph ${seed}: ${fault}`;
}

function exactly({ size, square }: SmallGraph): (u: number, v: number) => bigint | undefined {
  return (u, v) => {
    const cost = square[u * size + v] as number;
    return cost < Number.POSITIVE_INFINITY ? BigInt(cost) : undefined;
  };
}

function sumOf({ size, square }: SmallGraph, mate: ArrayLike<number>): bigint {
  return Array.from(mate).reduce((sum, v, u) => (v > u ? sum + BigInt(square[u * size + v] as number) : sum), 0n);
}

function faultIn(graph: SmallGraph, { mate, y, blossoms }: Matched, wanted: bigint): string | undefined {
  const fault = faultInProof({ size: graph.size, cost: exactly(graph), mate, y, blossoms });
  if (fault) return `not proved: ${fault}`;
  const sum = sumOf(graph, mate);
  return sum === wanted ? undefined : `${sum} instead of ${wanted}`;
}

/** The program's own checker must be of the same mind. */
function faultByOwnCheck(graph: SmallGraph, open: Uint8Array, { mate, y, blossoms }: Matched): string | undefined {
  const { size, square } = graph;
  const finite = square.map((cost) => (cost < Number.POSITIVE_INFINITY ? cost : 0));
  const row = (u: number, into: Float64Array) => into.set(finite.subarray(u * size, (u + 1) * size));
  const stage = { group: [{ tier: 0, least: 0, place: 1 }], toll: 0, y, blossoms };
  const verdict = check({ size, open, tiers: [{ name: 'cost', row }] }, mate, [stage]);
  return verdict.holds ? undefined : `refused by the program: ${verdict.because}`;
}

/** The same graph with a few costs changed or a pair forbidden, solved from the answer before: it must cost what trying everything says. */
function faultWhenWarm(graph: SmallGraph, { mate, y }: Matched, seed: number): string | undefined {
  const dice = diceFrom(seed ^ 0x5bd1e995);
  const { size } = graph;
  const changed = { size, square: graph.square.slice() };
  const most = Math.max(...changed.square.map((cost) => (cost < Number.POSITIVE_INFINITY ? cost : 0)));
  for (let times = 1 + Math.floor(dice() * 3); times > 0; times--) {
    const u = Math.floor(dice() * size);
    const v = dice() < 0.5 ? (mate[u] as number) : (u + 1 + Math.floor(dice() * (size - 1))) % size;
    const cost = dice() < 0.4 ? Number.POSITIVE_INFINITY : Math.floor(dice() * (most + 2));
    changed.square[u * size + v] = changed.square[v * size + u] = cost;
  }
  const wanted = leastByTrying(size, exactly(changed));
  const witness = new Int32Array(size).fill(-1);
  const open = Uint8Array.from(changed.square, (cost) => (cost < Number.POSITIVE_INFINITY ? 1 : 0));
  const obstacle = completed({ size, open }, witness, Int32Array.from(witness.keys()));
  if (obstacle || wanted === undefined) return !obstacle === (wanted !== undefined) ? undefined : 'a changed graph is taken for another';
  const warm = mate.map((v, u) => (open[u * size + v] === 1 && dice() < 0.8 ? v : -1));
  const kept = warm.map((v, u) => (v >= 0 && warm[v] === u ? v : -1));
  const fault = faultIn(changed, matchPerfectly(costsOf(changed, seed + 1), { mate: witness, y, warm: kept, seed }), wanted);
  return fault && `after a change: ${fault}`;
}

/** Odd groups, more of them than partners, and from none of them a pair leads anywhere but inside itself or to a partner. */
function isObstacle({ size, square }: SmallGraph, { groups, partners }: Obstacle): boolean {
  const home = new Map(groups.flatMap((group, at) => group.map((v) => [v, at] as const)));
  const inside = groups.flat();
  const apart = home.size === inside.length && !partners.some((v) => home.has(v)) && new Set(partners).size === partners.length;
  const leaks = inside.some((u) => {
    for (let v = 0; v < size; v++)
      if ((square[u * size + v] as number) < Number.POSITIVE_INFINITY && home.get(v) !== home.get(u) && !partners.includes(v)) return true;
    return false;
  });
  return apart && !leaks && groups.every((group) => group.length % 2 === 1) && groups.length > partners.length;
}
