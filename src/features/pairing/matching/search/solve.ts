// The whole search: a fractional matching on few candidates, then blossoms, and after each half every pair of the graph is priced until none is
// missing. Exact: all numbers are whole or halves. Prices differ by no more than what pairs cost along a path, so while a whole matching costs less
// than 2⁴⁶, as `tiers.ts` sees to, sums of prices stay far below 2⁵², up to which halves are exact; the proof shows that they did.

import type { Costs, HalfRows, Matched } from '../costs.ts';
import { diceOf, shuffledPlaces } from '../dice.ts';
import { withMore } from './candidates.ts';
import { type Flower, flowerOf } from './flower.ts';
import { type Fractional, fractionalOf, match, openRing } from './fractional.ts';
import { halved } from './halves.ts';
import { matchAll } from './hunt.ts';
import { huntOf } from './hunt-tree.ts';
import { isRepaired, repairFlower, repairFractional } from './missing.ts';
import { blossomsIn } from './nesting.ts';
import { costsAlong, type Kept, pickCandidates } from './pricing.ts';

/** Where a search begins: with any perfect matching, and, if there are some, with the prices of a problem much like this one. */
export interface Start {
  mate: Int32Array;
  y?: Float64Array;
  /** With prices: partners who stay together where the prices make their pair tight; −1 for whoever is to be matched anew. */
  warm?: Int32Array;
  /** Chooses among equals. */
  seed: number;
}

/** Candidates for each vertex. */
const CANDIDATES = 8;

/** A perfect matching of least cost. The graph must have an even number of vertices and the perfect matching that `start` gives. */
export function matchPerfectly({ size, row, lower = row, lists }: Costs, { mate, y, warm, seed }: Start): Matched {
  const costs = { size, lower, lists };
  const dice = diceOf(seed);
  const witness = { ends: mate, cost: costsAlong(costs, mate) };
  const state = y && warm ? stillMatched(costs, y, warm) : halved(costs, witness, dice, y);
  while (warm && !isRepaired(costs, repairFractional(costs, state, dice)));
  let graph = pickCandidates(costs, state.y, {
    count: CANDIDATES,
    kept: [witness, tight(state.mate, state.y), tight(state.ring, state.y)],
    dice,
  });
  const flower = blooming(state);
  const order = shuffledPlaces(size, dice);
  for (;;) {
    matchAll(huntOf(graph, flower), order);
    const missing = repairFlower(costs, flower, dice);
    if (missing.from.length === 0) return { mate: flower.mate, y: flower.y, blossoms: blossomsIn(flower) };
    graph = withMore(graph, missing);
  }
}

/** The prices of an earlier solution, and its pairs that are tight still. */
function stillMatched(costs: HalfRows, y: Float64Array, warm: Int32Array): Fractional {
  const state = fractionalOf(y.slice());
  const cost = costsAlong(costs, warm);
  warm.forEach((v, u) => {
    if (v > u && cost[u] === (y[u] as number) + (y[v] as number)) match(state, u, v);
  });
  return state;
}

/** Pairs that cost just what their prices come to. */
function tight(ends: Int32Array, y: Float64Array): Kept {
  return { ends, cost: y.map((price, u) => price + (y[ends[u] as number] ?? 0)) };
}

/** Leaves one vertex of each ring bare. */
function blooming(state: Fractional): Flower {
  state.ring.forEach((next, v) => {
    if (next >= 0) openRing(state, v);
  });
  return flowerOf(state.y, state.mate);
}
