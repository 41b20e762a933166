// Blossoms of one solution lie inside one another or apart. What one vertex shares with the others is worked out blossom by blossom, outermost
// first, and then looked up for each vertex by the innermost blossom around it: however deep they lie, a row costs no more than its length.
import type { Blossom } from '../costs.ts';

/** Some weight for each blossom; what two vertices share is the weight of all blossoms that hold both. */
export interface Nests {
  /** The innermost blossom of each vertex, or −1. */
  inner: Int32Array;
  /** The blossom right around each, or −1; its number is lower. */
  above: Int32Array;
  /** The weight of each blossom together with all around it. */
  weight: Float64Array;
  /** What one vertex shares with those whose innermost blossom this is: worked out anew for each. */
  given: Float64Array;
}

export function nestsOf(size: number, blossoms: readonly Blossom[], weightOf: (blossom: Blossom) => number): Nests {
  const inner = new Int32Array(size).fill(-1);
  const above = new Int32Array(blossoms.length).fill(-1);
  const weight = new Float64Array(blossoms.length);
  const largestFirst = [...blossoms].sort((one, other) => other.members.length - one.members.length);
  for (const [b, blossom] of largestFirst.entries()) {
    above[b] = inner[blossom.members[0] as number] as number;
    weight[b] = weightOf(blossom) + ((above[b] as number) < 0 ? 0 : (weight[above[b] as number] as number));
    for (const v of blossom.members) inner[v] = b;
  }
  return { inner, above, weight, given: new Float64Array(blossoms.length) };
}

/** The weight of all blossoms around a vertex. */
export function around({ inner, weight }: Nests, v: number): number {
  const b = inner[v] as number;
  return b < 0 ? 0 : (weight[b] as number);
}

/** Works out what `u` shares with others, to be looked up in `given` by their innermost blossom; `false` where that is nothing. */
export function share({ inner, above, weight, given }: Nests, u: number): boolean {
  if ((inner[u] as number) < 0) return false;
  given.fill(Number.NaN);
  for (let b = inner[u] as number; b >= 0; b = above[b] as number) given[b] = weight[b] as number;
  for (let b = 0; b < given.length; b++) {
    if (Number.isNaN(given[b])) given[b] = (above[b] as number) < 0 ? 0 : (given[above[b] as number] as number);
  }
  return true;
}

/** Adds, for each vertex before `until`, what `u` shares with it. */
export function addShared(nests: Nests, u: number, into: Float64Array, until: number): void {
  if (!share(nests, u)) return;
  const { inner, given } = nests;
  for (let v = 0; v < until; v++) {
    const b = inner[v] as number;
    if (b >= 0) into[v] = (into[v] as number) + (given[b] as number);
  }
}

/** Adds, for each of some vertices, what has been worked out that one vertex shares with it. */
export function addListed({ inner, given }: Nests, ends: Int32Array, into: Float64Array): void {
  for (let at = 0; at < ends.length; at++) {
    const b = inner[ends[at] as number] as number;
    if (b >= 0) into[at] = (into[at] as number) + (given[b] as number);
  }
}
