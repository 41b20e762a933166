// Prices for a repair: those of the best round that the engine makes of the people whose pairs stand, or of everyone. What a blossom adds is
// handed to its members, so that a price is all there is; slack stays no less than nothing for every pair that may be.

import { type Stage, settleInOrder } from '../order/in-order.ts';
import { type Group, numbersOf } from '../order/tiers.ts';
import { isBefore, minus, plus, type Value, valueAt } from '../order/values.ts';
import { completed } from '../search/feasible.ts';
import { type Ground, PARTS } from './ground.ts';
import { MOST_ENDS } from './walks.ts';

export interface Prices {
  /** A value for each vertex. */
  prices: Float64Array;
  /** What exchanges among the pairs that stand can win by themselves, all together; missing where nobody has looked. */
  exchange?: Value;
}

/** No prices at all: enough where hardly anything may change. */
export function withoutPrices({ question, levels }: Ground): Prices {
  return { prices: new Float64Array(question.size * levels) };
}

export function pricesOf(ground: Ground, seed: number): Prices {
  const { size } = ground.question;
  const standing = Array.from({ length: size }, (_, v) => v).filter((v) => (ground.partner[v] as number) >= 0);
  const best = settled(ground, { members: standing, mate: ground.partner, seed });
  const exchange = minus(costOfAll(ground, ground.partner), costOfAll(ground, best.mate));
  const everyone = ground.loose.length > MOST_ENDS ? pairedAll(ground) : undefined;
  const { members, prices } = everyone ? settled(ground, { ...everyone, seed }) : { members: standing, prices: best.prices };
  return { prices: priceOthers(ground, members, prices), exchange };
}

/** Everyone with a partner to begin with, if all can be paired. */
function pairedAll({ question, partner }: Ground): { members: number[]; mate: Int32Array } | undefined {
  const mate = partner.slice();
  if (question.size % 2 === 1 || completed(question, mate, Int32Array.from(mate.keys()))) return undefined;
  return { members: [...mate.keys()], mate };
}

/** The best pairs of some people, and their prices, blossoms handed to their members. */
function settled(ground: Ground, { members, mate, seed }: { members: readonly number[]; mate: Int32Array; seed: number }) {
  const { question, levels, partner } = ground;
  const { prices } = withoutPrices(ground);
  const best = new Int32Array(question.size).fill(-1);
  if (members.length === 0) return { members, prices, mate: best };
  const place = new Map(members.map((v, at) => [v, at]));
  const open = new Uint8Array(members.length ** 2);
  members.forEach((u, at) => {
    members.forEach((v, other) => {
      open[at * members.length + other] = question.open[u * question.size + v] === 1 || partner[u] === v ? 1 : 0;
    });
  });
  const numbers = (at: number) => amongMembers(ground, members, ground.groups[at] as Group);
  const present = Int32Array.from(members, (v) => place.get(mate[v] as number) as number);
  const { mate: found, stages } = settleInOrder({ open, groups: ground.groups, numbers, mate: present, seed });
  found.forEach((v, u) => {
    best[members[u] as number] = members[v] as number;
  });
  stages.forEach((stage, level) => {
    bare(stage).forEach((price, at) => {
      prices[(members[at] as number) * levels + level] = PARTS * price;
    });
  });
  return { members, prices, mate: best };
}

function bare({ y, blossoms }: Stage): Float64Array {
  const prices = y.slice();
  for (const { members, z } of blossoms) for (const at of members) prices[at] = (prices[at] as number) - z / 2;
  return prices;
}

function costOfAll({ costs, levels }: Ground, mate: Int32Array): Value {
  return mate.reduce<Value>((sum, v, u) => (v > u ? plus(sum, valueAt(costs(u), v, levels)) : sum), new Array<number>(levels).fill(0));
}

function amongMembers({ question }: Ground, members: readonly number[], group: Group) {
  const all = numbersOf(question, group);
  if (members.length === question.size) return all;
  const wide = new Float64Array(question.size);
  const row = (u: number, into: Float64Array) => {
    all.row(members[u] as number, wide);
    for (let v = 0; v < members.length; v++) into[v] = wide[members[v] as number] as number;
  };
  return { size: members.length, row };
}

/** Whoever has no price pays as much as the cheapest of those who have one leaves over. */
function priceOthers({ question, levels, costs }: Ground, members: readonly number[], prices: Float64Array): Float64Array {
  const { size, open } = question;
  const priced = new Set(members);
  for (let u = 0; u < size; u++) {
    if (priced.has(u)) continue;
    const row = costs(u);
    let least: Value | undefined;
    for (const v of priced) {
      if (open[u * size + v] === 0) continue;
      const over = minus(valueAt(row, v, levels), valueAt(prices, v, levels));
      if (isBefore(over, least)) least = over;
    }
    if (least) prices.set(least, u * levels);
    priced.add(u);
  }
  return prices;
}
