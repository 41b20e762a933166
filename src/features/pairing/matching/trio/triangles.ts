// How the certificate goes through all trios without naming each. For person after person it asks who else can be in a trio with them that is not
// ruled out; whoever is through is left aside. Sound: two others are passed over only if even their cheapest company would be too dear.
import type { Bound, Scale } from './scale.ts';

type Rows = readonly Float64Array[];

interface Survey {
  scale: Scale;
  bound: Bound;
  value: readonly number[];
  aside: Uint8Array;
  /** For each person, the least that a pair with anyone brings into a trio: what it costs inside, with what both bring. */
  cheapest: Rows;
}

/** Tells of every trio of which the bound does not say by plain sums that it cannot come before `value`; stops at the first fault. */
export function eachInDoubt(
  scale: Scale,
  bound: Bound,
  value: readonly number[],
  faultOf: (trio: readonly [number, number, number]) => string | undefined,
): string | undefined {
  const { size } = scale.question;
  const survey: Survey = { scale, bound, value, aside: new Uint8Array(size), cheapest: cheapestOf(scale, bound) };
  const people = Array.from({ length: size }, (_, third) => ({ third, work: work(companyOf(survey, third)) }));
  for (const { third } of people.sort((one, other) => one.work - other.work)) {
    survey.aside[third] = 1;
    const fault = inDoubtWith(survey, third, faultOf);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** With the z of odd sets that hold both: they are lost to the pairs of the others whoever the third is. */
function pairRows({ inside }: Scale, { held, around }: Bound, u: number): Rows {
  const odd = (around[u] ?? []).filter((place) => (held[place]?.count ?? 0) % 2 === 1);
  if (odd.length === 0) return inside(u);
  const rows = inside(u).map((row) => row.slice());
  for (const place of odd) {
    const { has, z } = held[place] as Bound['held'][number];
    for (const [at, row] of rows.entries()) {
      for (let v = 0; v < row.length; v++) if (has[v] === 1) row[v] = (row[v] as number) + (z[at] as number);
    }
  }
  return rows;
}

function cheapestOf(scale: Scale, bound: Bound): Rows {
  const { size } = scale.question;
  const cheapest = bound.own.map(() => new Float64Array(size).fill(Infinity));
  for (let u = 0; u < size; u++) {
    const rows = pairRows(scale, bound, u);
    let best = -1;
    for (let v = 0; v < size; v++) {
      if (rows[0]?.[v] === Infinity || (best >= 0 && !sumsBefore(rows, bound.own, v, best))) continue;
      best = v;
    }
    if (best < 0) continue;
    for (const [at, own] of bound.own.entries()) {
      (cheapest[at] as Float64Array)[u] = (rows[at]?.[best] as number) + (own[best] as number) + (own[u] as number);
    }
  }
  return cheapest;
}

function sumsBefore(rows: Rows, own: Rows, v: number, best: number): boolean {
  for (let at = 0; at < rows.length; at++) {
    const here = (rows[at]?.[v] as number) + (own[at]?.[v] as number);
    const there = (rows[at]?.[best] as number) + (own[at]?.[best] as number);
    if (here !== there) return here < there;
  }
  return false;
}

interface Company {
  /** Those who may be the nearer one of the two others. */
  nearer: number[];
  further: number[];
  /** What the two others may bring. */
  room: number[];
}

function work({ nearer, further }: Company): number {
  return nearer.length * further.length;
}

function companyOf({ scale, bound, value, aside, cheapest }: Survey, third: number): Company {
  const rows = scale.inside(third);
  const room = value.map((each, at) => each - (bound.all[at] as number) - (bound.own[at]?.[third] as number));
  const nearer: number[] = [];
  const lowest = room.map(() => Infinity);
  for (let v = 0; v < aside.length; v++) {
    if (aside[v] === 1 || !isBelow(room, (at) => 2 * (rows[at]?.[v] as number) + (cheapest[at]?.[v] as number))) continue;
    nearer.push(v);
    const isLower = isBelow(lowest, (at) => (rows[at]?.[v] as number) + (cheapest[at]?.[v] as number));
    if (isLower) for (let at = 0; at < room.length; at++) lowest[at] = (rows[at]?.[v] as number) + (cheapest[at]?.[v] as number);
  }
  const further: number[] = [];
  if (nearer.length === 0) return { nearer, further, room };
  const rest = room.map((each, at) => each - (lowest[at] as number));
  for (let v = 0; v < aside.length; v++) if (aside[v] === 0 && isBelow(rest, (at) => rows[at]?.[v] as number)) further.push(v);
  return { nearer, further, room };
}

function isBelow(limit: readonly number[], sum: (at: number) => number): boolean {
  for (let at = 0; at < limit.length; at++) {
    const here = sum(at);
    if (here !== limit[at]) return here < (limit[at] as number);
  }
  return false;
}

function inDoubtWith(
  survey: Survey,
  third: number,
  faultOf: (trio: readonly [number, number, number]) => string | undefined,
): string | undefined {
  const { scale, bound } = survey;
  const { nearer, further, room } = companyOf(survey, third);
  const isNearer = new Set(nearer);
  const [rows, own] = [scale.inside(third), bound.own];
  for (const a of nearer) {
    const ofA = pairRows(scale, bound, a);
    for (const b of further) {
      if (b < a && isNearer.has(b)) continue;
      const sum = (at: number) =>
        (rows[at]?.[a] as number) +
        (rows[at]?.[b] as number) +
        (ofA[at]?.[b] as number) +
        (own[at]?.[a] as number) +
        (own[at]?.[b] as number);
      if (!isBelow(room, sum)) continue;
      const fault = faultOf([a, b, third]);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}
