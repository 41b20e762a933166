// The trios that a repair may make: three who may be together, open or in standing pairs, as far as something better than the best so far can
// come of them. There are millions; most are passed over by a few additions.

import { isBefore, plus, times, type Value, valueAt } from '../order/values.ts';
import type { Ground } from './ground.ts';

export type Three = readonly [number, number, number];

/** The point of a search at which a trio is to be made. */
export interface Place {
  ground: Ground;
  /** 1 for whoever is open; and for whoever may still give up a standing pair. */
  open: Uint8Array;
  free: Uint8Array;
  /** How many standing pairs may be given up. */
  left: number;
  /** What somebody adds to the bound as one of three, beside the pairs inside the trio; and as the third who joins a standing pair. */
  weights: readonly Value[];
  thirds: readonly Value[];
  /** What each standing pair adds that becomes part of a trio as a whole; missing where that is looked at elsewhere. */
  wholes: readonly Value[] | undefined;
  /** What a trio that takes so many standing pairs apart has to stay below to be worth anything; missing where everything is. */
  below: readonly (Value | undefined)[];
}

/** The trios that hold the standing pair at a place whole. */
export function eachAround(place: Place, at: number, each: (three: Three) => void): void {
  const { ground, open, free, left, thirds, wholes, below } = place;
  const [a, b] = ground.pairs[at] as readonly [number, number];
  const whole = wholes?.[at];
  if (!whole || left === 0 || free[a] === 0) return;
  const [one, other] = [ground.within(a), ground.within(b)];
  for (let c = 0; c < open.length; c++) {
    if (c === a || c === b || (open[c] === 0 && (free[c] === 0 || left === 1)) || !areAllowed(ground, a, b, c)) continue;
    const weight = thirds[c] as Value;
    const from = c * ground.levels;
    const most = below[open[c] === 1 ? 1 : 2];
    let level = 0;
    let sum = 0;
    for (; most && level < most.length; level++) {
      sum = (whole[level] as number) + (one[from + level] as number) + (other[from + level] as number) + (weight[level] as number);
      if (sum !== most[level]) break;
    }
    if (!most || (level < most.length && sum < (most[level] as number))) each([a, b, c]);
  }
}

function areAllowed({ question: { size, open } }: Ground, a: number, b: number, c: number): boolean {
  return open[a * size + b] === 1 && open[a * size + c] === 1 && open[b * size + c] === 1;
}

/**
 * The trios of three from three places, `a` and somebody behind it being the two who weigh least; so each trio is met once, and such a pair
 * carries no more than a third of it. Returns how many pairs were looked at closely.
 */
export function eachApart(place: Place, a: number, each: (three: Three) => void): number {
  const { ground, open, free } = place;
  const { size, open: allowed } = ground.question;
  const may = (v: number) => open[v] === 1 || free[v] === 1;
  let looked = 0;
  for (let b = a + 1; b < size && may(a); b++) {
    if (allowed[a * size + b] === 0 || !may(b) || ground.partner[a] === b) continue;
    const taken = 2 - (open[a] as number) - (open[b] as number);
    if (taken > place.left || !isLight(place, [a, b], place.below[taken])) continue;
    looked++;
    const least = weightOf(place, a, b);
    for (let c = 0; c < size; c++) {
      if (open[c] === 0 && (free[c] === 0 || taken === place.left)) continue;
      if (c === a || c === b || ground.partner[c] === a || ground.partner[c] === b || !areAllowed(ground, a, b, c)) continue;
      if (isThird(place, { a, b, c, least }, place.below[taken + 1 - (open[c] as number)])) each([a, b, c]);
    }
  }
  return looked;
}

/** Whether three times the weight of a pair stays below twice `most`: read off number by number, for this is asked of every pair. */
function isLight({ ground: { within, levels }, weights }: Place, [a, b]: readonly [number, number], most: Value | undefined): boolean {
  if (!most) return true;
  const row = within(a);
  for (let at = 0; at < levels; at++) {
    const own = ((weights[a] as Value)[at] as number) + ((weights[b] as Value)[at] as number);
    const three = 3 * (2 * (row[b * levels + at] as number) + own);
    if (three !== 2 * (most[at] as number)) return three < 2 * (most[at] as number);
  }
  return false;
}

/** Twice what a pair inside a trio adds to the bound, with half of what its two add by themselves. */
function weightOf({ ground: { within, levels }, weights }: Place, a: number, b: number): Value {
  return plus(times(valueAt(within(a), b, levels), 2), plus(weights[a] as Value, weights[b] as Value));
}

/** Whether `c` makes a trio that is light enough, and of which (a, b) is the lightest pair, or the first of the lightest. */
function isThird(place: Place, { a, b, c, least }: { a: number; b: number; c: number; least: Value }, most: Value | undefined): boolean {
  if (most && firstOf(place, a, c) + firstOf(place, b, c) + (least[0] as number) > 2 * (most[0] as number)) return false;
  const one = weightOf(place, a, c);
  const other = weightOf(place, b, c);
  const first = (weight: Value, behind: boolean) => isBefore(least, weight) || (behind && !isBefore(weight, least));
  return first(one, c > b) && first(other, c > a) && isBefore(plus(plus(least, one), other), most && times(most, 2));
}

/** The first number of a pair's weight. */
function firstOf({ ground: { within, levels }, weights }: Place, a: number, c: number): number {
  return 2 * (within(a)[c * levels] as number) + ((weights[a] as Value)[0] as number) + ((weights[c] as Value)[0] as number);
}
