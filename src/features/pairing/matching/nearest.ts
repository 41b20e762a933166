// Reads all pairs of the graph once, row by row, and keeps for each vertex the few that lie nearest: those whose cost is least above the two
// prices. In a large dense graph nearly all time goes here, into a handful of such passes.
import type { Costs, PairLists } from './costs.ts';
import type { Dice } from './dice.ts';

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
  /** What a gap grows by: the z of blossoms that hold both ends. */
  shared?: (u: number, v: number) => number;
}

export function nearestOf(costs: Costs, y: Float64Array, { count, below, dice, shared = () => 0 }: Wanted): Nearest {
  const { size, lists, lower = costs.row } = costs;
  const nearest: Nearest = {
    count,
    ends: new Int32Array(size * count).fill(-1),
    gaps: new Float64Array(size * count).fill(below),
    limit: new Float64Array(size).fill(below),
  };
  const row = new Float64Array(lists ? 0 : size);
  const pass: Pass = { nearest, y, shared, row };
  for (let u = 0; u < size; u++) {
    if (lists) lookAlong(pass, lists, u);
    else {
      lower(u, row);
      const start = dice(u);
      lookBack(pass, u, start, u);
      lookBack(pass, u, 0, start);
    }
  }
  return nearest;
}

interface Pass {
  nearest: Nearest;
  y: Float64Array;
  shared: (u: number, v: number) => number;
  row: Float64Array;
}

/** Looks at the pairs of `u` with some of the vertices before it, for both ends at once. */
function lookBack({ nearest, y, shared, row }: Pass, u: number, from: number, until: number): void {
  const { limit } = nearest;
  const own = y[u] as number;
  let mine = limit[u] as number;
  for (let v = from; v < until; v++) {
    let gap = (row[v] as number) - own - (y[v] as number);
    if (gap >= mine && gap >= (limit[v] as number)) continue;
    gap += shared(u, v);
    if (gap < (limit[v] as number)) offer(nearest, v, u, gap);
    if (gap >= mine) continue;
    offer(nearest, u, v, gap);
    mine = limit[u] as number;
  }
}

/** Looks at the listed pairs of `u`; those of the other ends have their turn. */
function lookAlong({ nearest, y, shared }: Pass, { first, ends, cost }: PairLists, u: number): void {
  const { limit } = nearest;
  const own = y[u] as number;
  for (let at = first[u] as number; at < (first[u + 1] as number); at++) {
    const v = ends[at] as number;
    let gap = (cost[at] as number) - own - (y[v] as number);
    if (gap >= (limit[u] as number)) continue;
    gap += shared(u, v);
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
