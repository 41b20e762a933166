// The search for a perfect matching whatever it weighs: from one bare vertex along alternating paths, where rings of odd length count as one
// vertex. Linear in the pairs that it touches.
import { augment, type Obstacle } from '../search/feasible.ts';

/** The vertices that are listed with `u`; good until it is called again. */
export type Near = (u: number) => Int32Array;

export interface Search {
  mate: Int32Array;
  side: Uint8Array;
  /** The outer vertex from which an inner one was reached; in a ring, the neighbour through which its way out leads. */
  from: Int32Array;
  /** Leads to the base of the ring around a vertex, in one step or in several. */
  toBase: Int32Array;
  queue: number[];
  seen: number[];
  mark: Int32Array;
  stamp: number;
}

const OUTER = 1;
const INNER = 2;

/** A search that changes `mate` in place. */
export function searchOf(mate: Int32Array): Search {
  const size = mate.length;
  return {
    mate,
    side: new Uint8Array(size),
    from: new Int32Array(size).fill(-1),
    toBase: Int32Array.from({ length: size }, (_, v) => v),
    queue: [],
    seen: [],
    mark: new Int32Array(size),
    stamp: 0,
  };
}

/** Changes partners along a path from `root` to another bare vertex; `false` where none can be reached. */
export function changed(search: Search, near: Near, root: number): boolean {
  const { mate, side, from, queue, seen } = search;
  side[root] = OUTER;
  queue.push(root);
  seen.push(root);
  for (let at = 0; at < queue.length; at++) {
    const u = queue[at] as number;
    for (const v of near(u)) {
      if (side[v] === INNER) continue;
      if (side[v] === OUTER) {
        if (baseOf(search, u) !== baseOf(search, v)) close(search, u, v);
        continue;
      }
      from[v] = u;
      const partner = mate[v] as number;
      if (partner < 0) {
        augment(mate, from, v);
        seen.push(v);
        return true;
      }
      side[v] = INNER;
      side[partner] = OUTER;
      queue.push(partner);
      seen.push(v, partner);
    }
  }
  return false;
}

function baseOf({ toBase }: Search, v: number): number {
  let at = v;
  while (toBase[at] !== at) {
    toBase[at] = toBase[toBase[at] as number] as number;
    at = toBase[at] as number;
  }
  return at;
}

/** Two outer vertices meet: everyone on the ring between them becomes outer. */
function close(search: Search, u: number, v: number): void {
  const shared = sharedBase(search, baseOf(search, u), baseOf(search, v));
  closeSide(search, u, v, shared);
  closeSide(search, v, u, shared);
}

function sharedBase(search: Search, one: number, other: number): number {
  const { mate, from, mark } = search;
  const stamp = ++search.stamp;
  let climbing = one;
  let waiting = other;
  for (;;) {
    if (climbing >= 0) {
      if (mark[climbing] === stamp) return climbing;
      mark[climbing] = stamp;
      const partner = mate[climbing] as number;
      climbing = partner < 0 ? -1 : baseOf(search, from[partner] as number);
    }
    [climbing, waiting] = [waiting, climbing];
  }
}

function closeSide(search: Search, start: number, beside: number, shared: number): void {
  const { mate, side, from, toBase, queue } = search;
  let child = beside;
  for (let at = start; baseOf(search, at) !== shared; at = from[child] as number) {
    from[at] = child;
    child = mate[at] as number;
    if (side[child] === INNER) {
      side[child] = OUTER;
      queue.push(child);
    }
    if (toBase[at] === at) toBase[at] = shared;
    if (toBase[child] === child) toBase[child] = shared;
  }
}

/** Makes ready for the next search. */
export function forget({ side, from, toBase, queue, seen }: Search): void {
  for (const v of seen) {
    side[v] = 0;
    from[v] = -1;
    toBase[v] = v;
  }
  queue.length = 0;
  seen.length = 0;
}

/** What stands in the way of the search that has just failed. */
export function obstacleIn(search: Search): Obstacle {
  const groups = new Map<number, number[]>();
  const partners: number[] = [];
  for (const v of search.seen) {
    const group = groups.get(baseOf(search, v));
    if (search.side[v] === INNER) partners.push(v);
    else if (group) group.push(v);
    else groups.set(baseOf(search, v), [v]);
  }
  return { groups: [...groups.values()], partners };
}
