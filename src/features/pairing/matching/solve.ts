// The whole search: prices to begin with, a fractional matching on few candidates, then blossoms, and after each half every pair of the graph
// is priced until none is missing. Exact: all numbers are whole as long as costs stay below the limit that `tiers.ts` keeps.
import { flowerOf, verticesOf } from './blossoms.ts';
import { emptyCandidates } from './candidates.ts';
import { type Blossom, type Costs, doubled, type Matched } from './costs.ts';
import { type Dice, diceOf, shuffledPlaces } from './dice.ts';
import { type Fractional, fractionalOf, matchGreedily, openRing } from './fractional.ts';
import { coverAll } from './fractional-search.ts';
import { matchAll } from './hunt.ts';
import { huntOf } from './hunt-tree.ts';
import { adjustPrices, pickCandidates, repairFlower, repairFractional } from './pricing.ts';

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
export function matchPerfectly(costs: Costs, start: Start): Matched {
  const dice = diceOf(start.seed);
  const twice = doubled(costs);
  const state = start.y && start.warm ? stillMatched(twice, start.y, start.warm) : halfMatched(twice, start, dice);
  const ringed = state.ring.slice();
  const candidates = pickCandidates(twice, state.y, { count: THEN, kept: [start.mate, state.mate, ringed], dice });
  for (let v = 0; v < costs.size; v++) if ((state.ring[v] as number) >= 0) openRing(state, v);
  const flower = flowerOf(state.y, state.mate);
  const hunt = huntOf(candidates, flower);
  const order = shuffledPlaces(costs.size, dice);
  do matchAll(hunt, order);
  while (repairFlower(twice, candidates, flower));
  const blossoms: Blossom[] = [];
  flower.parts.forEach((parts, b) => {
    const z = (flower.z[b] as number) / 2;
    if (parts.length > 0 && z > 0) blossoms.push({ members: Int32Array.from(verticesOf(flower, b)), z });
  });
  blossoms.sort((one, other) => one.members.length - other.members.length);
  return { mate: flower.mate, y: flower.y.map((price) => price / 2), blossoms };
}

function halfMatched(costs: Costs, { mate, y }: Start, dice: Dice): Fractional {
  const prices = y ? y.map((price) => 2 * price) : halfOfLeast(costs);
  adjustPrices(costs, prices);
  const state = fractionalOf(pickCandidates(costs, prices, { count: AT_FIRST, kept: [mate], dice }), prices);
  const order = shuffledPlaces(costs.size, dice);
  matchGreedily(state, order);
  do coverAll(state, order);
  while (repairFractional(costs, state));
  return state;
}

/** The pairs of an earlier solution that are still tight: what is left is for the blossoms, a few vertices. */
function stillMatched(costs: Costs, y: Float64Array, warm: Int32Array): Fractional {
  const prices = y.map((price) => 2 * price);
  adjustPrices(costs, prices);
  const state = fractionalOf(emptyCandidates(costs.size, 0), prices);
  const row = new Float64Array(costs.size);
  warm.forEach((v, u) => {
    if (v < u) return;
    costs.row(u, row);
    if (row[v] !== (prices[u] as number) + (prices[v] as number)) return;
    state.mate[u] = v;
    state.mate[v] = u;
  });
  return state;
}

/** Half of what the cheapest pair of each vertex costs: with costs that are even, whole. */
function halfOfLeast({ size, row: read }: Costs): Float64Array {
  const row = new Float64Array(size);
  return Float64Array.from({ length: size }, (_, u) => {
    read(u, row);
    let least = Infinity;
    for (let v = 0; v < size; v++) if (v !== u && (row[v] as number) < least) least = row[v] as number;
    return least / 2;
  });
}
