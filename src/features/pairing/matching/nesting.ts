// What two vertices share: the z of the blossoms that hold both. Blossoms may lie thousands deep, so those around one vertex are noted once, and
// for each other vertex the innermost that holds both is found by halving.

import type { Blossom } from './costs.ts';
import { type Flower, matchInside } from './flower.ts';

/** The blossoms around a vertex, innermost first. */
interface Around {
  vertex: number;
  depth: number;
  /** The places of the vertices in each: from here on, … */
  starts: number[];
  /** … up to, and without, this one. */
  stops: number[];
  /** The z of each and of all outside it. */
  sums: number[];
}

/** Tells the sum of z over the blossoms that hold both `u` and `v`, while no blossom changes. Quick when asked for many `v` in turn. */
export function sharedIn(flower: Flower): (u: number, v: number) => number {
  const { name } = flower;
  const { places } = linedUp(flower);
  const around: Around = { vertex: -1, depth: 0, starts: [], stops: [], sums: [] };
  return (u, v) => {
    if (name[u] !== name[v]) return 0;
    if (around.vertex !== u) lookAround(flower, places, around, u);
    const { starts, stops, sums } = around;
    const place = places[v] as number;
    let low = 0;
    let high = around.depth - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place >= (starts[middle] as number) && place < (stops[middle] as number)) high = middle;
      else low = middle + 1;
    }
    return sums[low] as number;
  };
}

/** All vertices in a line in which those of every blossom lie together, and the place of each. */
function linedUp({ size, name, owner, head, follow, count }: Flower): { line: Int32Array; places: Int32Array } {
  const line = new Int32Array(size);
  const places = new Int32Array(size);
  let at = 0;
  for (let own = 0; own < size; own++) {
    if (name[own] !== own) continue;
    const top = owner[own] as number;
    for (let v = head[top] as number, left = count[top] as number; left > 0; left--, v = follow[v] as number) {
      places[v] = at;
      line[at++] = v;
    }
  }
  return { line, places };
}

/** The blossoms that have a z, innermost first. Decides who is matched with whom inside them. */
export function blossomsIn(flower: Flower): Blossom[] {
  const { size, name, owner, head, count, z, after } = flower;
  const { line, places } = linedUp(flower);
  const blossoms: Blossom[] = [];
  const waiting = [...owner.filter((top, own) => name[own] === own && top >= size)];
  for (const b of waiting) {
    const first = matchInside(flower, b);
    let part = first;
    do {
      if (part >= size) waiting.push(part);
      part = after[part] as number;
    } while (part !== first);
    const start = places[head[b] as number] as number;
    const members = line.subarray(start, start + (count[b] as number));
    if ((z[b] as number) > 0) blossoms.push({ members, z: z[b] as number });
  }
  return blossoms.reverse();
}

function lookAround({ above, head, count, z }: Flower, places: Int32Array, around: Around, u: number): void {
  const { starts, stops, sums } = around;
  let depth = 0;
  for (let b = above[u] as number; b >= 0; b = above[b] as number) {
    starts[depth] = places[head[b] as number] as number;
    stops[depth] = (starts[depth] as number) + (count[b] as number);
    sums[depth++] = z[b] as number;
  }
  for (let at = depth - 2; at >= 0; at--) sums[at] = (sums[at] as number) + (sums[at + 1] as number);
  around.vertex = u;
  around.depth = depth;
}
