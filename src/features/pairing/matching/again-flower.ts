// Blossoms whose prices go deep: a number for each group of aims, most important group first, and compared in that order. All groups are then
// settled by one and the same matching, and a change of the question costs one search instead of a search and a new set of pairs for each group.
import { type Flower, flowerOf } from './blossoms.ts';

export interface DeepFlower {
  /** Who lies in which blossom; its own prices are those of the first group. */
  flower: Flower;
  /** The prices of vertices, group by group: blossoms not counted, as in `Flower`. */
  y: Float64Array[];
  z: Float64Array[];
}

/** A flower without blossoms. */
export function deepFlowerOf(prices: readonly Float64Array[], mate: Int32Array): DeepFlower {
  const y = prices.map((each) => each.slice());
  return withDepth(flowerOf(y[0] as Float64Array, mate), y);
}

function withDepth(flower: Flower, y: Float64Array[]): DeepFlower {
  return { flower, y, z: y.map((_, level) => (level === 0 ? flower.z : new Float64Array(flower.z.length))) };
}

/** The same with some more vertices, which have the highest numbers among vertices, no partner and no price. */
export function widened({ flower, y, z }: DeepFlower, more: number): DeepFlower {
  const { size } = flower;
  const moved = (b: number) => (b < size ? b : b + more);
  const wide = deepFlowerOf(
    y.map((prices) => withMore(prices, size, more)),
    Int32Array.from({ length: size + more }, (_, v) => (v < size ? (flower.mate[v] as number) : -1)),
  );
  const fresh = wide.flower;
  flower.parts.forEach((parts, b) => {
    if (parts.length === 0) return;
    fresh.parts[b + more] = parts.map(moved);
    fresh.joints[b + more] = (flower.joints[b] ?? []).slice();
  });
  flower.above.forEach((b, below) => {
    fresh.above[moved(below)] = moved(b);
  });
  flower.base.forEach((vertex, b) => {
    if (b >= size) fresh.base[b + more] = vertex;
  });
  for (let v = 0; v < size; v++) fresh.top[v] = moved(flower.top[v] as number);
  fresh.free = fresh.free.filter((b) => !fresh.parts[b]?.length);
  z.forEach((each, level) => {
    for (let b = size; b < each.length; b++) (wide.z[level] as Float64Array)[b + more] = each[b] as number;
  });
  return wide;
}

function withMore(prices: Float64Array, size: number, more: number): Float64Array {
  const wide = new Float64Array(size + more);
  wide.set(prices.subarray(0, size));
  return wide;
}

/** The blossoms that hold the vertex, innermost first. */
export function blossomsUp({ above }: Flower, v: number): number[] {
  const up: number[] = [];
  for (let b = above[v] as number; b >= 0; b = above[b] as number) up.push(b);
  return up;
}

/** Whether all numbers are nothing. */
export function isNothing(numbers: readonly Float64Array[], at: number): boolean {
  for (const each of numbers) if (each[at] !== 0) return false;
  return true;
}

/** Whether `one` comes before `other`, the first number that differs deciding. */
export function isBefore(one: Float64Array, other: Float64Array): boolean {
  for (let level = 0; level < one.length; level++) {
    const here = one[level] as number;
    const there = other[level] as number;
    if (here !== there) return here < there;
  }
  return false;
}
