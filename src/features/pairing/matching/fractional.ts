// The first and cheaper half of the search: a matching in which three, five or more vertices may share themselves in a ring of halves. No set
// ever has to be shrunk here, and what is left for the blossoms afterwards is a handful of rings.
import type { Candidates } from './candidates.ts';

export interface Fractional {
  graph: Candidates;
  /** Prices: for every candidate pair y_u + y_v ≤ cost, with equality for what is matched and what lies in a ring. */
  y: Float64Array;
  /** The partner, or −1. */
  mate: Int32Array;
  /** The next vertex of the odd ring that the vertex lies in, or −1. */
  ring: Int32Array;
}

export function fractionalOf(graph: Candidates, y: Float64Array): Fractional {
  const size = y.length;
  return { graph, y, mate: new Int32Array(size).fill(-1), ring: new Int32Array(size).fill(-1) };
}

/** Whether the vertex is neither matched nor in a ring. */
export function isBare({ mate, ring }: Fractional, v: number): boolean {
  return (mate[v] as number) < 0 && (ring[v] as number) < 0;
}

/** Matches vertices along pairs whose price is met, raising the price of each vertex as far as it goes. */
export function matchGreedily(state: Fractional, order: Int32Array): void {
  const { graph, y, mate } = state;
  for (const u of order) {
    if (!isBare(state, u)) continue;
    const slack = slackAround(state, u);
    if (slack < Infinity) y[u] = (y[u] as number) + slack;
    for (let h = graph.first[u] as number; h >= 0; h = graph.next[h] as number) {
      const v = graph.to[h] as number;
      if (!isBare(state, v) || (graph.cost[h] as number) !== (y[u] as number) + (y[v] as number)) continue;
      mate[u] = v;
      mate[v] = u;
      break;
    }
  }
}

/** Leaves `v` bare, and with it its partner; the rest of its ring is matched. */
export function uncover(state: Fractional, v: number): void {
  const { mate, ring } = state;
  const partner = mate[v] as number;
  if (partner >= 0) mate[partner] = -1;
  mate[v] = -1;
  if ((ring[v] as number) >= 0) openRing(state, v);
}

/** Matches what follows `v` in its ring, two by two, and leaves `v` bare. */
export function openRing({ mate, ring }: Fractional, v: number): void {
  let at = ring[v] as number;
  ring[v] = -1;
  while (at !== v) {
    const other = ring[at] as number;
    const following = ring[other] as number;
    mate[at] = other;
    mate[other] = at;
    ring[at] = -1;
    ring[other] = -1;
    at = following;
  }
}

function slackAround({ graph, y }: Fractional, u: number): number {
  let least = Infinity;
  for (let h = graph.first[u] as number; h >= 0; h = graph.next[h] as number) {
    const slack = (graph.cost[h] as number) - (y[u] as number) - (y[graph.to[h] as number] as number);
    if (slack < least) least = slack;
  }
  return least;
}
