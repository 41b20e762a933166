// Blossoms whose prices go deep: a number for each group of aims, most important group first, and compared in that order. All groups are then
// settled by one and the same matching, and a change of the question costs one search instead of a search and a new set of pairs for each group.
import { type Flower, flowerOf, matchInside } from '../search/flower.ts';

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
  const flower = flowerOf(y[0] as Float64Array, mate);
  return { flower, y, z: y.map((_, level) => (level === 0 ? flower.z : new Float64Array(flower.z.length))) };
}

/** The same with some more vertices, which have the highest numbers among vertices, no partner and no price. */
export function widened({ flower, y, z }: DeepFlower, more: number): DeepFlower {
  const { size } = flower;
  const longer = (prices: Float64Array) => withMore(prices, new Float64Array(size + more));
  const wide = deepFlowerOf(y.map(longer), withMore(flower.mate, new Int32Array(size + more).fill(-1)));
  const fresh = wide.flower;
  const moved = (part: number) => (part < size ? part : part + more);
  for (const key of ['above', 'ring', 'after'] as const) moveParts(flower[key], fresh[key], moved, moved);
  for (const key of ['base', 'leaves', 'enters', 'head', 'tail', 'count', 'nameOf'] as const) moveParts(flower[key], fresh[key], moved);
  for (const [level, each] of z.entries()) moveParts(each, wide.z[level] as Float64Array, moved);
  withMore(flower.follow, fresh.follow);
  withMore(flower.name, fresh.name);
  withMore(flower.owner.map(moved), fresh.owner);
  const unused = new Set(flower.unused);
  const room = flower.above.length;
  fresh.unused = fresh.unused.filter((b) => b - more >= room || unused.has(b - more));
  return wide;
}

function withMore<A extends Float64Array | Int32Array>(numbers: A, into: A): A {
  into.set(numbers);
  return into;
}

/** Copies what is noted of parts, vertices and blossoms, to their numbers from now on. */
function moveParts<A extends Float64Array | Int32Array>(from: A, into: A, moved: (part: number) => number, value = same): void {
  for (let part = 0; part < from.length; part++) into[moved(part)] = value(from[part] as number);
}

function same(number: number): number {
  return number;
}

/** The outermost blossoms, and all that lie in them, each before those in it. */
export function allBlossoms({ size, name, owner, ring, after }: Flower): number[] {
  const blossoms = [...owner.filter((top, own) => name[own] === own && top >= size)];
  for (const b of blossoms) {
    const first = ring[b] as number;
    let part = first;
    do {
      if (part >= size) blossoms.push(part);
      part = after[part] as number;
    } while (part !== first);
  }
  return blossoms;
}

/** Decides who is matched with whom inside blossoms. */
export function matchWithin(flower: Flower): void {
  for (const b of allBlossoms(flower)) matchInside(flower, b);
}

/** The blossoms that hold the vertex, innermost first. */
export function blossomsUp({ above }: Flower, v: number): number[] {
  const up: number[] = [];
  for (let b = above[v] as number; b >= 0; b = above[b] as number) up.push(b);
  return up;
}

/** Adds `gain` times `by` to the prices of all vertices in a part, and `within` times to its own z. */
export function raise({ flower, y, z }: DeepFlower, part: number, by: Float64Array, [gain, within]: readonly [number, number]): void {
  const { size, head, follow, count } = flower;
  for (let level = 0; level < by.length; level++) {
    const step = by[level] as number;
    if (step === 0) continue;
    const widths = z[level] as Float64Array;
    if (part >= size) widths[part] = (widths[part] as number) + within * step;
    if (gain === 0) continue;
    const prices = y[level] as Float64Array;
    for (let v = head[part] as number, left = count[part] as number; left > 0; left--, v = follow[v] as number) {
      prices[v] = (prices[v] as number) + gain * step;
    }
  }
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
