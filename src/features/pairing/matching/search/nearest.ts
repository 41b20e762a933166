// Reads all pairs of the graph once, row by row, and keeps for each vertex the few that lie nearest: those whose cost is least above the two
// prices. In a large dense graph nearly all time goes here, into a handful of such passes.
import type { HalfRows, PairLists } from '../costs.ts';
import type { Dice } from '../dice.ts';
import { addShared, type Nest, sharedBy } from './nesting.ts';

/** The nearest pairs of each vertex: `count` places for each, nearest first. */
export interface Nearest {
  count: number;
  /** The other end, or −1. */
  ends: Int32Array;
  /** What the pair costs above the two prices: negative where it costs less. */
  gaps: Float64Array;
  /** The gap from which on a pair is of no interest to a vertex any more. */
  limit: Float64Array;
}

export interface Wanted {
  /** So many pairs for each vertex, … */
  count: number;
  /** … with a gap below this; … */
  below: number;
  /** … among equals, as the dice say. */
  dice: Dice;
  /** Pairs share the z of the blossoms that hold both ends, which adds to their gaps. */
  nest: Nest | undefined;
}

export function nearestOf({ size, lower, lists }: HalfRows, y: Float64Array, { count, below, dice, nest }: Wanted): Nearest {
  const limit = new Float64Array(size).fill(below);
  const nearest = { count, ends: new Int32Array(size * count).fill(-1), gaps: new Float64Array(size * count).fill(below), limit };
  const pass: Pass = { u: 0, row: new Float64Array(lists ? 0 : size), y, limit, nest };
  for (let u = 0; u < size; u++) {
    pass.u = u;
    if (lists) lookAlong(pass, nearest, lists, dice);
    else {
      lower(u, pass.row);
      if (nest) addShared(nest, u, pass.row);
      const start = dice(u);
      lookBack(pass, nearest, start, u);
      lookBack(pass, nearest, 0, start);
    }
  }
  return nearest;
}

/** One vertex in its turn; without lists, the row says what it costs with the vertices before it. */
interface Pass {
  u: number;
  row: Float64Array;
  y: Float64Array;
  limit: Float64Array;
  nest: Nest | undefined;
}

/** Looks at some pairs of a row, for both ends at once. */
function lookBack(pass: Pass, nearest: Nearest, from: number, until: number): void {
  const { u, row, y, limit } = pass;
  for (let v = nextNear(pass, from, until); v < until; v = nextNear(pass, v + 1, until)) {
    const gap = (row[v] as number) - (y[u] as number) - (y[v] as number);
    if (gap < (limit[u] as number)) offer(nearest, u, v, gap);
    if (gap < (limit[v] as number)) offer(nearest, v, u, gap);
  }
}

/** The first pair that is of interest to either end. Calls nothing: so the compiler keeps all it needs at hand. */
function nextNear({ u, row, y, limit }: Pass, from: number, until: number): number {
  const own = y[u] as number;
  const mine = limit[u] as number;
  for (let v = from; v < until; v++) {
    const gap = (row[v] as number) - own - (y[v] as number);
    if (gap < mine || gap < (limit[v] as number)) return v;
  }
  return until;
}

/** Looks at the listed pairs of a vertex, from anywhere on; the other ends have their own turn. */
function lookAlong({ u, y, limit, nest }: Pass, nearest: Nearest, { first, ends, cost }: PairLists, dice: Dice): void {
  const own = y[u] as number;
  const begin = first[u] as number;
  const length = (first[u + 1] as number) - begin;
  for (let left = length, at = dice(length); left > 0; left--, at++) {
    if (at === length) at = 0;
    const v = ends[begin + at] as number;
    let gap = (cost[begin + at] as number) - own - (y[v] as number);
    if (gap >= (limit[u] as number)) continue;
    if (nest) gap += sharedBy(nest, u, v);
    if (gap < (limit[u] as number)) offer(nearest, u, v, gap);
  }
}

function offer({ count, ends, gaps, limit }: Nearest, u: number, v: number, gap: number): void {
  const first = u * count;
  let at = first + count - 1;
  for (; at > first && (gaps[at - 1] as number) > gap; at--) {
    gaps[at] = gaps[at - 1] as number;
    ends[at] = ends[at - 1] as number;
  }
  gaps[at] = gap;
  ends[at] = v;
  limit[u] = gaps[first + count - 1] as number;
}

/** Whether `v` is among the nearest of `u`. */
export function isNear({ count, ends }: Nearest, u: number, v: number): boolean {
  for (let at = u * count; at < (u + 1) * count; at++) if (ends[at] === v) return true;
  return false;
}
