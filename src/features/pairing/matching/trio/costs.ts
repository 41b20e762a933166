// What pairs and trios cost: a number for each group of tiers, most important first. Rows are worked out as they are asked for.
import { type RowsOf, rowsOf } from '../again/rows.ts';
import type { Costs } from '../costs.ts';
import { type Digit, type Group, numbersOf, type Question, type Tier } from '../order/tiers.ts';
import type { Value } from '../order/values.ts';

export type Trio = readonly [number, number, number];

export interface TrioCosts {
  question: Question;
  groups: readonly Group[];
  /** How many numbers a cost has: one for each group; one that is always nothing where there is no group. */
  depth: number;
  numbers: readonly Costs[];
  /** What the pairs of a vertex cost, and what they cost inside a trio; `Infinity` in the first row where a pair is not allowed. */
  pair: RowsOf;
  within: RowsOf;
  /** The rows of `pair` themselves, with one more place at the end, which is anyone's to write to. */
  wide: RowsOf;
  /** What a vertex, and what every trio, pays on top for being three. */
  duty: readonly Float64Array[];
  surcharge: Value;
}

export function trioCostsOf(question: Question, groups: readonly Group[]): TrioCosts {
  const levels = groups.length > 0 ? groups : [[]];
  const numbers = levels.map((group) => numbersOf(question, group));
  const wide = rowsOf(question.open, numbers, 1).plain;
  const pair = seenAs(wide, (rows) => rows.map((row) => row.subarray(0, question.size)));
  return {
    question,
    groups,
    depth: levels.length,
    numbers,
    pair,
    wide,
    within: withinOf(question, levels, pair),
    duty: levels.map((group) => dutyOf(question, group)),
    surcharge: levels.map((group) => surchargeOf(question, group)),
  };
}

/** Inside a trio, pairs cost nothing under a flat tier. */
function withinOf(question: Question, levels: readonly Group[], pair: RowsOf): RowsOf {
  const counts = ({ tier }: Digit) => (question.tiers[tier] as Tier).flat === undefined;
  const own = levels.flatMap((group, level) => (group.every(counts) ? [] : [{ level, ...numbersOf(question, group.filter(counts)) }]));
  if (own.length === 0) return pair;
  const rows = rowsOf(own[0]?.level === 0 ? question.open : new Uint8Array(question.open.length).fill(1), own).plain;
  const places = levels.map((_, level) => own.findIndex((each) => each.level === level));
  return seenAs(pair, (all, u) => all.map((row, level) => rows(u)[places[level] as number] ?? row));
}

/** The same rows in another form, which is kept as long as they are. */
function seenAs(rowsOf: RowsOf, form: (rows: readonly Float64Array[], u: number) => readonly Float64Array[]): RowsOf {
  const known = new WeakMap<readonly Float64Array[], readonly Float64Array[]>();
  return (u) => {
    const rows = rowsOf(u);
    const before = known.get(rows);
    if (before) return before;
    const formed = form(rows, u);
    known.set(rows, formed);
    return formed;
  };
}

function dutyOf({ size, tiers }: Question, group: Group): Float64Array {
  return Float64Array.from({ length: size }, (_, v) =>
    group.reduce((sum, { tier, place }) => sum + ((tiers[tier] as Tier).duty?.[v] ?? 0) * place, 0),
  );
}

/** A trio counts as two pairs: of what is taken off each of its three, one is put back; a flat cost stands for all three. */
function surchargeOf({ tiers }: Question, group: Group): number {
  return group.reduce((sum, { tier, least, place }) => {
    const { flat } = tiers[tier] as Tier;
    return sum + (flat === undefined ? least : flat - 2 * least) * place;
  }, 0);
}

/** What the three pairs of a trio cost, and being three. */
export function costOfTrio({ within, duty, surcharge }: TrioCosts, [a, b, c]: Trio): number[] {
  const [ofA, ofB] = [within(a), within(b)];
  return surcharge.map((sum, level) => {
    const [row, other, own] = [ofA[level], ofB[level], duty[level]] as [Float64Array, Float64Array, Float64Array];
    const pairs = (row[b] as number) + (row[c] as number) + (other[c] as number);
    return sum + pairs + (own[a] as number) + (own[b] as number) + (own[c] as number);
  });
}

/** What a trio and the pairs of the others cost together; who has a partner from `size` on, or none, is in no pair. */
export function costOfPlan(costs: TrioCosts, trio: Trio, mate: Int32Array): number[] {
  const sums = costOfTrio(costs, trio);
  for (let u = 0; u < costs.question.size; u++) {
    const v = mate[u] as number;
    if (v < u || v >= costs.question.size || trio.includes(u)) continue;
    const rows = costs.pair(u);
    for (let level = 0; level < costs.depth; level++) sums[level] = (sums[level] as number) + (rows[level]?.[v] as number);
  }
  return sums;
}
