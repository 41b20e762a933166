// Which trios are worth a closer look: those that the prices of the relaxed problem do not rule out. Found among the few pairs that lie near
// enough to their prices, so that nobody has to go through all trios of a thousand people.
import { blossomsAround, type Stage, withTolls } from './in-order.ts';
import type { Question } from './tiers.ts';
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
  const found: Bounded[] = [];
  for (const [a, ofA] of near.entries()) {
    const besideA = new Set(ofA);
    for (const b of ofA) {
      for (const c of near[b] as number[]) {
        if (!besideA.has(c)) continue;
        const trio: Trio = [a, b, c];
        const bound = levels.map((level) => boundOf(level, trio));
        if (!best.value || compared(bound, best.value) < 0) found.push({ trio, bound });
      }
    }
  }
  return found.sort((one, other) => compared(one.bound, other.bound));
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
  const costs = withTolls(
    plain,
    stages.slice(0, at).flatMap(({ blossoms }) => blossoms),
    toll,
  );
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
