// Holds the prices against every pair of the whole graph. A pair that costs less than its two prices was missing from the candidates: it is
// added, one of the prices is lowered until all pairs of that vertex are right, and the vertex has to be matched again.
import { addSharedZ, dissolve, type Flower } from './blossoms.ts';
import { addCandidate, type Candidates, emptyCandidates, leastOf } from './candidates.ts';
import type { Costs } from './costs.ts';
import type { Dice } from './dice.ts';
import { type Fractional, uncover } from './fractional.ts';

/** How many missing pairs a vertex brings in at once. */
const MISSING_AT_ONCE = 4;

export interface Pick {
  /** So many pairs for each vertex, … */
  count: number;
  /** … and the pairs of these matchings. */
  kept: readonly Int32Array[];
  dice: Dice;
}

/** The candidates with which a search begins: the pairs of least slack. */
export function pickCandidates(costs: Costs, y: Float64Array, { count, kept, dice }: Pick): Candidates {
  const { size } = costs;
  const graph = emptyCandidates(size, count);
  const row = new Float64Array(size);
  for (let u = 0; u < size; u++) {
    slacks(costs, y, u, row);
    for (const v of leastOf(row, u, count, dice(size))) addCandidate(graph, u, v, costOf(row, y, u, v));
    for (const partner of kept) {
      const v = partner[u] as number;
      if (v >= 0) addCandidate(graph, u, v, costOf(row, y, u, v));
    }
  }
  return graph;
}

/** Lowers prices until none of them, with another, is above what the pair costs. */
export function adjustPrices(costs: Costs, y: Float64Array): void {
  const row = new Float64Array(costs.size);
  for (let u = 0; u < costs.size; u++) {
    const least = slacks(costs, y, u, row);
    y[u] = (y[u] as number) + least;
  }
}

/** Repairs a fractional solution; `false` where all pairs were right. */
export function repairFractional(costs: Costs, state: Fractional): boolean {
  const { graph, y } = state;
  const row = new Float64Array(costs.size);
  let missing = false;
  for (let u = 0; u < costs.size; u++) {
    const least = slacks(costs, y, u, row);
    if (least >= 0) continue;
    missing = true;
    addMissing(costs, graph, row, u);
    y[u] = (y[u] as number) + least;
    uncover(state, u);
  }
  return missing;
}

/** Repairs a solution with blossoms: those around a vertex that changes are taken apart first. `false` where all pairs were right. */
export function repairFlower(costs: Costs, graph: Candidates, flower: Flower): boolean {
  const { y, mate } = flower;
  const row = new Float64Array(costs.size);
  let missing = false;
  for (let u = 0; u < costs.size; u++) {
    if (slacks(costs, y, u, row) >= 0 || leastWithin(flower, u, row) >= 0) continue;
    missing = true;
    addMissing(costs, graph, row, u);
    bareOut(flower, u);
    const least = slacks(costs, y, u, row);
    if (least < 0) {
      y[u] = (y[u] as number) + least;
      unmatch(mate, u);
    }
  }
  return missing;
}

/** Writes the slack of each pair of `u`, blossoms not counted; returns the least. */
function slacks({ size, row: read }: Costs, y: Float64Array, u: number, into: Float64Array): number {
  read(u, into);
  const own = y[u] as number;
  let least = Infinity;
  for (let v = 0; v < size; v++) {
    const slack = v === u ? Infinity : (into[v] as number) - own - (y[v] as number);
    into[v] = slack;
    if (slack < least) least = slack;
  }
  return least;
}

function costOf(slack: Float64Array, y: Float64Array, u: number, v: number): number {
  return (slack[v] as number) + (y[u] as number) + (y[v] as number);
}

/** Adds the pairs of `u` that fall shortest. `row` holds their slacks, and in the end their costs. */
function addMissing(costs: Costs, graph: Candidates, row: Float64Array, u: number): void {
  const short = leastOf(row, u, MISSING_AT_ONCE, 0).filter((v) => (row[v] as number) < 0);
  costs.row(u, row);
  for (const v of short) addCandidate(graph, u, v, row[v] as number);
}

/** Counts in the blossoms that hold both ends; returns the least slack then. */
function leastWithin(flower: Flower, u: number, slack: Float64Array): number {
  addSharedZ(flower, u, slack);
  let least = Infinity;
  for (let v = 0; v < flower.size; v++) if ((slack[v] as number) < least) least = slack[v] as number;
  return least;
}

/** Takes apart the blossoms around `u`, outermost first. Whoever was matched across such a blossom with z is bare again. */
function bareOut(flower: Flower, u: number): void {
  const { mate, z, base } = flower;
  for (let b = flower.top[u] as number; b !== u; b = flower.top[u] as number) {
    if ((z[b] as number) > 0) unmatch(mate, base[b] as number);
    dissolve(flower, b);
  }
}

function unmatch(mate: Int32Array, v: number): void {
  const partner = mate[v] as number;
  if (partner < 0) return;
  mate[partner] = -1;
  mate[v] = -1;
}
