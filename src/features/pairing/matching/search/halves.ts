// The first and cheaper half of the search: a matching in which odd rings may share themselves in halves, among few candidates; all pairs of the
// graph are priced after it, and what was missing is added, until nothing is.

import type { HalfRows } from '../costs.ts';
import { type Dice, shuffledPlaces } from '../dice.ts';
import { withMore } from './candidates.ts';
import { type Fractional, fractionalOf, matchGreedily } from './fractional.ts';
import { coverAll } from './fractional-search.ts';
import { isRepaired, repairFractional } from './missing.ts';
import { nearestOf } from './nearest.ts';
import { costsAlong, type Kept, pickCandidates } from './pricing.ts';
import { sampleOf, spread } from './sample.ts';

/** Candidates for each vertex. */
const CANDIDATES = 10;

/** Smaller graphs are solved without a sample; … */
const LARGE = 300;
/** … and graphs with fewer pairs for each vertex. */
const MANY = 64;

/** A fractional matching of least cost, but for a few vertices that may be left bare. `witness` is any perfect matching; `prices`, if there are some, are those of a problem like this one. */
export function halved(costs: HalfRows, witness: Kept, dice: Dice, prices?: Float64Array): Fractional {
  const state = fractionalOf(balanced(costs, prices ?? firstPrices(costs, witness.ends, dice), dice));
  let graph = pickCandidates(costs, state.y, { count: CANDIDATES, kept: [witness], dice });
  const order = shuffledPlaces(costs.size, dice);
  matchGreedily(state, graph, order);
  for (;;) {
    coverAll(state, graph, order);
    const missing = repairFractional(costs, state, dice);
    if (isRepaired(costs, missing)) return state;
    graph = withMore(graph, missing);
  }
}

function firstPrices(costs: HalfRows, mate: Int32Array, dice: Dice): Float64Array {
  if (isSmall(costs)) return new Float64Array(costs.size);
  const sample = sampleOf(costs, mate, dice);
  const witness = { ends: sample.mate, cost: costsAlong(sample.costs, sample.mate) };
  return spread(costs, sample.members, halved(sample.costs, witness, dice).y);
}

function isSmall({ size, lists }: HalfRows): boolean {
  return size < LARGE || (lists !== undefined && lists.ends.length < MANY * size);
}

/** Adds to each price half of what the nearest pair leaves, or takes off half of what it lacks: then no pair costs less than its prices. */
function balanced(costs: HalfRows, y: Float64Array, dice: Dice): Float64Array {
  const { limit: gaps } = nearestOf(costs, y, { count: 1, below: Infinity, dice, nest: undefined });
  return y.map((price, v) => price + Math.floor(gaps[v] as number) / 2);
}
