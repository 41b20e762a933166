// What trios, and plans with them, cost in the groups of tiers of a proof, and what prices say they cost at least. Worked out for the certificate
// and for nothing else: it shares no sums with the engine.
import type { Stage } from '../order/in-order.ts';
import type { Digit, Question, Tier } from '../order/tiers.ts';

/** The groups of tiers of a proof, written out as they are asked for. */
export interface Scale {
  question: Question;
  groups: readonly (readonly Digit[])[];
  /** What pairs of a vertex cost inside a trio, a row for each group; `Infinity` in the first where a pair is not allowed. */
  inside: (u: number) => readonly Float64Array[];
}

export function scaleOf(question: Question, stages: readonly Stage[]): Scale {
  const { size, open, tiers } = question;
  const known: Float64Array[][] = [];
  const units = new Float64Array(size);
  const written = (u: number, group: readonly Digit[]) => {
    const row = new Float64Array(size);
    for (const { tier, least, place } of group) {
      const { flat, row: read } = tiers[tier] as Tier;
      if (flat !== undefined) continue;
      read(u, units);
      for (let v = 0; v < size; v++) row[v] = (row[v] as number) + ((units[v] as number) - least) * place;
    }
    return row;
  };
  const groups = stages.map(({ group }) => group);
  const inside = (u: number) => {
    if (known[u]) return known[u];
    const rows = groups.map((group) => written(u, group));
    for (let v = 0; v < size; v++) if (open[u * size + v] === 0 && rows[0]) rows[0][v] = Infinity;
    known[u] = rows;
    return rows;
  };
  return { question, groups, inside };
}

/** What every trio, and what a vertex in it, pays beside its pairs. Of what is taken off three pairs, one `least` is put back: a trio is two pairs. */
function extra({ question: { tiers } }: Scale, group: readonly Digit[], v?: number): number {
  let sum = 0;
  for (const { tier, least, place } of group) {
    const { flat, duty } = tiers[tier] as Tier;
    if (v === undefined) sum += (flat === undefined ? least : flat - 2 * least) * place;
    else sum += (duty?.[v] ?? 0) * place;
  }
  return sum;
}

/** What a plan comes to in each group. */
export function worthOf(scale: Scale, [a, b, c]: readonly [number, number, number], mate: Int32Array): number[] {
  const { question, groups, inside } = scale;
  const units = new Float64Array(question.size);
  return groups.map((group, at) => {
    let sum = extra(scale, group);
    for (const v of [a, b, c]) sum += extra(scale, group, v);
    for (const [u, v] of [[a, b] as const, [a, c] as const, [b, c] as const]) sum += inside(u)[at]?.[v] as number;
    for (const { tier, least, place } of group) {
      for (const [u, v] of mate.entries()) {
        if (v < u) continue;
        (question.tiers[tier] as Tier).row(u, units);
        sum += ((units[v] as number) - least) * place;
      }
    }
    return sum;
  });
}

/** A set of vertices and what it is worth, group by group, that as few pairs as can be lie inside it. */
export interface Held {
  has: Uint8Array;
  count: number;
  z: number[];
}

/** A set of prices as a bound for trios: what everyone pays together, and what is left of it without three of them. */
export interface Bound {
  all: number[];
  /** What a vertex brings into a trio: its extra, less its price. */
  own: Float64Array[];
  held: Held[];
  /** Those that hold a vertex, by their places. */
  around: number[][];
}

/** Tolls for crossing the blossoms of earlier stages count as prices, and as so much less of z. */
export function boundBy(scale: Scale, stages: readonly Stage[]): Bound {
  const { size } = scale.question;
  const held: Held[] = [];
  const named: number[] = [];
  const bound: Bound = { all: [], own: [], held, around: Array.from({ length: size }, () => []) };
  for (const [at, { group, toll, y, blossoms }] of stages.entries()) {
    const prices = y.slice();
    for (const [place, { has, z }] of held.entries()) {
      const paid = toll * (named[place] as number);
      for (let v = 0; v < size; v++) if (has[v] === 1) prices[v] = (prices[v] as number) - paid;
      z[at] = -2 * paid;
    }
    for (const { members, z } of blossoms) {
      const known = held.findIndex(({ has, count }) => count === members.length && members.every((v) => has[v] === 1));
      const place = known < 0 ? held.push({ has: marked(size, members), count: members.length, z: stages.map(() => 0) }) - 1 : known;
      const { z: all } = held[place] as Held;
      all[at] = (all[at] as number) + z;
      if (known < 0) for (const v of members) bound.around[v]?.push(place);
      named[place] = (named[place] ?? 0) + 1;
    }
    const inHeld = held.reduce((sum, { count, z }) => sum + (z[at] as number) * Math.floor(count / 2), 0);
    bound.all.push(prices.reduce((sum, price) => sum + price, 0) + extra(scale, group) - inHeld);
    bound.own.push(prices.map((price, v) => extra(scale, group, v) - price));
  }
  return bound;
}

function marked(size: number, members: Int32Array): Uint8Array {
  const has = new Uint8Array(size);
  for (const v of members) has[v] = 1;
  return has;
}

/** Whether no plan with these three comes before `value`: the first group in which the bound differs decides. */
export function rulesOut(
  { inside, groups }: Scale,
  { all, own, held, around }: Bound,
  trio: readonly number[],
  value: readonly number[],
): boolean {
  const [a, b, c] = trio as [number, number, number];
  const [ofA, ofB] = [inside(a), inside(b)];
  for (let at = 0; at < groups.length; at++) {
    const [row, other, each] = [ofA[at], ofB[at], own[at]] as [Float64Array, Float64Array, Float64Array];
    let least = (all[at] as number) + (row[b] as number) + (row[c] as number) + (other[c] as number);
    least += (each[a] as number) + (each[b] as number) + (each[c] as number);
    for (const v of [a, b, c]) {
      for (const place of around[v] ?? []) least += fewerPairs(held[place] as Held, trio, v) * (held[place]?.z[at] as number);
    }
    if (least !== value[at]) return least > (value[at] as number);
  }
  return true;
}

/** How many pairs fewer a set holds without those of the three who are in it; told to the first of them, nothing to the others. */
function fewerPairs({ has, count }: Held, trio: readonly number[], v: number): number {
  let three = 0;
  for (const each of trio) {
    if (has[each] === 0) continue;
    if (three === 0 && each !== v) return 0;
    three++;
  }
  return Math.floor(count / 2) - Math.floor((count - three) / 2);
}
