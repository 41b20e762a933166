// Blossoms of one solution lie inside one another or apart. Written as stretches of one order of all vertices, what two vertices share is a walk
// up, and what a vertex shares with all others is one pass over those around it.
import type { Blossom } from './costs.ts';

/** Some weight for each blossom; what two vertices share is the weight of all blossoms that hold both. */
export interface Nests {
  /** The innermost and the outermost blossom of each vertex, or −1. */
  inner: Int32Array;
  outer: Int32Array;
  /** The blossom right around each, or −1; its number is higher. */
  above: Int32Array;
  /** The weight of each blossom and all around it. */
  weight: Float64Array;
  /** The vertices in blossoms; those of blossom b stand from place `from[b]` up to, and without, `to[b]`. */
  order: Int32Array;
  from: Int32Array;
  to: Int32Array;
}

export function nestsOf(size: number, blossoms: readonly Blossom[], weightOf: (blossom: Blossom) => number): Nests {
  const sorted = [...blossoms].sort((one, other) => one.members.length - other.members.length);
  const inner = new Int32Array(size).fill(-1);
  const outer = new Int32Array(size).fill(-1);
  const above = new Int32Array(sorted.length).fill(-1);
  for (const [b, { members }] of sorted.entries()) {
    for (const v of members) {
      if ((outer[v] as number) < 0) inner[v] = b;
      else above[outer[v] as number] = b;
      outer[v] = b;
    }
  }
  const weight = Float64Array.from(sorted, weightOf);
  for (let b = sorted.length - 1; b >= 0; b--) {
    if ((above[b] as number) >= 0) weight[b] = (weight[b] as number) + (weight[above[b] as number] as number);
  }
  return { inner, outer, above, weight, ...inOrder(sorted, above, inner) };
}

/** Largest first, each blossom takes its places within the one around it; what is left of them is for vertices of its own. */
function inOrder(sorted: readonly Blossom[], above: Int32Array, inner: Int32Array): Pick<Nests, 'order' | 'from' | 'to'> {
  const from = new Int32Array(sorted.length);
  const to = new Int32Array(sorted.length);
  const next = new Int32Array(sorted.length);
  let places = 0;
  for (let b = sorted.length - 1; b >= 0; b--) {
    const around = above[b] as number;
    const count = (sorted[b] as Blossom).members.length;
    from[b] = around < 0 ? places : (next[around] as number);
    if (around < 0) places += count;
    else next[around] = (next[around] as number) + count;
    next[b] = from[b] as number;
    to[b] = (from[b] as number) + count;
  }
  const order = new Int32Array(places);
  for (const [v, b] of inner.entries()) {
    if (b < 0) continue;
    order[next[b] as number] = v;
    next[b] = (next[b] as number) + 1;
  }
  return { order, from, to };
}

/** The weight of all blossoms around a vertex. */
export function around({ inner, weight }: Nests, v: number): number {
  const b = inner[v] as number;
  return b < 0 ? 0 : (weight[b] as number);
}

/** The weight of all blossoms that hold both. */
export function shared({ inner, outer, above, weight }: Nests, u: number, v: number): number {
  if (outer[u] !== outer[v] || (outer[u] as number) < 0) return 0;
  let a = inner[u] as number;
  let b = inner[v] as number;
  while (a !== b) {
    if (a < b) a = above[a] as number;
    else b = above[b] as number;
  }
  return weight[a] as number;
}

/** Adds, for each vertex before `until`, what `u` shares with it. */
export function addShared({ inner, above, weight, order, from, to }: Nests, u: number, into: Float64Array, until: number): void {
  let inside = -1;
  for (let b = inner[u] as number; b >= 0; b = above[b] as number) {
    const each = weight[b] as number;
    const last = to[b] as number;
    for (let at = from[b] as number; at < last; at++) {
      if (inside >= 0 && at === from[inside]) at = to[inside] as number;
      if (at === last) break;
      const v = order[at] as number;
      if (v < until) into[v] = (into[v] as number) + each;
    }
    inside = b;
  }
}

/** The blossoms that each vertex lies in. */
export function blossomsAround(size: number, blossoms: readonly Blossom[]): Blossom[][] {
  const all: Blossom[][] = Array.from({ length: size }, () => []);
  for (const blossom of blossoms) for (const v of blossom.members) all[v]?.push(blossom);
  return all;
}
