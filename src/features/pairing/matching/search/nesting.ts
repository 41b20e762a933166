// What two vertices share: the z of the blossoms that hold both. All vertices stand in a line in which those of every blossom lie together.
// Blossoms may lie thousands deep: those around one vertex are noted once, for as many others as are asked for.
import type { Blossom } from '../costs.ts';
import { type Flower, matchInside } from './flower.ts';

/** How the blossoms of a flower lie in each other; true as long as none of them changes. */
export interface Nest {
  flower: Flower;
  line: Int32Array;
  /** The place in the line of each vertex. */
  place: Int32Array;
  /** The blossoms around one vertex, innermost first: where their places begin and end, and the z of each and all outside it. */
  around: number;
  depth: number;
  starts: number[];
  stops: number[];
  sums: number[];
}

export function nestOf(flower: Flower): Nest {
  const { size, name, owner, head, follow, count } = flower;
  const line = new Int32Array(size);
  const place = new Int32Array(size);
  let at = 0;
  for (let own = 0; own < size; own++) {
    if (name[own] !== own) continue;
    const top = owner[own] as number;
    for (let v = head[top] as number, left = count[top] as number; left > 0; left--, v = follow[v] as number) {
      place[v] = at;
      line[at++] = v;
    }
  }
  return { flower, line, place, around: -1, depth: 0, starts: [], stops: [], sums: [] };
}

/** The z of the blossoms that hold both. The innermost of them is found by halving. */
export function sharedBy(nest: Nest, u: number, v: number): number {
  const { name } = nest.flower;
  if (name[u] !== name[v]) return 0;
  lookAround(nest, u);
  const { starts, stops, sums } = nest;
  const at = nest.place[v] as number;
  let low = 0;
  let high = nest.depth - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at >= (starts[middle] as number) && at < (stops[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return sums[low] as number;
}

/** Adds to each place of `row` what its vertex shares with `u`. */
export function addShared(nest: Nest, u: number, row: Float64Array): void {
  lookAround(nest, u);
  let from = nest.place[u] as number;
  let until = from + 1;
  for (let level = 0; level < nest.depth; level++) {
    const start = nest.starts[level] as number;
    const stop = nest.stops[level] as number;
    const sum = nest.sums[level] as number;
    addAlong(nest.line.subarray(start, from), row, sum);
    addAlong(nest.line.subarray(until, stop), row, sum);
    from = start;
    until = stop;
  }
}

function addAlong(vertices: Int32Array, row: Float64Array, sum: number): void {
  for (const v of vertices) row[v] = (row[v] as number) + sum;
}

function lookAround(nest: Nest, u: number): void {
  if (nest.around === u) return;
  const { place, starts, stops, sums } = nest;
  const { above, head, count, z } = nest.flower;
  let depth = 0;
  for (let b = above[u] as number; b >= 0; b = above[b] as number) {
    starts[depth] = place[head[b] as number] as number;
    stops[depth] = (starts[depth] as number) + (count[b] as number);
    sums[depth++] = z[b] as number;
  }
  for (let at = depth - 2; at >= 0; at--) sums[at] = (sums[at] as number) + (sums[at + 1] as number);
  nest.around = u;
  nest.depth = depth;
}

/** The blossoms that have a z, innermost first. Decides who is matched with whom inside them. */
export function blossomsIn(flower: Flower): Blossom[] {
  const { size, name, owner, head, count, z, after } = flower;
  const { line, place } = nestOf(flower);
  const blossoms: Blossom[] = [];
  const waiting = [...owner.filter((top, own) => name[own] === own && top >= size)];
  for (const b of waiting) {
    const first = matchInside(flower, b);
    let part = first;
    do {
      if (part >= size) waiting.push(part);
      part = after[part] as number;
    } while (part !== first);
    const start = place[head[b] as number] as number;
    const members = line.subarray(start, start + (count[b] as number));
    if ((z[b] as number) > 0) blossoms.push({ members, z: z[b] as number });
  }
  return blossoms.reverse();
}
