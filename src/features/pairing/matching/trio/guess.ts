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
const LOOKED_AT = 6;
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
  const priced = leastOf(rows, by.sight.own, by.first ? LOOKED_AT_FIRST : LOOKED_AT);
  const few = new Set(by.first ? priced : [...leastOf(rows, undefined, LOOKED_AT), ...priced]);
  const others = [...few].filter((v) => rows[0]?.[v] !== Infinity);
  return bestAmong(costs, by, c, others) ?? bestAmong(costs, by, c, allowedWith(costs, c));
}

function bestAmong(costs: TrioCosts, { sight, first }: By, c: number, others: readonly number[]): Guess | undefined {
  let best: { a: number; b: number; sum: number[] } | undefined;
  const rows = costs.within(c);
  const [toC, own] = [rows[0] as Float64Array, sight.own[0] as Float64Array];
  for (const [at, a] of others.entries()) {
    const ofA = costs.within(a);
    const toA = ofA[0] as Float64Array;
    const begun = (toC[a] as number) + (own[a] as number);
    for (let place = 0; place < at; place++) {
      const b = others[place] as number;
      if (toA[b] === Infinity) continue;
      const here = begun + (toC[b] as number) + (first ? 0 : (toA[b] as number)) + (own[b] as number);
      if (best && here > (best.sum[0] as number)) continue;
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
function leastOf(rows: Rows, more: Rows | undefined, count: number): number[] {
  const places: number[] = [];
  const [row, next] = [rows[0] as Float64Array, (rows[1] ?? rows[0]) as Float64Array];
  const [add, addNext] = [more?.[0], more?.[1] ?? more?.[0]];
  let [limit, limitNext] = [Infinity, Infinity];
  for (let v = 0; v < row.length; v++) {
    const value = (row[v] as number) + (add ? (add[v] as number) : 0);
    if (value > limit || value === Infinity) continue;
    if (value === limit && (next[v] as number) + (addNext ? (addNext[v] as number) : 0) > limitNext) continue;
    let at = places.length;
    while (at > 0 && comesFirst(rows, more, v, places[at - 1] as number)) at--;
    if (at === count) continue;
    places.splice(at, 0, v);
    if (places.length > count) places.pop();
    if (places.length < count) continue;
    const last = places[count - 1] as number;
    limit = (row[last] as number) + (add ? (add[last] as number) : 0);
    limitNext = (next[last] as number) + (addNext ? (addNext[last] as number) : 0);
  }
  return places;
}

function comesFirst(rows: Rows, more: Rows | undefined, one: number, other: number): boolean {
  for (let level = 0; level < rows.length; level++) {
    const [row, add] = [rows[level] as Float64Array, more?.[level]];
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
