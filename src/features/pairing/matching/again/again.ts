// The same question settled once more with a few changes: two people must be together, may not be, or are left out. Everyone keeps their number,
// and each change costs one search from the prices and partners that stand: only what it touches is worked out anew.

import type { Costs } from '../costs.ts';
import type { Settled, Stage } from '../order/in-order.ts';
import type { Group } from '../order/tiers.ts';
import { completed, type Obstacle } from '../search/feasible.ts';
import { type Present, settledAgain, without, withoutPair } from './changes.ts';
import { deepFlowerOf } from './flower.ts';
import { stagesOf, type TakenOut } from './proof.ts';
import { lookUp, type Rows, rowsOf } from './rows.ts';
import { matchBare } from './search.ts';

/** A question and its answer, as `settleInOrder` has it. */
export interface Answered {
  /** Which pairs are allowed: 1 at `u * size + v`. */
  open: Uint8Array;
  groups: readonly Group[];
  /** What each pair costs in a group, by the group's place: see `numbersOf`. */
  numbers: (at: number) => Costs;
  settled: Settled;
}

/** An answered question made ready for changes: prices and partners of all groups in one. */
export interface Standing extends Answered {
  present: Present;
}

export type Two = readonly [number, number];

export interface Changes {
  /** Neither may be with anyone else; what the pair costs counts. */
  forced?: readonly Two[];
  forbidden?: readonly Two[];
  /** Forced on one another, and it costs nothing: everyone but these two. */
  leftOut?: readonly Two[];
}

/** Makes an answer ready for changes: one search for each blossom that its proof has outermost, none for most people. */
export function standingOf(answered: Answered, rows = rowsFor(answered)): Standing {
  const { groups, settled } = answered;
  const size = settled.mate.length;
  const prices = groups.length > 0 ? settled.stages.map(bare) : [new Float64Array(size)];
  const isTight = (v: number, u: number) => {
    const own = rows.plain(u);
    return prices.every((y, level) => own[level]?.[v] === (y[u] as number) + (y[v] as number));
  };
  const mate = settled.mate.map((v, u) => (isTight(v, u) ? v : -1));
  // Whoever is bare begins with whole prices: only then do all prices stay whole or halves, and exact.
  for (const each of prices)
    mate.forEach((v, u) => {
      if (v < 0) each[u] = Math.floor(each[u] as number);
    });
  const deep = deepFlowerOf(prices, mate);
  if (!matchBare(deep, lookUp(rows))) throw new Error('what was settled cannot be settled');
  return { ...answered, present: { deep, rows } };
}

function rowsFor({ open, groups, numbers, settled: { mate } }: Answered): Rows {
  const nothing: Costs = { size: mate.length, row: (_, into) => into.fill(0) };
  return rowsOf(open, groups.length > 0 ? groups.map((_, at) => numbers(at)) : [nothing]);
}

/** The best perfect matching after the changes, in the order of the groups; or what stands in the way. */
export function settleAgain(standing: Standing, changes: Changes): Settled | { obstacle: Obstacle } {
  const answer = pairedAgain(standing, changes);
  return 'obstacle' in answer ? answer : { mate: answer.mate, stages: answer.stages() };
}

/** The same, with a proof only for whoever asks for it. */
export function pairedAgain(standing: Standing, changes: Changes): { mate: Int32Array; stages: () => Stage[] } | { obstacle: Obstacle } {
  const { groups, settled, present } = standing;
  const size = settled.mate.length;
  const after = presentAfter(present, standing.open, size, changes);
  if (!after) return { obstacle: obstacleTo(standing, changes) };
  const out = takenOut(present, changes);
  const mate = after.deep.flower.mate.slice(0, size);
  for (const { pair } of out) {
    mate[pair[0]] = pair[1];
    mate[pair[1]] = pair[0];
  }
  return { mate, stages: () => stagesOf(after.deep, groups, size, out) };
}

function presentAfter(present: Present, open: Uint8Array, size: number, { forced = [], forbidden = [], leftOut = [] }: Changes) {
  const isForbidden = ([u, v]: Two) => open[u * size + v] === 0 || forbidden.some(([a, b]) => (a === u && b === v) || (a === v && b === u));
  if (forced.some(isForbidden)) return undefined;
  const parted = forbidden.reduce(withoutPair, present);
  return settledAgain([...forced, ...leftOut].reduce(without, parted));
}

/** The pairs that are together by a change, with what they cost. */
function takenOut({ rows }: Present, { forced = [], leftOut = [] }: Changes): TakenOut[] {
  return [
    ...forced.map((pair) => ({ pair, cost: rows.plain(pair[0]).map((row) => row[pair[1]] as number) })),
    ...leftOut.map((pair) => ({ pair, cost: Array.from({ length: rows.depth }, () => 0) })),
  ];
}

function obstacleTo({ open, settled }: Standing, changes: Changes): Obstacle {
  const size = settled.mate.length;
  const left = changed(open, size, changes);
  const mate = settled.mate.map((v, u) => (left[u * size + v] === 1 ? v : -1));
  const obstacle = completed(
    { size, open: left },
    mate,
    mate.map((_, v) => v),
  );
  if (!obstacle) throw new Error('a change that is possible was found impossible');
  return obstacle;
}

/** The pairs that are allowed after the changes. */
export function changed(open: Uint8Array, size: number, { forced = [], forbidden = [], leftOut = [] }: Changes): Uint8Array {
  const left = open.slice();
  for (const [u, v] of forbidden) left[u * size + v] = left[v * size + u] = 0;
  for (const [u, v] of [...forced, ...leftOut]) {
    const allowed = leftOut.some((two) => two[0] === u && two[1] === v) ? 1 : (left[u * size + v] as number);
    for (const one of [u, v]) for (let other = 0; other < size; other++) left[one * size + other] = left[other * size + one] = 0;
    left[u * size + v] = left[v * size + u] = allowed;
  }
  return left;
}

/** The prices of a stage when its blossoms are handed to their vertices by halves. */
function bare({ y, blossoms }: Pick<Stage, 'y' | 'blossoms'>): Float64Array {
  const prices = y.slice();
  for (const { members, z } of blossoms) for (const v of members) prices[v] = (prices[v] as number) - z / 2;
  return prices;
}
