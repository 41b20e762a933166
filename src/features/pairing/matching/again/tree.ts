// The two trees that a search with deep prices grows. As in `hunt-tree.ts`, nobody in them is told as time passes: an outer vertex has the price
// y + now, an inner one y − now, blossoms twice that. But all pairs are looked at: a change touches so little that no candidates are picked.

import { topOf } from '../search/flower.ts';
import { INNER, MATCHED, OUTER } from '../search/hunt-tree.ts';
import { type DeepFlower, raise } from './flower.ts';
import { type DeepQueue, deepQueueOf, put } from './queue.ts';
import type { RowsOf } from './rows.ts';

/** What is noted of outermost parts stands under their names. */
export interface DeepHunt extends DeepFlower {
  rowsOf: RowsOf;
  /** How a part stands to the trees, and in which of them it is. */
  side: Uint8Array;
  tree: Uint8Array;
  /** The pair by which an inner part was reached. */
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

export function deepHuntOf(deep: DeepFlower, rowsOf: RowsOf): DeepHunt {
  const depth = deep.y.length;
  const { size } = deep.flower;
  return {
    ...deep,
    rowsOf,
    side: new Uint8Array(size),
    tree: new Uint8Array(size),
    entryFrom: new Int32Array(size),
    entryTo: new Int32Array(size),
    offer: deep.y.map(() => new Float64Array(size).fill(Infinity)),
    offeredBy: new Int32Array(size),
    offered: [],
    outer: [],
    rank: new Int32Array(size),
    seen: [],
    mark: new Int32Array(size),
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

/** Brings an outermost part from outside the trees to the outer side of one. Its vertices are still to be scanned. */
export function becomeOuter(hunt: DeepHunt, part: number, tree: number): void {
  const name = hunt.flower.nameOf[part] as number;
  raise(hunt, part, hunt.now, [-1, -2]);
  hunt.side[name] = OUTER;
  hunt.tree[name] = tree;
  hunt.seen.push(name);
}

/** Brings an outermost part from outside the trees to the inner side of the one it was reached from, by the pair `from`–`to`. */
export function becomeInner(hunt: DeepHunt, from: number, to: number, tree: number): void {
  const { flower, when, z, queue } = hunt;
  const part = topOf(flower, to);
  const name = flower.nameOf[part] as number;
  raise(hunt, part, hunt.now, [1, 2]);
  hunt.side[name] = INNER;
  hunt.tree[name] = tree;
  hunt.entryFrom[name] = from;
  hunt.entryTo[name] = to;
  hunt.seen.push(name);
  if (part < flower.size) return;
  for (let level = 0; level < z.length; level++) when[level] = (z[level]?.[part] as number) / 2;
  put(queue, when, part, -1);
}

/** Whether an inner blossom has used up its z at this moment. */
export function isUsedUp({ flower, side, z, now }: DeepHunt, b: number): boolean {
  const name = flower.nameOf[b] as number;
  if (side[name] !== INNER || flower.owner[name] !== b) return false;
  for (let level = 0; level < now.length; level++) if (z[level]?.[b] !== 2 * (now[level] as number)) return false;
  return true;
}

/** Takes a part out of its tree; its prices are then as they are at this moment. */
export function leave(hunt: DeepHunt, part: number): void {
  const name = hunt.flower.nameOf[part] as number;
  const gain = hunt.side[name] === OUTER ? 1 : -1;
  if (hunt.side[name] !== MATCHED) raise(hunt, part, hunt.now, [gain, 2 * gain]);
  hunt.side[name] = MATCHED;
}
