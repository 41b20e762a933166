// What the certificate's checker sees of one stage while it goes through the pairs: what each costs, less its prices, worked out in plain sums.
import { addShared, depthsIn, type Nest, nestOf, withWorth, worthAround } from './certificate-nest.ts';
import type { Stage } from './in-order.ts';
import type { Digit, Question, Tier } from './tiers.ts';

/** A stage, and what is seen of it on the way through the pairs. */
export interface View extends Stage {
  own: Nest;
  earlier: readonly Nest[];
  /** How many blossoms of earlier stages hold a vertex. */
  depth: Float64Array;
  /** What the near pairs of one vertex cost more than their prices, and what all of its pairs cost under one tier. */
  slack: Float64Array;
  row: Float64Array;
  /** The least and the most that a pair costs under each digit. */
  low: Float64Array;
  high: Float64Array;
  /** What pairs cost under each digit that hold nobody of the tier's few; `Infinity` where they differ, or where there are no such few. */
  usual: Float64Array;
}

/** The stages in their order; `undefined` where blossoms of one stage cross, or a number is not whole, or so large that sums might be rounded. */
export function viewsOf({ size, tiers }: Question, stages: readonly Stage[]): View[] | undefined {
  const nests: Nest[] = [];
  const views: View[] = [];
  for (const stage of stages) {
    const own = nestOf(size, stage.blossoms);
    if (!own || stage.group.some(({ tier }) => !tiers[tier])) return undefined;
    views.push(viewOf(size, stage, own, nests));
    nests.push(own);
  }
  return views.every((view) => isExact(view, 0)) ? views : undefined;
}

function viewOf(size: number, { group, toll, y, blossoms }: Stage, own: Nest, before: readonly Nest[]): View {
  return {
    group,
    toll,
    y,
    blossoms,
    own,
    earlier: before.map((nest) =>
      withWorth(
        nest,
        depthsIn(nest).map((depth) => -2 * toll * depth),
      ),
    ),
    depth: Float64Array.from({ length: size }, (_, v) => before.reduce((sum, nest) => sum + (nest.depth[v] as number), 0)),
    slack: new Float64Array(size),
    row: new Float64Array(size),
    low: new Float64Array(group.length).fill(Infinity),
    high: new Float64Array(group.length).fill(-Infinity),
    usual: new Float64Array(group.length).fill(Number.NaN),
  };
}

/** Above this a number might be rounded. */
const EXACT = 2 ** 53;
/** Prices may be parts of a unit, but none finer than this. */
const FINEST = 64;

/** Whether all sums of a slack are exact: digits, of which a pair has `most`, tolls and z are whole, and prices are whole in parts that are not too fine. */
export function isExact({ group, toll, y, blossoms, own, depth }: View, most: number): boolean {
  let parts = 1;
  const numbers = [...y, ...blossoms.map(({ z }) => z)];
  while (parts <= FINEST && !numbers.every((each) => Number.isInteger(each * parts))) parts *= 2;
  const whole = [toll, ...group.flatMap(({ least, place }) => [least, place])].every(Number.isInteger);
  const size = y.reduce((all, price, v) => Math.max(all, Math.abs(price) + Math.abs(toll) * (depth[v] as number) + worthAround(own, v)), 0);
  return whole && parts <= FINEST && y.length === depth.length && parts * (2 * size + most) <= EXACT;
}

/** What the near pairs of `u` cost, less its prices: digits, a toll for each earlier blossom that one end leaves, and the z around both. */
export function readSlacks({ tiers }: Question, view: View, u: number, near: Int32Array): void {
  const { group, toll, y, own, earlier, depth, slack, row } = view;
  const price = (y[u] as number) - toll * (depth[u] as number);
  for (let i = 0; i < near.length; i++) slack[i] = toll * (depth[near[i] as number] as number) - (y[near[i] as number] as number) - price;
  for (let at = 0; at < group.length; at++) {
    const { row: read, few } = tiers[(group[at] as Digit).tier] as Tier;
    read(u, row, u);
    addDigit(view, at, near);
    if (few?.[u] === 0) noteUsual(view, at, near, few);
  }
  for (const nest of [...earlier, own]) addShared(slack, nest, u, near);
}

/** Adds a digit of each near pair, and notes the least and the most of what they cost. */
function addDigit({ group, slack, row, low, high }: View, at: number, near: Int32Array): void {
  const { least, place } = group[at] as Digit;
  let [lowest, highest] = [low[at] as number, high[at] as number];
  for (let i = 0; i < near.length; i++) {
    const units = row[near[i] as number] as number;
    if (units < lowest) lowest = units;
    if (units > highest) highest = units;
    slack[i] = (slack[i] as number) + (units - least) * place;
  }
  low[at] = lowest;
  high[at] = highest;
}

/** Notes what a pair without anybody of the few costs under a digit, and where two of them differ. */
function noteUsual({ row, usual }: View, at: number, near: Int32Array, few: Uint8Array): void {
  for (let i = 0; i < near.length; i++) {
    const v = near[i] as number;
    if (few[v] !== 0 || row[v] === usual[at]) continue;
    usual[at] = Number.isNaN(usual[at]) ? (row[v] as number) : Infinity;
  }
}
