// How the certificate goes through all trios without naming each. For person after person it asks who else can be in a trio with them that is not
// ruled out; whoever is through is left aside. Sound: two others are passed over only if even their cheapest company would be too dear. Any set's z
// comes after nothing in the order of the groups, so a sum that leaves some of them out never comes after the bound itself.
import { type EvenSets, evenSetsOf, type PairRow, pairCost, pairRowsOf } from './lost.ts';
import type { Bound, Scale } from './scale.ts';

type Rows = readonly Float64Array[];
type Three = readonly [number, number, number];

interface Survey {
  scale: Scale;
  bound: Bound;
  value: readonly number[];
  aside: Uint8Array;
  pairRow: PairRow;
  even: EvenSets;
  /** For each person, the least that a pair with anyone brings into a trio: what it costs inside, with what both bring. */
  cheapest: Rows;
}

/** Tells of every trio of which the bound does not say by plain sums that it cannot come before `value`; stops at the first fault. */
export function eachInDoubt(
  scale: Scale,
  bound: Bound,
  value: readonly number[],
  faultOf: (trio: Three) => string | undefined,
): string | undefined {
  const { size } = scale.question;
  const pairRow = pairRowsOf(scale, bound);
  const even = evenSetsOf(bound);
  const survey: Survey = {
    scale,
    bound,
    value,
    aside: new Uint8Array(size),
    pairRow,
    even,
    cheapest: cheapestOf(scale, bound, pairRow, even.own),
  };
  const people = Array.from({ length: size }, (_, third) => ({ third, company: companyOf(survey, third) }));
  for (const { third, company } of people.sort((one, other) => work(one.company) - work(other.company))) {
    survey.aside[third] = 1;
    const fault = inDoubtWith(survey, third, company, faultOf);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** So few are looked at without a whole row. */
const FEW = 16;

/** One group after another chooses among those who are the cheapest so far. */
function cheapestOf(scale: Scale, bound: Bound, pairRow: PairRow, own: Rows): Rows {
  const { size } = scale.question;
  const cheapest = own.map(() => new Float64Array(size).fill(Infinity));
  const among = new Int32Array(size);
  for (let u = 0; u < size; u++) {
    let count = size;
    for (let v = 0; v < size; v++) among[v] = v;
    for (const [at, each] of own.entries()) {
      const row = count > FEW ? pairRow(u, at) : undefined;
      let [least, kept] = [Infinity, 0];
      for (let i = 0; i < count; i++) {
        const v = among[i] as number;
        const sum = (row ? (row[v] as number) : pairCost(scale, bound, [u, v], at)) + (each[v] as number);
        if (sum > least) continue;
        if (sum < least) kept = 0;
        least = sum;
        among[kept++] = v;
      }
      (cheapest[at] as Float64Array)[u] = least + (each[u] as number);
      count = kept;
    }
  }
  return cheapest;
}

interface Company {
  /** Those who may be the nearer one of the two others. */
  nearer: Int32Array;
  further: Int32Array;
  /** What the two others may bring. */
  room: number[];
}

function work({ nearer, further }: Company): number {
  return nearer.length * further.length;
}

function companyOf({ scale, bound, value, aside: { length: size }, cheapest, even }: Survey, third: number): Company {
  const rows = scale.inside(third);
  const room = value.map((each, at) => each - (bound.all[at] as number) - (even.own[at]?.[third] as number));
  const [first, cheap] = [rows[0] as Float64Array, cheapest[0] as Float64Array];
  const nearer: number[] = [];
  const lowest = room.map(() => Infinity);
  for (let v = 0; v < size; v++) {
    if (2 * (first[v] as number) + (cheap[v] as number) > (room[0] as number) || !isBelow(room, rows, cheapest, [v, 2])) continue;
    nearer.push(v);
    if (isBelow(lowest, rows, cheapest, [v, 1]))
      for (let at = 0; at < room.length; at++) lowest[at] = (rows[at]?.[v] as number) + (cheapest[at]?.[v] as number);
  }
  const further: number[] = [];
  if (nearer.length === 0) return { nearer: Int32Array.of(), further: Int32Array.of(), room };
  const rest = room.map((each, at) => each - (lowest[at] as number));
  for (let v = 0; v < size; v++) {
    if ((first[v] as number) <= (rest[0] as number) && isBelow(rest, rows, undefined, [v, 1])) further.push(v);
  }
  return { nearer: Int32Array.from(nearer), further: Int32Array.from(further), room };
}

/** Whether what the rows say of `v`, so many times, and what `more` says come before the limit. */
function isBelow(limit: readonly number[], rows: Rows, more: Rows | undefined, [v, times]: readonly [number, number]): boolean {
  for (let at = 0; at < limit.length; at++) {
    const here = times * (rows[at]?.[v] as number) + (more ? (more[at]?.[v] as number) : 0);
    if (here !== limit[at]) return here < (limit[at] as number);
  }
  return false;
}

function inDoubtWith(survey: Survey, third: number, company: Company, faultOf: (trio: Three) => string | undefined): string | undefined {
  const {
    scale,
    pairRow,
    aside,
    even: { own, side, odd },
  } = survey;
  const nearer = company.nearer.filter((v) => aside[v] === 0);
  const further = company.further.filter((v) => aside[v] === 0);
  const isNearer = new Uint8Array(aside.length);
  for (const v of nearer) isNearer[v] = 1;
  const rows = scale.inside(third);
  for (const a of nearer) {
    const lost = odd(side[third] as number, side[a] as number);
    const rest = company.room.map((all, at) => all - (rows[at]?.[a] as number) - (own[at]?.[a] as number));
    const inDoubt = (b: number) => {
      for (let at = 0; at < rest.length; at++) {
        const both = (rows[at]?.[b] as number) + (pairRow(a, at)[b] as number);
        const sum = both + (own[at]?.[b] as number) + (lost[at]?.[side[b] as number] as number);
        if (sum !== rest[at]) return sum < (rest[at] as number);
      }
      return false;
    };
    for (const b of further) {
      if ((b < a && isNearer[b] === 1) || !inDoubt(b)) continue;
      const fault = faultOf([a, b, third]);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}
