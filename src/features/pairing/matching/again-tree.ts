// The two trees that a search with deep prices grows: which blossoms are in them, since when, and what will happen next. `hunt-tree.ts` is its
// like for one group of aims and few candidates; here all pairs are looked at, and a change touches so little that no candidates are picked.
import type { DeepFlower } from './again-flower.ts';
import { type DeepQueue, deepQueueOf, put } from './again-queue.ts';
import type { RowsOf } from './again-rows.ts';
import { verticesOf } from './blossoms.ts';

export interface DeepHunt extends DeepFlower {
  rowsOf: RowsOf;
  /** Which side of its tree an outermost blossom is on, in which tree, and since when. */
  side: Uint8Array;
  tree: Uint8Array;
  since: Float64Array[];
  /** The pair by which an inner blossom was reached. */
  entryFrom: Int32Array;
  entryTo: Int32Array;
  /** The best that an outer vertex offers each other vertex: when that one would be reached if its own price were nothing; and who offers it. */
  offer: Float64Array[];
  offeredBy: Int32Array;
  offered: number[];
  /** The vertices that have become outer, in this order, and the place of each in it. */
  outer: number[];
  rank: Int32Array;
  seen: number[];
  mark: Int32Array;
  stamp: number;
  queue: DeepQueue;
  now: Float64Array;
  /** When the search ends: a pair joins an outer vertex to one of the other tree, or to a bare vertex. */
  end: Float64Array;
  endFrom: number;
  endTo: number;
  /** Room for times that are being worked out. */
  when: Float64Array;
  least: Float64Array;
}

export const OUTER = 1;
export const INNER = 2;

export function deepHuntOf(deep: DeepFlower, rowsOf: RowsOf): DeepHunt {
  const depth = deep.y.length;
  const { size, above } = deep.flower;
  const room = above.length;
  return {
    ...deep,
    rowsOf,
    side: new Uint8Array(room),
    tree: new Uint8Array(room),
    since: deep.y.map(() => new Float64Array(room)),
    entryFrom: new Int32Array(room),
    entryTo: new Int32Array(room),
    offer: deep.y.map(() => new Float64Array(size).fill(Infinity)),
    offeredBy: new Int32Array(size),
    offered: [],
    outer: [],
    rank: new Int32Array(size),
    seen: [],
    mark: new Int32Array(room),
    stamp: 0,
    queue: deepQueueOf(depth),
    now: new Float64Array(depth),
    end: new Float64Array(depth).fill(Infinity),
    endFrom: -1,
    endTo: -1,
    when: new Float64Array(depth),
    least: new Float64Array(depth),
  };
}

export function becomeInner(hunt: DeepHunt, b: number, from: number, to: number): void {
  const { flower, when, now, z, queue } = hunt;
  place(hunt, b, INNER, hunt.tree[flower.top[from] as number] as number);
  hunt.entryFrom[b] = from;
  hunt.entryTo[b] = to;
  if (b < flower.size) return;
  for (let level = 0; level < z.length; level++) when[level] = (now[level] as number) + (z[level]?.[b] as number) / 2;
  put(queue, when, b, -1);
}

export function place({ side, tree, since, now, seen }: DeepHunt, b: number, as: number, of: number): void {
  side[b] = as;
  tree[b] = of;
  for (let level = 0; level < since.length; level++) (since[level] as Float64Array)[b] = now[level] as number;
  seen.push(b);
}

/** Brings the prices of a blossom that is in the tree up to this moment. */
export function settle({ flower, side, since, y, z, now }: DeepHunt, b: number): void {
  if (side[b] === 0) return;
  const vertices = verticesOf(flower, b);
  for (let level = 0; level < now.length; level++) {
    const begun = since[level] as Float64Array;
    const gain = (side[b] === OUTER ? 1 : -1) * ((now[level] as number) - (begun[b] as number));
    begun[b] = now[level] as number;
    if (gain === 0) continue;
    const prices = y[level] as Float64Array;
    for (const v of vertices) prices[v] = (prices[v] as number) + gain;
    const widths = z[level] as Float64Array;
    if (b >= flower.size) widths[b] = (widths[b] as number) + 2 * gain;
  }
}
