// Holds prices against every pair of the graph. A pair that costs less than its two prices was missing from the candidates: it is added, one of
// its ends lowers its price until the pair is right, and that end has to be matched again.
import type { HalfRows, Pairs } from '../costs.ts';
import type { Dice } from '../dice.ts';
import { type Flower, open, raise, topOf } from './flower.ts';
import { type Fractional, isBare, uncover } from './fractional.ts';
import { nearestOf } from './nearest.ts';
import { nestOf } from './nesting.ts';
import { pairsIn } from './pricing.ts';

/** How many missing pairs a vertex brings in at once. */
const AT_ONCE = 4;

/**
 * Whether nothing is missing after a repair that found these. One pair that had been overlooked would come behind `AT_ONCE` others at both its ends;
 * where fewer were found, all were. Lists may name a pair several times: there, nothing must have been found at all.
 */
export function isRepaired({ lists }: HalfRows, { from }: Pairs): boolean {
  return from.length < (lists ? 1 : 2 * AT_ONCE);
}

/** Repairs a fractional solution. Returns the pairs that were missing. */
export function repairFractional(costs: HalfRows, state: Fractional, dice: Dice): Pairs {
  const { y } = state;
  const missing = pairsIn(nearestOf(costs, y, { count: AT_ONCE, below: 0, dice, nest: undefined }), y, undefined);
  missing.cost.forEach((cost, at) => {
    const [u, v] = [missing.from[at] as number, missing.to[at] as number];
    const gap = cost - (y[u] as number) - (y[v] as number);
    if (gap >= 0) return;
    const end = isBare(state, v) ? v : u;
    y[end] = (y[end] as number) + gap;
    uncover(state, end);
  });
  return missing;
}

/** Repairs a solution with blossoms. Returns the pairs that were missing. */
export function repairFlower(costs: HalfRows, flower: Flower, dice: Dice): Pairs {
  const { y } = flower;
  const nest = nestOf(flower);
  const missing = pairsIn(nearestOf(costs, y, { count: AT_ONCE, below: 0, dice, nest }), y, nest);
  missing.cost.forEach((cost, at) => {
    const [u, v] = [missing.from[at] as number, missing.to[at] as number];
    const gap = () => cost - (y[u] as number) - (y[v] as number);
    while (gap() < 0 && topOf(flower, u) === topOf(flower, v)) lowerTop(flower, u, Infinity);
    const end = easier(flower, u, v);
    while (gap() < 0) lowerTop(flower, end, -gap());
  });
  return missing;
}

/** Of two vertices in different outermost parts, the one whose price can fall with less to be matched again: it is bare, or in fewer company. */
function easier({ mate, base, count, name, owner }: Flower, u: number, v: number): number {
  const [one, other] = [owner[name[u] as number] as number, owner[name[v] as number] as number];
  const bareOne = (mate[base[one] as number] as number) < 0;
  const bareOther = (mate[base[other] as number] as number) < 0;
  if (bareOne !== bareOther) return bareOne ? u : v;
  return (count[one] as number) <= (count[other] as number) ? u : v;
}

/**
 * Lowers all prices in the outermost part around `v` by so much, which leaves the pairs inside as they are and takes twice as much from its z; a
 * blossom whose z is used up opens. So the price of `v` falls by no more than the z allows.
 */
function lowerTop(flower: Flower, v: number, by: number): void {
  const top = topOf(flower, v);
  const fall = top === v ? by : Math.min(by, (flower.z[top] as number) / 2);
  if (fall > 0) unmatch(flower, top);
  raise(flower, top, -fall, -2 * fall);
  if (top !== v && flower.z[top] === 0) open(flower, top);
}

/** Leaves the outermost part bare, and with it the one that it is matched with. */
function unmatch({ mate, base }: Flower, part: number): void {
  const v = base[part] as number;
  const partner = mate[v] as number;
  if (partner < 0) return;
  mate[partner] = -1;
  mate[v] = -1;
}
