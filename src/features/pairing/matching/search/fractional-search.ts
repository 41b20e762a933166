// The search of the fractional matching: from one bare vertex a tree of alternating paths grows until it meets a vertex that can be matched, or
// closes a ring of odd length. Prices rise and fall with time for everyone in the tree at once and are settled at its end.
import type { Candidates } from './candidates.ts';
import { type Fractional, INNER, isBare, LOOSE, MATCHED, OUTER } from './fractional.ts';
import { makeRing, reach } from './fractional-paths.ts';
import { emptyHeap, type Heap, leastKey, pop, push } from './heap.ts';

/** What one search notes. While it is on, the price of an outer vertex is y + now, and that of an inner one y − now. */
interface Search {
  graph: Candidates;
  /** When a vertex will be reached or has been, and from which outer vertex. */
  due: Float64Array;
  from: Int32Array;
  seen: Int32Array;
  count: number;
  queue: Heap;
  /** The first event that ends the search, and the pair by which it comes. */
  end: number;
  endFrom: number;
  endTo: number;
}

function searchOf(graph: Candidates, size: number): Search {
  return {
    graph,
    due: new Float64Array(size).fill(Infinity),
    from: new Int32Array(size).fill(-1),
    seen: new Int32Array(size),
    count: 0,
    queue: emptyHeap(),
    end: Infinity,
    endFrom: -1,
    endTo: -1,
  };
}

/** A search that has seen so many vertices is broken off; … */
const AT_FIRST = 30;
/** … it may go on so much further when all others have had their turn: that brings goals nearer. */
const FURTHER = 4;

/** Matches every bare vertex or puts it into a ring. Throws where the candidates do not allow it: there always must be a perfect matching. */
export function coverAll(state: Fractional, graph: Candidates, order: Int32Array): void {
  const search = searchOf(graph, order.length);
  let bare = order;
  for (let patience = AT_FIRST; bare.length > 0; patience *= FURTHER) {
    bare = bare.filter((v) => isBare(state, v) && !cover(state, search, v, patience));
  }
}

/** Whether a search from `root` found its end. What it did to the prices stands in any case. */
function cover(state: Fractional, search: Search, root: number, patience: number): boolean {
  const found = grow(state, search, root, patience);
  const { from, endFrom, endTo } = search;
  const closes = state.side[endTo] === OUTER;
  settle(state, search);
  if (!found) state.side[root] = LOOSE;
  else if (closes) makeRing(state, from, endFrom, endTo);
  else reach(state, from, endFrom, endTo);
  return found;
}

function grow(state: Fractional, search: Search, root: number, patience: number): boolean {
  const { mate, side } = state;
  const { due, queue } = search;
  see(search, root, 0);
  side[root] = OUTER;
  scan(state, search, root);
  while (leastKey(queue) < search.end) {
    const v = pop(queue);
    if (side[v] !== MATCHED) continue;
    const now = due[v] as number;
    if (search.count > patience) {
      search.end = now;
      return false;
    }
    const partner = mate[v] as number;
    side[v] = INNER;
    state.y[v] = (state.y[v] as number) + now;
    side[partner] = OUTER;
    state.y[partner] = (state.y[partner] as number) - now;
    see(search, partner, now);
    scan(state, search, partner);
  }
  if (search.end === Infinity) throw new Error('no perfect matching among the candidates');
  return true;
}

/** Looks at the pairs of an outer vertex: those that end the search are kept if they come first, the others queue up. */
function scan({ y, side }: Fractional, search: Search, u: number): void {
  const { first, ends, cost } = search.graph;
  const { due, from, queue } = search;
  const own = y[u] as number;
  const stop = first[u + 1] as number;
  for (let h = first[u] as number; h < stop; h++) {
    const v = ends[h] as number;
    const as = side[v] as number;
    if (as === INNER) continue;
    const sum = (cost[h] as number) - own - (y[v] as number);
    const when = as === OUTER ? sum / 2 : sum;
    if (when >= search.end) continue;
    if (as !== MATCHED) {
      search.end = when;
      search.endFrom = u;
      search.endTo = v;
    } else if (when < (due[v] as number)) {
      see(search, v, when);
      from[v] = u;
      push(queue, when, v);
    }
  }
}

function see(search: Search, v: number, when: number): void {
  const { due, seen } = search;
  if (due[v] === Infinity) seen[search.count++] = v;
  due[v] = when;
}

/** Settles the prices, and leaves everything as the next search wants to find it. */
function settle({ y, side }: Fractional, search: Search): void {
  const { seen, due, end } = search;
  for (let at = 0; at < search.count; at++) {
    const v = seen[at] as number;
    if (side[v] === OUTER) y[v] = (y[v] as number) + end;
    else if (side[v] === INNER) y[v] = (y[v] as number) - end;
    side[v] = MATCHED;
    due[v] = Infinity;
  }
  search.count = 0;
  search.queue.size = 0;
  search.end = Infinity;
}
