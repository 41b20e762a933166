// Blossoms: odd sets of vertices that the search treats as one. They nest; a number below the size of the graph is a vertex, any other a
// blossom. This file knows how they are built, turned and taken apart; when that is due, the search decides.

export interface Flower {
  size: number;
  /** The partner of each vertex, or −1; inside a blossom, all but its base are matched with each other. */
  mate: Int32Array;
  /** Prices of vertices: what is left of them when the z of the blossoms above are not counted. */
  y: Float64Array;
  z: Float64Array;
  /** The blossom right above, or −1. */
  above: Int32Array;
  /** The outermost blossom that a vertex lies in: itself where there is none. */
  top: Int32Array;
  base: Int32Array;
  /** The parts of a blossom, around its ring, the one that holds the base first; … */
  parts: number[][];
  /** … and the pairs that join them: `joints[i]` leads from a vertex of part i to a vertex of the part after it. */
  joints: Joint[][];
  free: number[];
}

export type Joint = readonly [from: number, to: number];

export function flowerOf(y: Float64Array, mate: Int32Array): Flower {
  const size = y.length;
  const room = size + (size >> 1) + 1;
  return {
    size,
    mate,
    y,
    z: new Float64Array(room),
    above: new Int32Array(room).fill(-1),
    top: Int32Array.from({ length: size }, (_, v) => v),
    base: Int32Array.from({ length: room }, (_, b) => (b < size ? b : -1)),
    parts: [],
    joints: [],
    free: Array.from({ length: room - size }, (_, at) => room - 1 - at),
  };
}

/** The vertices in `b`, added to `into`. */
export function verticesOf(flower: Flower, b: number, into: number[] = []): number[] {
  if (b < flower.size) into.push(b);
  else for (const part of flower.parts[b] as number[]) verticesOf(flower, part, into);
  return into;
}

/** Makes one blossom of outermost parts around a ring. */
export function shrink(flower: Flower, parts: number[], joints: Joint[]): number {
  const b = flower.free.pop() as number;
  flower.parts[b] = parts;
  flower.joints[b] = joints;
  flower.base[b] = flower.base[parts[0] as number] as number;
  flower.z[b] = 0;
  flower.above[b] = -1;
  for (const part of parts) flower.above[part] = b;
  for (const v of verticesOf(flower, b)) flower.top[v] = b;
  return b;
}

/** Takes an outermost blossom apart; its z, which must be used up or handed to its vertices, is gone. Returns its parts. */
export function open(flower: Flower, b: number): number[] {
  const parts = flower.parts[b] as number[];
  for (const part of parts) {
    flower.above[part] = -1;
    for (const v of verticesOf(flower, part)) flower.top[v] = part;
  }
  flower.parts[b] = [];
  flower.joints[b] = [];
  flower.base[b] = -1;
  flower.free.push(b);
  return parts;
}

/** Hands the z of an outermost blossom to its vertices, which leaves every pair inside it as it was, and takes it apart. */
export function dissolve(flower: Flower, b: number): number[] {
  const half = (flower.z[b] as number) / 2;
  for (const v of verticesOf(flower, b)) flower.y[v] = (flower.y[v] as number) - half;
  flower.z[b] = 0;
  return open(flower, b);
}

/** The place of the part of `b` that holds the vertex. */
export function placeOf(flower: Flower, b: number, vertex: number): number {
  let part = vertex;
  while (flower.above[part] !== b) part = flower.above[part] as number;
  return (flower.parts[b] as number[]).indexOf(part);
}

/** The direction in which, from the part at `place`, matched and unmatched joints alternate until the base's part, ending well. */
export function wayToBase(place: number): 1 | -1 {
  return place % 2 === 1 ? 1 : -1;
}

/** The joint that leads from part `place` one step in direction `way`, as seen from there. */
export function jointFrom(flower: Flower, b: number, place: number, way: 1 | -1): Joint {
  const joints = flower.joints[b] as Joint[];
  if (way === 1) return joints[place] as Joint;
  const [from, to] = joints[(place + joints.length - 1) % joints.length] as Joint;
  return [to, from];
}

/** Makes `vertex` the base of `b`: along one way around the ring, partners change. */
export function turn(flower: Flower, b: number, vertex: number): void {
  if (b < flower.size) return;
  const parts = flower.parts[b] as number[];
  const joints = flower.joints[b] as Joint[];
  const place = placeOf(flower, b, vertex);
  turn(flower, parts[place] as number, vertex);
  const way = wayToBase(place);
  for (let at = place; at !== 0; ) {
    const one = (at + way + parts.length) % parts.length;
    const other = (one + way + parts.length) % parts.length;
    const [from, to] = jointFrom(flower, b, one, way);
    turn(flower, parts[one] as number, from);
    turn(flower, parts[other] as number, to);
    flower.mate[from] = to;
    flower.mate[to] = from;
    at = other;
  }
  flower.parts[b] = [...parts.slice(place), ...parts.slice(0, place)];
  flower.joints[b] = [...joints.slice(place), ...joints.slice(0, place)];
  flower.base[b] = vertex;
}

/** Adds, for each vertex, the z of all blossoms that hold it together with `u`. */
export function addSharedZ(flower: Flower, u: number, into: Float64Array): void {
  const { above, parts, z } = flower;
  let outward = 0;
  for (let b = above[u] as number; b >= 0; b = above[b] as number) outward += z[b] as number;
  let inner = u;
  for (let b = above[u] as number; b >= 0; b = above[b] as number) {
    for (const part of parts[b] as number[]) {
      if (part !== inner) for (const v of verticesOf(flower, part)) into[v] = (into[v] as number) + outward;
    }
    outward -= z[b] as number;
    inner = b;
  }
}
