// The first and cheaper half of the search: a matching in which three, five or more vertices may share themselves in a ring of halves. No set
// ever has to be shrunk here, and what is left for the blossoms afterwards is a handful of rings.
import type { Candidates } from './candidates.ts';

export interface Fractional {
  /** Prices: for every candidate pair y_u + y_v ≤ cost, with equality for what is matched and what lies in a ring. */
  y: Float64Array;
  /** The partner, or −1. */
  mate: Int32Array;
  /** The next vertex of the odd ring that the vertex lies in, or −1. */
  ring: Int32Array;
  /** How a vertex stands to the search: see below. */
  side: Uint8Array;
}

/** A vertex is matched, and outside the tree that a search grows; or … */
export const MATCHED = 0;
/** … in the tree, at even distance from its root, where prices rise, … */
export const OUTER = 1;
/** … or at odd distance, where they fall; … */
export const INNER = 2;
/** … or it is bare, or in a ring: reaching it ends the search. */
export const LOOSE = 3;

/** Nobody is matched yet. */
export function fractionalOf(y: Float64Array): Fractional {
  const size = y.length;
  const none = new Int32Array(size).fill(-1);
  return { y, mate: none, ring: none.slice(), side: new Uint8Array(size).fill(LOOSE) };
}

/** Whether the vertex is neither matched nor in a ring. */
export function isBare({ mate, ring }: Fractional, v: number): boolean {
  return (mate[v] as number) < 0 && (ring[v] as number) < 0;
}

/** Makes partners of two vertices, whoever theirs were. */
export function match({ mate, side }: Fractional, u: number, v: number): void {
  mate[u] = v;
  mate[v] = u;
  side[u] = MATCHED;
  side[v] = MATCHED;
}

/** Matches vertices along pairs whose price is met, raising the price of each vertex as far as it goes. */
export function matchGreedily(state: Fractional, { first, ends, cost }: Candidates, order: Int32Array): void {
  const { y, side } = state;
  for (const u of order) {
    if (side[u] === MATCHED) continue;
    let most = Infinity;
    let nearest = -1;
    for (let h = first[u] as number; h < (first[u + 1] as number); h++) {
      const v = ends[h] as number;
      const left = (cost[h] as number) - (y[v] as number);
      if (left > most || (left === most && side[v] === MATCHED)) continue;
      most = left;
      nearest = v;
    }
    if (nearest < 0) continue;
    y[u] = most;
    if (side[nearest] !== MATCHED) match(state, u, nearest);
  }
}

/** Leaves `v` bare, and with it its partner; the rest of its ring is matched. */
export function uncover(state: Fractional, v: number): void {
  const { mate, ring, side } = state;
  if ((ring[v] as number) >= 0) openRing(state, v);
  const partner = mate[v] as number;
  if (partner >= 0) {
    mate[partner] = -1;
    side[partner] = LOOSE;
  }
  mate[v] = -1;
  side[v] = LOOSE;
}

/** Matches what follows `v` in its ring, two by two, and leaves `v` bare. */
export function openRing(state: Fractional, v: number): void {
  const { ring } = state;
  let at = ring[v] as number;
  ring[v] = -1;
  while (at !== v) {
    const other = ring[at] as number;
    const following = ring[other] as number;
    match(state, at, other);
    ring[at] = -1;
    ring[other] = -1;
    at = following;
  }
}
