// How odd sets lie in each other, and what those that hold two vertices come to: asked for each pair of a large graph, and answered by climbing
// from the innermost set outwards.
import type { Blossom } from '../costs.ts';

/** Places below `size` are vertices, those after it the sets, as they were given: innermost first, none crossing another. */
export interface Nest {
  size: number;
  /** The set right around a vertex or set, or −1. */
  above: Int32Array;
  /** By the vertex that asks: whether a set holds it. */
  asked: Int32Array;
}

export function nestOf(size: number, sets: readonly Pick<Blossom, 'members'>[]): Nest {
  const above = new Int32Array(size + sets.length).fill(-1);
  const outermost = Int32Array.from({ length: size }, (_, v) => v);
  sets.forEach(({ members }, at) => {
    for (const v of members) {
      above[outermost[v] as number] = size + at;
      outermost[v] = size + at;
    }
  });
  return { size, above, asked: new Int32Array(size + sets.length).fill(-1) };
}

/** For each set, what `amounts` come to over it and all sets around it; one place more, at the end, for no set. */
export function sumsOutward({ size, above }: Nest, amounts: Float64Array): Float64Array {
  const sums = new Float64Array(amounts.length + 1);
  for (let at = amounts.length - 1; at >= 0; at--) {
    const around = above[size + at] as number;
    sums[at] = (amounts[at] as number) + (around < 0 ? 0 : (sums[around - size] as number));
  }
  return sums;
}

/** Says from which vertex the next questions to `shared` come. */
export function askFrom({ above, asked }: Nest, u: number): void {
  for (let at = above[u] as number; at >= 0; at = above[at] as number) asked[at] = u;
}

/** The innermost set that holds `v` and the vertex `u` from which was asked; the number of sets where there is none. */
export function shared({ size, above, asked }: Nest, u: number, v: number): number {
  let at = above[v] as number;
  while (at >= 0 && asked[at] !== u) at = above[at] as number;
  return at < 0 ? above.length - size : at - size;
}
