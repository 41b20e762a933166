// The search of the fractional matching: from one bare vertex a tree of alternating paths grows until it meets a vertex that can be matched, or
// closes a ring of odd length. Prices rise and fall with time for everyone in the tree at once and are settled at its end.
import { type Fractional, isBare } from './fractional.ts';
import { makeRing, reach } from './fractional-paths.ts';
import { emptyHeap, type Heap, leastKey, pop, push } from './heap.ts';

/** What one search notes: outer vertices are reached at even distance from its root and gain in price, inner ones lose. */
interface Search {
  side: Uint8Array;
  /** When a vertex joined the tree. */
  since: Float64Array;
  /** When a vertex outside the tree will be reached, and from which outer vertex. */
  due: Float64Array;
  from: Int32Array;
  seen: number[];
  queue: Heap;
  /** The first event that ends the search, and the pair by which it comes. */
  end: number;
  endFrom: number;
  endTo: number;
}

const OUTER = 1;
const INNER = 2;

function searchOf(size: number): Search {
  return {
    side: new Uint8Array(size),
    since: new Float64Array(size),
    due: new Float64Array(size).fill(Infinity),
    from: new Int32Array(size).fill(-1),
    seen: [],
    queue: emptyHeap(),
    end: Infinity,
    endFrom: -1,
    endTo: -1,
  };
}

/** Matches every bare vertex or puts it into a ring. Throws where the candidates do not allow it: there always must be a perfect matching. */
export function coverAll(state: Fractional, order: Int32Array): void {
  const search = searchOf(state.y.length);
  for (const v of order) if (isBare(state, v)) cover(state, search, v);
}

function cover(state: Fractional, search: Search, root: number): void {
  const { mate } = state;
  const { side, since, due, queue } = search;
  join(search, root, OUTER, 0);
  scan(state, search, root);
  while (leastKey(queue) < search.end) {
    const v = pop(queue);
    if (side[v] !== 0) continue;
    const now = due[v] as number;
    const partner = mate[v] as number;
    join(search, v, INNER, now);
    join(search, partner, OUTER, now);
    scan(state, search, partner);
  }
  if (search.end === Infinity) throw new Error('no perfect matching among the candidates');
  const { endFrom, endTo } = search;
  const closes = side[endTo] === OUTER;
  for (const v of search.seen) {
    if (side[v] === OUTER) state.y[v] = (state.y[v] as number) + search.end - (since[v] as number);
    if (side[v] === INNER) state.y[v] = (state.y[v] as number) - search.end + (since[v] as number);
  }
  if (closes) makeRing(state, search.from, endFrom, endTo);
  else reach(state, search.from, endFrom, endTo);
  forget(search);
}

function join({ side, since, due, seen }: Search, v: number, as: number, now: number): void {
  if (due[v] === Infinity) seen.push(v);
  due[v] = now;
  side[v] = as;
  since[v] = now;
}

/** Looks at the pairs of an outer vertex: those that end the search are kept if they come first, the others queue up. */
function scan(state: Fractional, search: Search, u: number): void {
  const { graph, y } = state;
  const { side, since, due } = search;
  const base = (since[u] as number) - (y[u] as number);
  for (let h = graph.first[u] as number; h >= 0; h = graph.next[h] as number) {
    const v = graph.to[h] as number;
    if (side[v] === INNER) continue;
    const meets = (graph.cost[h] as number) + base - (y[v] as number);
    if (side[v] === OUTER) endBy(search, (meets + (since[v] as number)) / 2, u, v);
    else if (isBare(state, v) || (state.ring[v] as number) >= 0) endBy(search, meets, u, v);
    else if (meets < (due[v] as number) && meets < search.end) {
      if (due[v] === Infinity) search.seen.push(v);
      due[v] = meets;
      search.from[v] = u;
      push(search.queue, meets, v);
    }
  }
}

function endBy(search: Search, when: number, from: number, to: number): void {
  if (when >= search.end) return;
  search.end = when;
  search.endFrom = from;
  search.endTo = to;
}

function forget(search: Search): void {
  for (const v of search.seen) {
    search.side[v] = 0;
    search.due[v] = Infinity;
    search.from[v] = -1;
  }
  search.seen.length = 0;
  search.queue.size = 0;
  search.end = Infinity;
}
