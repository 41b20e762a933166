// The blossoms of a stage as the certificate's checker sees them: how they lie inside one another, and what two vertices have from lying in the same.
import type { Stage } from './in-order.ts';

/** The blossoms of a stage, numbered from the largest down; none crosses another. */
export interface Nest {
  /** The innermost blossom around each vertex, and the one right around each blossom; −1 where there is none. */
  inner: Int32Array;
  above: Int32Array;
  /** How many lie around each vertex. */
  depth: Float64Array;
  /** For each blossom, what it comes to that two vertices lie both in it and in all around it. */
  worth: Float64Array;
  /** The same for those blossoms that hold one vertex, and for the others what is around them: worked out anew for each vertex. */
  given: Float64Array;
}

export function withWorth({ inner, above, depth }: Pick<Nest, 'inner' | 'above' | 'depth'>, worth: Float64Array): Nest {
  return { inner, above, depth, worth, given: new Float64Array(worth.length) };
}

/** `undefined` where two blossoms cross. */
export function nestOf(size: number, blossoms: Stage['blossoms']): Nest | undefined {
  const inner = new Int32Array(size).fill(-1);
  const above = new Int32Array(blossoms.length);
  const worth = new Float64Array(blossoms.length);
  const depth = new Float64Array(size);
  for (const [b, { members, z }] of [...blossoms].sort((one, other) => other.members.length - one.members.length).entries()) {
    const around = inner[members[0] ?? -1] ?? -1;
    above[b] = around;
    worth[b] = z + (worth[around] ?? 0);
    for (const v of members) {
      if (inner[v] !== around) return undefined;
      inner[v] = b;
      depth[v] = (depth[v] as number) + 1;
    }
  }
  return withWorth({ inner, above, depth }, worth);
}

/** How deep each blossom lies, itself counted. */
export function depthsIn({ above }: Nest): Float64Array {
  const depths = new Float64Array(above.length);
  for (let b = 0; b < above.length; b++) depths[b] = 1 + (depths[above[b] as number] ?? 0);
  return depths;
}

/** What it comes to for a vertex that it lies in all blossoms around it. */
export function worthAround({ inner, worth }: Nest, v: number): number {
  const b = inner[v] as number;
  return b < 0 ? 0 : (worth[b] as number);
}

/** Adds what near pairs of `u` have from lying in the same blossoms, outermost first: a blossom that does not hold `u` gives what the one around it does. */
export function addShared(slack: Float64Array, { inner, above, worth, given }: Nest, u: number, near: Int32Array): void {
  if (near.length === 0 || (inner[u] as number) < 0) return;
  given.fill(-Infinity);
  for (let b = inner[u] as number; b >= 0; b = above[b] as number) given[b] = worth[b] as number;
  for (let b = 0; b < given.length; b++) {
    if (given[b] === -Infinity) given[b] = (above[b] as number) < 0 ? 0 : (given[above[b] as number] as number);
  }
  for (let i = 0; i < near.length; i++) {
    const b = inner[near[i] as number] as number;
    if (b >= 0) slack[i] = (slack[i] as number) + (given[b] as number);
  }
}
