// The tree that a search grows: which outermost parts are in it, and what will happen next. Prices change with time for everyone in the tree at
// once, so nobody is told as time passes: while a hunt is on, an outer vertex has the price y + now, an inner one y − now; blossoms twice that.
import type { Candidates } from './candidates.ts';
import { type Flower, raise, topOf } from './flower.ts';
import { emptyHeap, type Heap, push } from './heap.ts';

export interface Hunt {
  graph: Candidates;
  flower: Flower;
  /** How an outermost part stands to the tree, by its name: see below. */
  side: Uint8Array;
  /** The pair by which an inner part was reached. */
  entryFrom: Int32Array;
  entryTo: Int32Array;
  /** When a part outside the tree will be reached. */
  due: Float64Array;
  /** The names whose side or due time has changed. */
  seen: number[];
  mark: Int32Array;
  stamp: number;
  /** Half-edges whose pairs become tight, and −1 − b for an inner blossom that opens. */
  queue: Heap;
  now: number;
  /** When a bare part is reached, and by which pair. */
  end: number;
  endFrom: number;
  endTo: number;
}

/** A part is matched, and outside the tree; or … */
export const MATCHED = 0;
/** … in the tree, at even distance from its root, where prices rise, … */
export const OUTER = 1;
/** … or at odd distance, where they fall; … */
export const INNER = 2;
/** … or bare: reaching it ends the search. */
export const BARE = 3;

export function huntOf(graph: Candidates, flower: Flower): Hunt {
  const { size, base, mate, name, owner } = flower;
  const bare = (own: number) => name[own] === own && (mate[base[owner[own] as number] as number] as number) < 0;
  const side = Uint8Array.from(name, (_, own) => (bare(own) ? BARE : MATCHED));
  return {
    graph,
    flower,
    side,
    entryFrom: new Int32Array(size),
    entryTo: new Int32Array(size),
    due: new Float64Array(size).fill(Infinity),
    seen: [],
    mark: new Int32Array(size),
    stamp: 0,
    queue: emptyHeap(),
    now: Infinity,
    end: Infinity,
    endFrom: -1,
    endTo: -1,
  };
}

/** Brings an outermost part from outside the tree to its outer side. Its vertices are still to be scanned. */
export function becomeOuter({ flower, side, seen, now }: Hunt, part: number): void {
  const name = flower.nameOf[part] as number;
  raise(flower, part, -now, -2 * now);
  side[name] = OUTER;
  seen.push(name);
}

/** Brings an outermost part from outside the tree to its inner side, reached by the pair `from`–`to`. */
export function becomeInner(hunt: Hunt, from: number, to: number): void {
  const { flower, side, seen, now } = hunt;
  const part = topOf(flower, to);
  const name = flower.nameOf[part] as number;
  raise(flower, part, now, 2 * now);
  side[name] = INNER;
  hunt.entryFrom[name] = from;
  hunt.entryTo[name] = to;
  if (part >= flower.size) push(hunt.queue, (flower.z[part] as number) / 2, -1 - part);
  seen.push(name);
}

/** Looks at the pairs of all vertices in a part that is outer now. */
export function scan(hunt: Hunt, part: number): void {
  const { head, follow, count } = hunt.flower;
  for (let v = head[part] as number, left = count[part] as number; left > 0; left--, v = follow[v] as number) scanVertex(hunt, v);
}

function scanVertex(hunt: Hunt, u: number): void {
  const { first, ends, cost } = hunt.graph;
  const { name, y } = hunt.flower;
  const { side, due, queue, seen } = hunt;
  const own = name[u] as number;
  const price = y[u] as number;
  const stop = first[u + 1] as number;
  for (let h = first[u] as number; h < stop; h++) {
    const v = ends[h] as number;
    const other = name[v] as number;
    const as = side[other] as number;
    if (as === INNER || other === own) continue;
    const sum = (cost[h] as number) - price - (y[v] as number);
    const when = as === OUTER ? sum / 2 : sum;
    if (when >= hunt.end) continue;
    if (as === BARE) {
      hunt.end = when;
      hunt.endFrom = u;
      hunt.endTo = v;
    } else if (as === OUTER) push(queue, when, h);
    else if (when < (due[other] as number)) {
      due[other] = when;
      seen.push(other);
      push(queue, when, h);
    }
  }
}

/** A part has left the tree: when will it be reached again? */
export function expectAgain(hunt: Hunt, part: number): void {
  const { graph, flower, side, due, queue } = hunt;
  const { head, follow, count, name, nameOf, y } = flower;
  const own = nameOf[part] as number;
  due[own] = Infinity;
  side[own] = MATCHED;
  hunt.seen.push(own);
  for (let v = head[part] as number, left = count[part] as number; left > 0; left--, v = follow[v] as number) {
    for (let h = graph.first[v] as number; h < (graph.first[v + 1] as number); h++) {
      const u = graph.ends[h] as number;
      if (side[name[u] as number] !== OUTER) continue;
      const when = (graph.cost[h] as number) - (y[u] as number) - (y[v] as number);
      if (when >= (due[own] as number) || when >= hunt.end) continue;
      due[own] = when;
      push(queue, when, h);
    }
  }
}
