// An easier problem, in which all are paired: with one more vertex, an empty chair. Whoever gets the chair is the third of a trio, and pays what
// two others ask for it who are likely to be the cheapest, though these two need not be a pair in the end. Its prices are a good beginning for
// bounds on trios: any prices bound them that ask of no pair more than it costs.

import { bare, type Standing, standingOf } from '../again/again.ts';
import { blossomsUp } from '../again/flower.ts';
import { stagesOf } from '../again/proof.ts';
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
  const numbers = numbersWith(costs, prices);
  const settled = settleInOrder({ open, groups, numbers, mate, seed });
  return standing({ costs, open, numbers }, settled.mate, settled.stages.map(bare));
}

/** Solves it once more from prices that stand, each third paying what their trio costs beyond what the two others pay in these prices. */
export function chairedAgain(costs: TrioCosts, chaired: Chaired, sight: Sight, guesses: readonly (Guess | undefined)[]): Chaired {
  const { open, present } = chaired.standing;
  const { flower, y, z } = present.deep;
  const all = minus(sight.base, costs.surcharge);
  const prices = guesses.map((guess, third) =>
    guess?.bound.map((bound, level) => Math.ceil(bound - (all[level] as number) + (sight.y[level]?.[third] as number))),
  );
  const alone = y.map((each, level) =>
    each.map((price, v) => price - blossomsUp(flower, v).reduce((sum, b) => sum + (z[level]?.[b] as number), 0) / 2),
  );
  const room = roomFor(prices, alone);
  for (const [level, each] of alone.entries()) each[costs.question.size] = room[level] as number;
  return standing({ costs, open, numbers: numbersWith(costs, prices) }, flower.mate, alone);
}

/** The most that the chair can be priced at. */
function roomFor(prices: readonly (Value | undefined)[], alone: readonly Float64Array[]): Value {
  const offset = lowestOf(prices);
  let room: Value | undefined;
  for (const [v, price] of prices.entries()) {
    const left = price?.map((each, level) => each - (offset[level] as number) - (alone[level]?.[v] as number));
    if (left && isBefore(left, room)) room = left;
  }
  return room ?? offset;
}

interface Asked {
  costs: TrioCosts;
  open: Uint8Array;
  numbers: (level: number) => Costs;
}

/** Makes prices without blossoms the best ones. Whoever is to be matched anew is priced in whole numbers: then no number is finer than a half. */
function standing({ costs, open, numbers }: Asked, partners: Int32Array, prices: readonly Float64Array[]): Chaired {
  const { groups, question } = costs;
  const size = question.size + 1;
  const mate = partners.slice(0, size);
  const all = groups.map((_, level) => numbers(level));
  const row = new Float64Array(size);
  const y = prices.map((each) => each.slice(0, size));
  for (const [level, { row: read }] of all.entries()) {
    for (const [u, v] of mate.entries()) {
      if (v < u) continue;
      read(u, row);
      if ((row[v] as number) !== (prices[level]?.[u] as number) + (prices[level]?.[v] as number)) mate[u] = mate[v] = -1;
    }
  }
  for (const each of y) for (const [u, v] of mate.entries()) if (v < 0) each[u] = Math.floor(each[u] as number);
  const stages = groups.map((group, level) => ({ group, toll: 0, y: y[level] as Float64Array, blossoms: [] }));
  const made = standingOf({ open, groups, numbers, settled: { mate: partners.slice(0, size), stages } });
  return { standing: made, stages: stagesOf(made.present.deep, groups, question.size, []) };
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

/** What pairs cost, with the chair's: everyone's price for it, made so that none is below nothing. */
function numbersWith({ pair }: TrioCosts, prices: readonly (Value | undefined)[]): (level: number) => Costs {
  const size = prices.length;
  const offset = lowestOf(prices);
  return (level) => {
    const ofChair = Float64Array.from({ length: size + 1 }, (_, v) =>
      prices[v] ? (prices[v][level] as number) - (offset[level] as number) : 0,
    );
    const row = (u: number, into: Float64Array) => {
      if (u === size) return into.set(ofChair);
      into.set(pair(u)[level] as Float64Array);
      into[size] = ofChair[u] as number;
    };
    return { size: size + 1, row, lower: row };
  };
}

function lowestOf(prices: readonly (Value | undefined)[]): Value {
  const depth = prices.find((price) => price)?.length ?? 0;
  return Array.from({ length: depth }, (_, level) => prices.reduce((low, price) => Math.min(low, price?.[level] ?? 0), 0));
}
