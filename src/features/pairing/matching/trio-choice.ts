// Which trios are worth a closer look: those that the prices of the relaxed problem do not rule out. Found among the few pairs that lie near
// enough to their prices, so that nobody has to go through all trios of a thousand people.
import type { Stage } from './in-order.ts';
import { blossomsAround, nestsOf } from './nests.ts';
import type { Question } from './tiers.ts';
import { withToll } from './tolls.ts';
import { boundOf, type Level, type Trio } from './trio-bounds.ts';
import { compared } from './trio-relaxed.ts';

/** A trio with what a plan with it costs at least. */
export interface Bounded {
  trio: Trio;
  bound: number[];
}

/** How far the best plan so far is from the relaxed value, group by group; missing where there is no plan yet. */
export type Gap = readonly number[] | undefined;

/** The trios whose bound comes before `best`, lowest first. A bound is above the relaxed value by at least the slack of each of the trio's pairs. */
export function worthTrying(question: Question, levels: readonly Level[], stages: readonly Stage[], best: Best): Bounded[] {
  const slacks = levels.map((level, at) => slackOf(level, stages, at));
  const near = Array.from({ length: question.size }, (_, a) => nearTo(question, slacks, a, best.gap));
  const isPoor = best.value ? quickly(levels, best.value) : () => false;
  const found: Bounded[] = [];
  eachTriangle(near, levels[0], best.value?.[0] ?? Infinity, (a, b, c) => {
    if (isPoor(a, b, c)) return;
    const bound = boundBefore(levels, [a, b, c], best.value);
    if (bound) found.push({ trio: [a, b, c], bound });
  });
  return found.sort((one, other) => compared(one.bound, other.bound));
}

/** Goes through all triangles of near pairs, millions of them in a large round; those above `most` in the first level are passed over at once. */
function eachTriangle(
  near: readonly number[][],
  level: Level | undefined,
  most: number,
  each: (a: number, b: number, c: number) => void,
): void {
  const size = near.length;
  const within = level?.weights.within ?? new Float64Array(size * size);
  const own = Float64Array.from({ length: size }, (_, v) => (level ? (level.weights.duty[v] as number) - (level.y[v] as number) : 0));
  const all = level ? level.all + level.weights.surcharge : 0;
  const besideA = new Uint8Array(size);
  for (let a = 0; a < size; a++) {
    const ofA = near[a] as number[];
    for (const b of ofA) besideA[b] = 1;
    for (const b of ofA) {
      const two = all + (within[a * size + b] as number) + (own[a] as number) + (own[b] as number);
      for (const c of near[b] as number[]) {
        if (besideA[c] === 0) continue;
        if (two + (within[a * size + c] as number) + (within[b * size + c] as number) + (own[c] as number) <= most) each(a, b, c);
      }
    }
    for (const b of ofA) besideA[b] = 0;
  }
}

/** Tells most trios that do not come before `value` in a few additions: blossoms around a trio only raise its bound, as long as none came before. */
function quickly(levels: readonly Level[], value: readonly number[]): (a: number, b: number, c: number) => boolean {
  const first = levels.findIndex(({ earlier }) => earlier.some((rings) => rings.length > 0));
  const sums = (first < 0 ? levels : levels.slice(0, first)).map(({ weights: { within, duty, surcharge }, y, all }) => {
    const size = y.length;
    const own = duty.map((cost, v) => cost - (y[v] as number));
    return (a: number, b: number, c: number) => {
      const pairs = (within[a * size + b] as number) + (within[a * size + c] as number) + (within[b * size + c] as number);
      return all + surcharge + pairs + (own[a] as number) + (own[b] as number) + (own[c] as number);
    };
  });
  return (a, b, c) => {
    for (let at = 0; at < sums.length; at++) {
      const sum = sums[at]?.(a, b, c) as number;
      if (sum !== value[at]) return sum > (value[at] as number);
    }
    return sums.length === value.length;
  };
}

/** The bound of a trio, if it comes before `value`; worked out no deeper than is needed to see that it does not. */
function boundBefore(levels: readonly Level[], trio: Trio, value: readonly number[] | undefined): number[] | undefined {
  if (value) {
    let at = 0;
    while (at < levels.length && boundOf(levels[at] as Level, trio) === value[at]) at++;
    if (at === levels.length || boundOf(levels[at] as Level, trio) > (value[at] as number)) return undefined;
  }
  return levels.map((level) => boundOf(level, trio));
}

/** What the best plan so far comes to. */
export interface Best {
  value: readonly number[] | undefined;
  gap: Gap;
}

/** What each pair costs more than its prices under a level. */
function slackOf({ weights, y, toll }: Level, stages: readonly Stage[], at: number): Float64Array {
  const size = y.length;
  const slack = new Float64Array(size * size);
  const plain = { size, row: (u: number, into: Float64Array) => into.set(weights.pair.subarray(u * size, (u + 1) * size)) };
  const nests = stages.slice(0, at).map(({ blossoms }) => nestsOf(size, blossoms, () => 1));
  const costs = withToll(plain, nests, toll);
  const around = blossomsAround(size, stages[at]?.blossoms ?? []);
  for (let u = 0; u < size; u++) {
    const row = slack.subarray(u * size, (u + 1) * size);
    costs.row(u, row);
    for (const { members, z } of around[u] ?? []) for (const v of members) row[v] = (row[v] as number) + z;
    for (let v = 0; v < size; v++) row[v] = (row[v] as number) - (y[u] as number) - (y[v] as number);
  }
  return slack;
}

/** The vertices after `a` that may be in a trio with it without using up the gap; all that are allowed, where there is none. */
function nearTo({ size, open }: Question, slacks: readonly Float64Array[], a: number, gap: Gap): number[] {
  const near: number[] = [];
  for (let b = a + 1; b < size; b++) {
    if (open[a * size + b] === 1 && (!gap || isWithin(slacks, a * size + b, gap))) near.push(b);
  }
  return near;
}

function isWithin(slacks: readonly Float64Array[], pair: number, gap: readonly number[]): boolean {
  for (const [depth, slack] of slacks.entries()) {
    const left = slack[pair] as number;
    if (left !== gap[depth]) return left < (gap[depth] as number);
    // As far from its price as the whole gap: what lies deeper does not tell any more, unless both are nothing.
    if (left > 0) return true;
  }
  return false;
}
