// Single pairs of which something is true that their kinds do not tell: earlier partners, welcomes. Listed for each vertex.
import type { But } from './made.ts';

/** Lists what `of` tells of the pairs of each vertex; it has to tell the same from both ends. */
export function linked(size: number, of: (u: number) => Iterable<readonly [v: number, units: number]>): But {
  const first = new Int32Array(size + 1);
  const ends: number[] = [];
  const units: number[] = [];
  const reach: [number, number] = [0, 0];
  for (let u = 0; u < size; u++) {
    for (const [v, each] of of(u)) {
      if (each === 0) continue;
      ends.push(v);
      units.push(each);
      reach[0] = Math.min(reach[0], each);
      reach[1] = Math.max(reach[1], each);
    }
    first[u + 1] = ends.length;
  }
  return { add: adding(first, Int32Array.from(ends), Float64Array.from(units)), reach };
}

/** Those of `u` stand from place `first[u]` up to, and without, `first[u + 1]`. */
function adding(first: Int32Array, ends: Int32Array, units: Float64Array): But['add'] {
  return (u, into, until, times) => {
    for (let at = first[u] as number; at < (first[u + 1] as number); at++) {
      const v = ends[at] as number;
      if (v < until) into[v] = (into[v] as number) + (units[at] as number) * times;
    }
  };
}
