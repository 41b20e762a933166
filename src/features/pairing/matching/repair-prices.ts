// Prices for a repair: those of the best round that the engine makes of the people whose pairs stand, or of everyone. What a blossom adds is
// handed to its members, so that a price is all there is; slack stays no less than nothing for every pair that may be.
import { completed } from './feasible.ts';
import { settleInOrder } from './in-order.ts';
import { type Ground, PARTS } from './repair-ground.ts';
import { MOST_ENDS } from './repair-walks.ts';
import { type Group, numbersOf } from './tiers.ts';
import { isBefore, minus, type Value, valueAt } from './values.ts';

/** No prices at all: enough where hardly anything may change. */
export function withoutPrices({ question, levels }: Ground): Float64Array {
  return new Float64Array(question.size * levels);
}

/** A value for each vertex. */
export function pricesOf(ground: Ground, seed: number): Float64Array {
  const { question, levels } = ground;
  const { size } = question;
  const { members, mate } = matchedIn(ground);
  const open = new Uint8Array(members.length ** 2);
  members.forEach((u, at) => {
    members.forEach((v, place) => {
      open[at * members.length + place] = question.open[u * size + v] === 1 || ground.partner[u] === v ? 1 : 0;
    });
  });
  const prices = withoutPrices(ground);
  if (members.length > 0) {
    const numbers = (at: number) => amongMembers(ground, members, ground.groups[at] as Group);
    const { stages } = settleInOrder({ open, groups: ground.groups, numbers, mate, seed });
    stages.forEach(({ y, blossoms }, level) => {
      y.forEach((price, at) => {
        prices[(members[at] as number) * levels + level] = PARTS * price;
      });
      for (const { members: inside, z } of blossoms) {
        for (const at of inside) {
          const place = (members[at] as number) * levels + level;
          prices[place] = (prices[place] as number) - (PARTS * z) / 2;
        }
      }
    });
  }
  return priceOthers(ground, members, prices);
}

/** The people of the pairs that stand, with their partners; where many are loose, everyone, if all can be paired. */
function matchedIn({ question, partner, loose }: Ground): { members: number[]; mate: Int32Array } {
  const { size } = question;
  const mate = partner.slice();
  if (loose.length > MOST_ENDS && size % 2 === 0 && !completed(question, mate, Int32Array.from(mate.keys()))) {
    return { members: Array.from({ length: size }, (_, v) => v), mate };
  }
  const members = Array.from({ length: size }, (_, v) => v).filter((v) => (partner[v] as number) >= 0);
  const place = new Map(members.map((v, at) => [v, at]));
  return { members, mate: Int32Array.from(members, (v) => place.get(partner[v] as number) as number) };
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
