// For each person, a trio with that person that is likely to be the cheapest there is, by some prices: the two others are looked for among few,
// those who cost least with that person, and those who cost least beyond their own price.

import { isBefore, type Value } from '../order/values.ts';
import type { Trio, TrioCosts } from './costs.ts';
import { boundOf, type Sight } from './sight.ts';

export interface Guess {
  trio: Trio;
  /** What a plan with it costs at least. */
  bound: Value;
}

/** So many others are looked at, of either kind. */
const LOOKED_AT = 10;
/** Before there are prices, it is enough to look at so many who cost least. */
const LOOKED_AT_FIRST = 4;

/** What guesses go by: with prices, or, before there are any, by what the two others cost with the third, and not with each other. */
interface By {
  sight: Sight;
  first: boolean;
}

/** A guess for each person; missing where nobody can be three with that person. */
export function guessesOf(costs: TrioCosts, by: By): (Guess | undefined)[] {
  return Array.from({ length: costs.question.size }, (_, c) => guessFor(costs, by, c));
}

function guessFor(costs: TrioCosts, by: By, c: number): Guess | undefined {
  const rows = costs.within(c);
  const plain = costs.duty.map(() => undefined);
  const priced = leastOf(rows, by.sight.own, by.first ? LOOKED_AT_FIRST : LOOKED_AT);
  const few = new Set(by.first ? priced : [...leastOf(rows, plain, LOOKED_AT), ...priced]);
  const others = [...few].filter((v) => rows[0]?.[v] !== Infinity);
  return bestAmong(costs, by, c, others) ?? bestAmong(costs, by, c, allowedWith(costs, c));
}

function bestAmong(costs: TrioCosts, { sight, first }: By, c: number, others: readonly number[]): Guess | undefined {
  let best: { a: number; b: number; sum: number[] } | undefined;
  const rows = costs.within(c);
  for (const [at, a] of others.entries()) {
    const ofA = costs.within(a);
    for (let place = 0; place < at; place++) {
      const b = others[place] as number;
      if (ofA[0]?.[b] === Infinity) continue;
      const sum = sumIfBefore([rows, first ? undefined : ofA, sight.own], [a, b], best?.sum);
      if (sum) best = { a, b, sum };
    }
  }
  if (!best) return undefined;
  const trio: Trio = [best.a, best.b, c];
  return { trio, bound: boundOf(costs, sight, trio) };
}

type Rows = readonly Float64Array[];

/** What two people add to a trio, rings not counted; nothing where `most` comes first. */
function sumIfBefore(
  [rows, ofA, own]: readonly [Rows, Rows | undefined, Rows],
  [a, b]: readonly [number, number],
  most: readonly number[] | undefined,
): number[] | undefined {
  const sum: number[] = [];
  let decided = most === undefined;
  for (let level = 0; level < rows.length; level++) {
    const [row, each] = [rows[level], own[level]] as [Float64Array, Float64Array];
    const between = ofA ? (ofA[level]?.[b] as number) : 0;
    const here = (row[a] as number) + (row[b] as number) + between + (each[a] as number) + (each[b] as number);
    if (!decided) {
      if (here > (most?.[level] as number)) return undefined;
      decided = here < (most?.[level] as number);
    }
    sum.push(here);
  }
  return decided ? sum : undefined;
}

/** The places where `rows` and `more` are least together. */
function leastOf(rows: Rows, more: readonly (Float64Array | undefined)[], count: number): number[] {
  const places: number[] = [];
  const [row, add] = [rows[0] as Float64Array, more[0]];
  let limit = Infinity;
  for (let v = 0; v < row.length; v++) {
    const value = add ? (row[v] as number) + (add[v] as number) : (row[v] as number);
    if (value > limit || value === Infinity) continue;
    let at = places.length;
    while (at > 0 && comesFirst(rows, more, v, places[at - 1] as number)) at--;
    if (at === count) continue;
    places.splice(at, 0, v);
    if (places.length > count) places.pop();
    const last = places.at(-1) as number;
    if (places.length === count) limit = add ? (row[last] as number) + (add[last] as number) : (row[last] as number);
  }
  return places;
}

function comesFirst(rows: Rows, more: readonly (Float64Array | undefined)[], one: number, other: number): boolean {
  for (let level = 0; level < rows.length; level++) {
    const [row, add] = [rows[level] as Float64Array, more[level]];
    const here = (row[one] as number) + (add ? (add[one] as number) : 0);
    const there = (row[other] as number) + (add ? (add[other] as number) : 0);
    if (here !== there) return here < there;
  }
  return false;
}

function allowedWith({ within }: TrioCosts, c: number): number[] {
  const row = within(c)[0] as Float64Array;
  return Array.from(row.keys()).filter((v) => row[v] !== Infinity);
}

/** The guess that comes first. */
export function firstOf(guesses: readonly (Guess | undefined)[]): Guess | undefined {
  return guesses.reduce((first, guess) => (guess && isBefore(guess.bound, first?.bound) ? guess : first), undefined);
}
