// The whole search: prices to begin with, a fractional matching on few candidates, then blossoms, and after each half every pair of the graph
// is priced until none is missing. Exact: all numbers are whole or halves, as long as prices, which are of the order of costs, stay below 2⁵⁰.

import { withMore } from './candidates.ts';
import type { Costs, Matched } from './costs.ts';
import { type Dice, diceOf, shuffledPlaces } from './dice.ts';
import { flowerOf } from './flower.ts';
import { type Fractional, fractionalOf, match, matchGreedily, openRing } from './fractional.ts';
import { coverAll } from './fractional-search.ts';
import { matchAll } from './hunt.ts';
import { huntOf } from './hunt-tree.ts';
import { blossomsIn } from './nesting.ts';
import { costsAlong, firstPrices, type Kept, pickCandidates, repairFlower, repairFractional } from './pricing.ts';

/** Where a search begins: with any perfect matching, and, if there are some, with the prices of a problem much like this one. */
export interface Start {
  mate: Int32Array;
  y?: Float64Array;
  /** With prices: partners who stay together where the prices make their pair tight; −1 for whoever is to be matched anew. */
  warm?: Int32Array;
  /** Chooses among equals. */
  seed: number;
}

/** Candidates for each vertex in the first half, and in the second. */
const AT_FIRST = 6;
const THEN = 8;

/** A perfect matching of least cost. The graph must have an even number of vertices and the perfect matching that `start` gives. */
export function matchPerfectly(costs: Costs, { mate, y, warm, seed }: Start): Matched {
  const dice = diceOf(seed);
  const order = shuffledPlaces(costs.size, dice);
  const witness = { ends: mate, cost: costsAlong(costs, mate) };
  const state = fractionalOf(y ? y.slice() : firstPrices(costs, dice));
  if (y && warm) keepTight(costs, state, warm);
  if (y) repairFractional(costs, state, dice);
  if (!warm) {
    state.graph = pickCandidates(costs, state.y, { count: AT_FIRST, kept: [witness], dice });
    matchGreedily(state, order);
    do coverAll(state, order);
    while (repairFractional(costs, state, dice));
  }
  return finished(costs, state, { witness, order, dice });
}

/** Matches the partners of an earlier solution whose pairs are still tight. */
function keepTight(costs: Costs, state: Fractional, warm: Int32Array): void {
  const { y } = state;
  const cost = costsAlong(costs, warm);
  warm.forEach((v, u) => {
    if (v > u && cost[u] === (y[u] as number) + (y[v] as number)) match(state, u, v);
  });
}

interface Rest {
  witness: Kept;
  order: Int32Array;
  dice: Dice;
}

/** The second half: from a fractional matching to a matching. */
function finished(costs: Costs, state: Fractional, { witness, order, dice }: Rest): Matched {
  const { y, mate, ring } = state;
  let graph = pickCandidates(costs, y, { count: THEN, kept: [witness, { ends: mate }, { ends: ring }], dice });
  for (let v = 0; v < costs.size; v++) if ((ring[v] as number) >= 0) openRing(state, v);
  const flower = flowerOf(y, mate);
  for (;;) {
    matchAll(huntOf(graph, flower), order);
    const missing = repairFlower(costs, flower, dice);
    if (missing.cost.length === 0) return { mate, y, blossoms: blossomsIn(flower) };
    graph = withMore(graph, missing);
  }
}
