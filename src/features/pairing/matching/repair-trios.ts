// The trios that a repair may make: three who may be together, open or in standing pairs, as far as something better than the best so far can
// come of them. There are millions; most are passed over by a few additions.
import type { Bounds } from './repair-bounds.ts';
import type { Ground } from './repair-ground.ts';
import { isBefore, minus, plus, times, type Value, valueAt } from './values.ts';

export type Three = readonly [number, number, number];

/** The point of a search at which a trio is to be made. */
export interface Place {
  ground: Ground;
  bounds: Bounds;
  /** 1 for whoever is open; and who may still give up a standing pair. */
  open: Uint8Array;
  free: Uint8Array;
  /** How many standing pairs may be given up. */
  left: number;
  /** What somebody adds to the bound as one of three, beside the pairs inside the trio. */
  weights: readonly Value[];
}

interface Here {
  open: readonly number[];
  broken: Uint8Array;
  left: number;
}

export function placeOf(ground: Ground, bounds: Bounds, { open, broken, left }: Here): Place {
  const isOpen = new Uint8Array(ground.question.size);
  for (const v of open) isOpen[v] = 1;
  const free = isOpen.map((_, v) => ((ground.pairOf[v] as number) >= 0 && broken[ground.pairOf[v] as number] === 0 ? 1 : 0));
  const weights = Array.from(isOpen, (is, v) => weightAlone(ground, bounds, v, is === 1));
  return { ground, bounds, open: isOpen, free, left, weights };
}

function weightAlone({ duty, levels, pairOf, partner }: Ground, { prices, share, regret }: Bounds, v: number, isOpen: boolean): Value {
  const own = minus(valueAt(duty, v, levels), valueAt(prices, v, levels));
  if (isOpen) return minus(own, share[v] as Value);
  const at = pairOf[v] as number;
  return at < 0 ? own : minus(plus(own, share[partner[v] as number] as Value), regret[at] as Value);
}

/** The trios that hold the standing pair at a place whole. */
export function eachAround({ ground, open, free, left }: Place, at: number, each: (three: Three) => void): void {
  const [a, b] = ground.pairs[at] as readonly [number, number];
  if (left === 0 || free[a] === 0) return;
  for (let c = 0; c < open.length; c++) {
    const may = open[c] === 1 || (free[c] === 1 && left > 1);
    if (may && c !== a && c !== b && areAllowed(ground, a, b, c)) each([a, b, c]);
  }
}

function areAllowed({ question: { size, open } }: Ground, a: number, b: number, c: number): boolean {
  return open[a * size + b] === 1 && open[a * size + c] === 1 && open[b * size + c] === 1;
}

/**
 * The trios of three from three places, `a` and somebody behind it being the two who weigh least; so each trio is met once. They carry no more
 * than a third of it: twice the whole must come before `twice`, where that is given.
 */
export function eachApart(place: Place, a: number, twice: Value | undefined, each: (three: Three) => void): void {
  const { ground, open, free } = place;
  const { size, open: allowed } = ground.question;
  const may = (v: number) => open[v] === 1 || free[v] === 1;
  if (!may(a)) return;
  for (let b = a + 1; b < size; b++) {
    if (allowed[a * size + b] === 0 || !may(b) || ground.partner[a] === b) continue;
    const left = place.left - (1 - (open[a] as number)) - (1 - (open[b] as number));
    if (left < 0 || !isLight(place, [a, b], twice)) continue;
    const least = weightOf(place, a, b);
    for (let c = 0; c < size; c++) {
      if (open[c] === 0 && (free[c] === 0 || left === 0)) continue;
      if (c === a || c === b || ground.partner[c] === a || ground.partner[c] === b || !areAllowed(ground, a, b, c)) continue;
      if (isThird(place, { a, b, c, least }, twice)) each([a, b, c]);
    }
  }
}

/** Whether three times the weight of a pair comes before `most`: read off number by number, for this is asked of every pair. */
function isLight({ ground: { within, levels }, weights }: Place, [a, b]: readonly [number, number], most: Value | undefined): boolean {
  if (!most) return true;
  const row = within(a);
  for (let at = 0; at < levels; at++) {
    const own = ((weights[a] as Value)[at] as number) + ((weights[b] as Value)[at] as number);
    const three = 3 * (2 * (row[b * levels + at] as number) + own);
    if (three !== most[at]) return three < (most[at] as number);
  }
  return false;
}

/** Twice what a pair inside a trio adds to the bound, with half of what its two add by themselves. */
function weightOf({ ground: { within, levels }, weights }: Place, a: number, b: number): Value {
  return plus(times(valueAt(within(a), b, levels), 2), plus(weights[a] as Value, weights[b] as Value));
}

/** Whether `c` makes a trio that is light enough, and of which (a, b) is the lightest pair, or the first of the lightest. */
function isThird(place: Place, { a, b, c, least }: { a: number; b: number; c: number; least: Value }, most: Value | undefined): boolean {
  if (most && most.length > 0 && firstOf(place, a, c) + firstOf(place, b, c) + (least[0] as number) > (most[0] as number)) return false;
  const one = weightOf(place, a, c);
  const other = weightOf(place, b, c);
  const first = (weight: Value, behind: boolean) => isBefore(least, weight) || (behind && !isBefore(weight, least));
  return first(one, c > b) && first(other, c > a) && isBefore(plus(plus(least, one), other), most);
}

/** The first number of a pair's weight. */
function firstOf({ ground: { within, levels }, weights }: Place, a: number, c: number): number {
  return 2 * (within(a)[c * levels] as number) + ((weights[a] as Value)[0] as number) + ((weights[c] as Value)[0] as number);
}
