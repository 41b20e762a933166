// Single pairs of which something is true that their kinds do not tell: earlier partners, welcomes. Listed for each vertex.
import type { But } from './made.ts';

/** Lists what `tell` says of the pairs of each vertex; it has to say the same from both ends. */
export function linked(size: number, tell: (u: number, say: (v: number, units: number) => void) => void): But {
  const first = new Int32Array(size + 1);
  const ends: number[] = [];
  const units: number[] = [];
  const reach: [number, number] = [0, 0];
  const say = (v: number, each: number) => {
    if (each === 0) return;
    ends.push(v);
    units.push(each);
    reach[0] = Math.min(reach[0], each);
    reach[1] = Math.max(reach[1], each);
  };
  for (let u = 0; u < size; u++) {
    tell(u, say);
    first[u + 1] = ends.length;
  }
  const lists = { first, ends: Int32Array.from(ends) };
  return { add: adding(lists, Float64Array.from(units)), reach, few: coverOf(lists, size) };
}

/** Those of `u` stand from place `first[u]` up to, and without, `first[u + 1]`. */
interface Lists {
  first: Int32Array;
  ends: Int32Array;
}

function adding({ first, ends }: Lists, units: Float64Array): But['add'] {
  return (u, into, until, times) => {
    for (let at = first[u] as number; at < (first[u + 1] as number); at++) {
      const v = ends[at] as number;
      if (v < until) into[v] = (into[v] as number) + (units[at] as number) * times;
    }
  };
}

/** Vertices of which each listed pair has one: of two ends, the one with more pairs. */
function coverOf({ first, ends }: Lists, size: number): Uint8Array {
  const cover = new Uint8Array(size);
  const count = (v: number) => (first[v + 1] as number) - (first[v] as number);
  for (let u = 0; u < size; u++) {
    for (let at = first[u] as number; at < (first[u + 1] as number); at++) {
      const v = ends[at] as number;
      if (cover[u] === 0 && cover[v] === 0) cover[count(u) >= count(v) ? u : v] = 1;
    }
  }
  return cover;
}
