// The tree that a search grows: which blossoms are in it, since when, and what will happen next. Prices change with time for everyone in the
// tree at once, so they are worked out when somebody asks, and settled when a blossom changes.
import { type Flower, verticesOf } from './blossoms.ts';
import type { Candidates } from './candidates.ts';
import { emptyHeap, type Heap, push } from './heap.ts';

export interface Hunt {
  graph: Candidates;
  flower: Flower;
  /** Which side of the tree an outermost blossom is on, and since when. */
  side: Uint8Array;
  since: Float64Array;
  /** The pair by which an inner blossom was reached. */
  entryFrom: Int32Array;
  entryTo: Int32Array;
  /** When a vertex outside the tree will be reached. */
  due: Float64Array;
  dueSet: number[];
  seen: number[];
  mark: Int32Array;
  stamp: number;
  /** Half-edges whose pairs become tight, and −1 − b for an inner blossom that opens. */
  queue: Heap;
  now: number;
  end: number;
  endFrom: number;
  endTo: number;
}

/** Blossoms at even distance from the root gain in price, those at odd distance lose. */
export const OUTER = 1;
export const INNER = 2;

export function huntOf(graph: Candidates, flower: Flower): Hunt {
  const room = flower.above.length;
  return {
    graph,
    flower,
    side: new Uint8Array(room),
    since: new Float64Array(room),
    entryFrom: new Int32Array(room),
    entryTo: new Int32Array(room),
    due: new Float64Array(flower.size).fill(Infinity),
    dueSet: [],
    seen: [],
    mark: new Int32Array(room),
    stamp: 0,
    queue: emptyHeap(),
    now: 0,
    end: Infinity,
    endFrom: -1,
    endTo: -1,
  };
}

export function becomeOuter(hunt: Hunt, b: number): void {
  place(hunt, b, OUTER);
  for (const v of verticesOf(hunt.flower, b)) scan(hunt, v);
}

export function becomeInner(hunt: Hunt, b: number, from: number, to: number): void {
  place(hunt, b, INNER);
  hunt.entryFrom[b] = from;
  hunt.entryTo[b] = to;
  if (b >= hunt.flower.size) push(hunt.queue, hunt.now + (hunt.flower.z[b] as number) / 2, -1 - b);
}

export function place(hunt: Hunt, b: number, side: number): void {
  hunt.side[b] = side;
  hunt.since[b] = hunt.now;
  hunt.seen.push(b);
}

/** The slack of a half-edge's pair at this moment; its ends lie in different outermost blossoms. */
export function slackNow(hunt: Hunt, h: number): number {
  return (hunt.graph.cost[h] as number) - priceNow(hunt, hunt.graph.to[h] as number) - priceNow(hunt, hunt.graph.to[h ^ 1] as number);
}

function priceNow({ flower, side, since, now }: Hunt, v: number): number {
  const b = flower.top[v] as number;
  const price = flower.y[v] as number;
  if (side[b] === OUTER) return price + now - (since[b] as number);
  return side[b] === INNER ? price - now + (since[b] as number) : price;
}

/** Looks at the pairs of a vertex that is outer now. */
export function scan(hunt: Hunt, u: number): void {
  const { graph, flower, side, now } = hunt;
  const own = flower.top[u] as number;
  for (let h = graph.first[u] as number; h >= 0; h = graph.next[h] as number) {
    const b = flower.top[graph.to[h] as number] as number;
    if (b === own || side[b] === INNER) continue;
    const slack = slackNow(hunt, h);
    if (side[b] !== OUTER) expect(hunt, h, now + slack);
    else if (now + slack / 2 < hunt.end) push(hunt.queue, now + slack / 2, h);
  }
}

/** Notes when a vertex outside the tree will be reached; a bare one ends the search. */
function expect(hunt: Hunt, h: number, when: number): void {
  const { graph, flower } = hunt;
  const v = graph.to[h] as number;
  if (when >= hunt.end) return;
  if ((flower.mate[flower.base[flower.top[v] as number] as number] as number) < 0) {
    hunt.end = when;
    hunt.endFrom = graph.to[h ^ 1] as number;
    hunt.endTo = v;
  } else if (when < (hunt.due[v] as number)) {
    hunt.due[v] = when;
    hunt.dueSet.push(v);
    push(hunt.queue, when, h);
  }
}

/** A vertex has left the tree: when will it be reached again? */
export function expectAgain(hunt: Hunt, v: number): void {
  const { graph, flower, side } = hunt;
  hunt.due[v] = Infinity;
  for (let h = graph.first[v] as number; h >= 0; h = graph.next[h] as number) {
    if (side[flower.top[graph.to[h] as number] as number] === OUTER) expect(hunt, h ^ 1, hunt.now + slackNow(hunt, h));
  }
}

/** Brings the prices of a blossom that is in the tree up to this moment. */
export function settle({ flower, side, since, now }: Hunt, b: number): void {
  if (side[b] === 0) return;
  const gain = (side[b] === OUTER ? 1 : -1) * (now - (since[b] as number));
  since[b] = now;
  if (gain === 0) return;
  for (const v of verticesOf(flower, b)) flower.y[v] = (flower.y[v] as number) + gain;
  if (b >= flower.size) flower.z[b] = (flower.z[b] as number) + 2 * gain;
}
