// A closer bound for repairs: what it costs at least to lead each open person, from one standing pair given up to the next, to another open one.
// Such a walk may cross a pair twice, which no repair can: so it never costs more than the repair does, and it is found without trying.

import type { Value } from '../order/values.ts';
import type { Bounds } from './bounds.ts';
import type { Ground } from './ground.ts';

export interface Walks {
  ground: Ground;
  bounds: Bounds;
  /** Those who are to be led to each other. */
  ends: readonly number[];
  /** For each of them, and each number of pairs that may be given up: what a walk from each vertex to them costs at least, or `Infinity`. */
  to: readonly Float64Array[][];
  /** What leading some of the ends (as bits) to each other costs at least; `undefined` where that cannot be. */
  among: Map<number, Value | undefined>;
}

/** More open people than this are too many to go through all ways to match them. */
export const MOST_ENDS = 12;
export function walksBetween(ground: Ground, bounds: Bounds, ends: readonly number[]): Walks {
  return { ground, bounds, ends, to: ends.map((end) => [straightTo(ground, bounds, end)]), among: new Map() };
}

/** What walks from each vertex to one of the ends cost at least, if they give up no more than so many pairs. */
export function walksTo({ ground, bounds, to }: Walks, bit: number, pairs: number): Float64Array {
  const known = to[bit] as Float64Array[];
  while (known.length <= pairs) known.push(oneMore(ground, bounds, known.at(-1) as Float64Array));
  return known[pairs] as Float64Array;
}

function straightTo({ question: { size, open }, levels, costs, partner }: Ground, { prices }: Bounds, end: number): Float64Array {
  const row = costs(end);
  const walks = new Float64Array(size * levels).fill(Infinity);
  for (let v = 0; v < size; v++) {
    if (open[v * size + end] === 0 || partner[v] === end) continue;
    for (let level = 0; level < levels; level++) {
      const at = v * levels + level;
      walks[at] = (row[at] as number) - (prices[at] as number) - (prices[end * levels + level] as number);
    }
  }
  return walks;
}

/** The same walks, or others that begin with one more pair. */
function oneMore(ground: Ground, bounds: Bounds, shorter: Float64Array): Float64Array {
  const { question, levels, costs, partner } = ground;
  const { size, open } = question;
  const { prices } = bounds;
  const onward = onwardFrom(ground, bounds, shorter);
  const walks = shorter.slice();
  for (let u = 0; u < size; u++) {
    const row = costs(u);
    const own = u * levels;
    for (let v = 0; v < size; v++) {
      if (open[u * size + v] === 0 || v === partner[u]) continue;
      const from = v * levels;
      for (let level = 0; level < levels; level++) {
        const sum = (row[from + level] as number) - (prices[own + level] as number) + (onward[from + level] as number);
        if (sum > (walks[own + level] as number)) break;
        if (sum === walks[own + level]) continue;
        for (let at = level; at < levels; at++) {
          walks[own + at] = (row[from + at] as number) - (prices[own + at] as number) + (onward[from + at] as number);
        }
        break;
      }
    }
  }
  return walks;
}

/** What remains of a walk that comes to somebody: their pair is given up, and their partner walks on. */
function onwardFrom({ question, levels, partner, pairOf }: Ground, { prices, regret }: Bounds, shorter: Float64Array): Float64Array {
  const onward = new Float64Array(question.size * levels).fill(Infinity);
  for (let v = 0; v < question.size; v++) {
    const pair = pairOf[v] as number;
    if (pair < 0) continue;
    for (let level = 0; level < levels; level++) {
      const rest = (shorter[(partner[v] as number) * levels + level] as number) - ((regret[pair] as Value)[level] as number);
      onward[v * levels + level] = rest - (prices[v * levels + level] as number);
    }
  }
  return onward;
}
