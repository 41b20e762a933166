// An easier problem, in which all are paired: with one more vertex, an empty chair. Whoever gets the chair is the third of a trio, and pays what
// two others ask for it who are likely to be the cheapest, though these two need not be a pair in the end. Its prices are a good beginning for
// bounds on trios: any prices bound them that ask of no pair more than it costs.

import { type Standing, standingOf } from '../again/again.ts';
import { widened } from '../again/flower.ts';
import { loosen } from '../again/loosen.ts';
import { stagesOf } from '../again/proof.ts';
import { lookUp, type Rows } from '../again/rows.ts';
import { matchBare } from '../again/search.ts';
import type { Costs } from '../costs.ts';
import { type Stage, settleInOrder } from '../order/in-order.ts';
import { isBefore, minus, type Value } from '../order/values.ts';
import { completed, type Obstacle } from '../search/feasible.ts';
import { costOfTrio, type TrioCosts } from './costs.ts';
import type { Guess } from './guess.ts';
import type { Sight } from './sight.ts';

/** The chair's problem, solved; its vertex comes last. */
export interface Chaired {
  standing: Standing;
  /** Its prices, for everyone but the chair. */
  stages: Stage[];
}

/** Solves it, each third paying what their trio costs more than the pair that the two others would be. */
export function chairedBy(costs: TrioCosts, guesses: readonly (Guess | undefined)[], seed: number): Chaired | { obstacle: Obstacle } {
  const { groups, question } = costs;
  const prices = guesses.map((guess) => guess && minus(costOfTrio(costs, guess.trio), pairOf(costs, guess.trio[0], guess.trio[1])));
  const open = withChair(question.open, prices);
  const mate = new Int32Array(question.size + 1).fill(-1);
  const obstacle = completed({ size: mate.length, open }, mate, Int32Array.from(mate.keys()));
  if (obstacle) return { obstacle };
  const rows = rowsWith(costs, prices);
  const numbers = (level: number) => numbersIn(rows, level);
  const settled = settleInOrder({ open, groups, numbers, mate, seed });
  return seen(costs, standingOf({ open, groups, numbers, settled }, rows));
}

/** Solves it once more from prices that stand, each third paying what their trio costs beyond what the two others pay in these prices. */
export function chairedAgain(costs: TrioCosts, { standing }: Chaired, sight: Sight, guesses: readonly (Guess | undefined)[]): Chaired {
  const chair = costs.question.size;
  const all = minus(sight.base, costs.surcharge);
  const prices = guesses.map((guess, third) =>
    guess?.bound.map((bound, level) => Math.ceil(bound - (all[level] as number) + (sight.y[level]?.[third] as number))),
  );
  const rows = rowsWith(costs, prices);
  const deep = widened(standing.present.deep, 0);
  loosen(deep, chair);
  const room = roomFor(rows.plain(chair), deep.y);
  for (const [level, each] of deep.y.entries()) each[chair] = room[level] as number;
  if (!matchBare(deep, lookUp(rows))) throw new Error('nobody can take the chair any more');
  return seen(costs, { ...standing, present: { deep, rows } });
}

/** The most that the chair can be priced at, in whole numbers. */
function roomFor(chair: readonly Float64Array[], y: readonly Float64Array[]): Value {
  let room: Value | undefined;
  for (let v = 0; v + 1 < (chair[0] as Float64Array).length; v++) {
    if (chair[0]?.[v] === Infinity) continue;
    const left = y.map((each, level) => (chair[level]?.[v] as number) - (each[v] as number));
    if (isBefore(left, room)) room = left;
  }
  return (room ?? []).map(Math.floor);
}

function seen({ groups, question }: TrioCosts, standing: Standing): Chaired {
  return { standing, stages: stagesOf(standing.present.deep, groups, question.size, []) };
}

function pairOf({ pair }: TrioCosts, a: number, b: number): Value {
  return pair(a).map((row) => row[b] as number);
}

function withChair(open: Uint8Array, prices: readonly (Value | undefined)[]): Uint8Array {
  const size = prices.length;
  const wide = new Uint8Array((size + 1) ** 2);
  for (const [u, price] of prices.entries()) {
    wide.set(open.subarray(u * size, (u + 1) * size), u * (size + 1));
    if (price) wide[u * (size + 1) + size] = wide[size * (size + 1) + u] = 1;
  }
  return wide;
}

/** What pairs cost, with the chair's: everyone's price for it, made so that none is below nothing. Written to the rows of pairs as they are read. */
function rowsWith({ wide, depth }: TrioCosts, prices: readonly (Value | undefined)[]): Rows {
  const chair = prices.length;
  const offset = lowestOf(prices);
  const ofChair = Array.from({ length: depth }, (_, level) =>
    Float64Array.from({ length: chair + 1 }, (__, v) =>
      prices[v] ? (prices[v][level] as number) - (offset[level] as number) : level === 0 ? Infinity : 0,
    ),
  );
  const plain = (u: number) => {
    if (u === chair) return ofChair;
    const rows = wide(u);
    for (let level = 0; level < depth; level++) (rows[level] as Float64Array)[chair] = ofChair[level]?.[u] as number;
    return rows;
  };
  return { size: chair + 1, depth, plain, altered: new Map() };
}

function numbersIn({ size, plain }: Rows, level: number): Costs {
  const row = (u: number, into: Float64Array) => into.set(plain(u)[level] as Float64Array);
  return { size, row, lower: row };
}

function lowestOf(prices: readonly (Value | undefined)[]): Value {
  const depth = prices.find((price) => price)?.length ?? 0;
  return Array.from({ length: depth }, (_, level) => prices.reduce((low, price) => Math.min(low, price?.[level] ?? 0), 0));
}
