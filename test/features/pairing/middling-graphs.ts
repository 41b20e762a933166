// Rosters of 20 to 200 people, of every kind, held against another program: the same weight, and a proof by whole numbers of any length.
import { completed } from '../../../src/features/pairing/matching/search/feasible.ts';
import { matchPerfectly } from '../../../src/features/pairing/matching/search/solve.ts';
import { edgesOf, heaviestPairs } from './npm-blossom.ts';
import { faultInProof } from './proof.ts';
import { CLASSES, type Class, graphOf, SHAPES, type Shape } from './roster-graphs.ts';

export const KINDS: readonly (Class | Shape)[] = [...CLASSES, ...SHAPES];

/** What is wrong with the engine's answer to one roster; nothing where another program comes to the same, and it is proved. */
export function faultInMiddling(kind: Class | Shape, size: number, seed: number): string | undefined {
  const graph = graphOf(kind, size, seed);
  const named = `${kind}, ${size} people, seed ${seed}`;
  const theirs = heaviestPairs(size, edgesOf(size, graph.cost));
  const open = Uint8Array.from({ length: size * size }, (_, at) => {
    const [u, v] = [Math.floor(at / size), at % size];
    return u !== v && graph.cost(u, v) < Number.POSITIVE_INFINITY ? 1 : 0;
  });
  const mate = new Int32Array(size).fill(-1);
  const obstacle = completed({ size, open }, mate, Int32Array.from(mate.keys()));
  if (obstacle || !theirs) return !obstacle === (theirs !== undefined) ? undefined : `${named}: one program finds a matching`;
  const { row, lower } = graph;
  const matched = matchPerfectly(seed % 2 === 0 ? { size, row } : { size, row, lower }, { mate, seed });
  const fault = faultInProof({ size, cost: exactly(graph.cost), mate: matched.mate, y: matched.y, blossoms: matched.blossoms });
  if (fault) return `${named}: ${fault}`;
  const [own, other] = [sumOf(graph.cost, matched.mate), sumOf(graph.cost, theirs)];
  return own === other ? undefined : `${named}: ${own} instead of ${other}`;
}

/** Costs as whole numbers of any length. */
export function exactly(cost: (u: number, v: number) => number): (u: number, v: number) => bigint | undefined {
  return (u, v) => {
    const asked = cost(u, v);
    return asked === Number.POSITIVE_INFINITY ? undefined : BigInt(asked);
  };
}

export function sumOf(cost: (u: number, v: number) => number, mate: ArrayLike<number>): number {
  return Array.from(mate).reduce((sum, v, u) => (v > u ? sum + cost(u, v) : sum), 0);
}
