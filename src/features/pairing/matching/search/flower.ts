// Blossoms: odd sets of vertices that the search treats as one. They nest: a blossom is a ring of parts, and a part is a blossom again, or, below
// the size of the graph, a vertex. This file knows how they are built and taken apart; when, the search decides. They may lie thousands deep.

export interface Flower {
  size: number;
  /** The partner of the base of each outermost part, or −1. Who is matched with whom inside a blossom is decided when it opens. */
  mate: Int32Array;
  /** The one vertex of an outermost part that may be matched outside it. */
  base: Int32Array;
  /** Prices of vertices: what is left of them when the z of the blossoms above are not counted. */
  y: Float64Array;
  z: Float64Array;
  /** The blossom right above, or −1. */
  above: Int32Array;
  /** One part of a blossom's ring; for each part, the one after it and the pair that joins them, from vertex to vertex. */
  ring: Int32Array;
  after: Int32Array;
  leaves: Int32Array;
  enters: Int32Array;
  /** The vertices of a part: from its head, each followed by the next, to its tail. */
  head: Int32Array;
  tail: Int32Array;
  follow: Int32Array;
  count: Int32Array;
  /** Every vertex bears the name of its outermost part, and every name has that part for its owner. Names are numbers of vertices. */
  name: Int32Array;
  owner: Int32Array;
  /** The name of each part. A blossom takes that of its largest part, so that only the others have to be told. */
  nameOf: Int32Array;
  unused: number[];
}

export function flowerOf(y: Float64Array, mate: Int32Array): Flower {
  const size = y.length;
  const room = size + (size >> 1) + 1;
  const places = Int32Array.from({ length: room }, (_, at) => at);
  return {
    size,
    mate,
    base: places.slice(),
    y,
    z: new Float64Array(room),
    above: new Int32Array(room).fill(-1),
    ring: new Int32Array(room),
    after: new Int32Array(room),
    leaves: new Int32Array(room),
    enters: new Int32Array(room),
    head: places.slice(),
    tail: places.slice(),
    follow: new Int32Array(size),
    count: new Int32Array(room).fill(1),
    name: places.slice(0, size),
    owner: places.slice(0, size),
    nameOf: places,
    unused: Array.from(places.subarray(size)).reverse(),
  };
}

/** The outermost part that holds `v`. */
export function topOf({ owner, name }: Flower, v: number): number {
  return owner[name[v] as number] as number;
}

/** Lets the outermost part of `to` come after that of `from` in the ring of a blossom to be. */
export function join(flower: Flower, from: number, to: number): void {
  const part = topOf(flower, from);
  flower.after[part] = topOf(flower, to);
  flower.leaves[part] = from;
  flower.enters[part] = to;
}

/** Makes one blossom of the outermost parts that have been joined to a ring; `first` holds its base. */
export function shrink(flower: Flower, first: number): number {
  const { above, after, base, head, tail, follow, count, nameOf } = flower;
  const b = flower.unused.pop() as number;
  let largest = first;
  let last = first;
  let members = 0;
  let part = first;
  do {
    above[part] = b;
    members += count[part] as number;
    if ((count[part] as number) > (count[largest] as number)) largest = part;
    follow[tail[last] as number] = head[part] as number;
    last = part;
    part = after[part] as number;
  } while (part !== first);
  head[b] = head[first] as number;
  tail[b] = tail[last] as number;
  count[b] = members;
  base[b] = base[first] as number;
  flower.ring[b] = first;
  flower.z[b] = 0;
  nameOf[b] = nameOf[largest] as number;
  flower.owner[nameOf[b] as number] = b;
  for (part = after[largest] as number; part !== largest; part = after[part] as number) rename(flower, part, nameOf[b] as number);
  return b;
}

/**
 * Takes an outermost blossom apart, whose z must be used up. Returns the part that holds its base; from there, the ring can still be followed.
 */
export function open(flower: Flower, b: number): number {
  const { above, after, nameOf, owner } = flower;
  const first = matchInside(flower, b);
  for (let part = first; above[part] === b; part = after[part] as number) {
    above[part] = -1;
    owner[nameOf[part] as number] = part;
    if (nameOf[part] !== nameOf[b]) rename(flower, part, nameOf[part] as number);
  }
  flower.unused.push(b);
  return first;
}

/** Matches the parts of a blossom with each other, two by two around the ring from the part that holds its base. Returns that part. */
export function matchInside({ mate, base, above, after, leaves, enters }: Flower, b: number): number {
  let first = base[b] as number;
  while (above[first] !== b) first = above[first] as number;
  base[first] = base[b] as number;
  for (let part = after[first] as number; part !== first; part = after[after[part] as number] as number) {
    const from = leaves[part] as number;
    const to = enters[part] as number;
    mate[from] = to;
    mate[to] = from;
    base[part] = from;
    base[after[part] as number] = to;
  }
  return first;
}

function rename({ head, follow, count, name }: Flower, part: number, as: number): void {
  for (let v = head[part] as number, left = count[part] as number; left > 0; left--, v = follow[v] as number) name[v] = as;
}

/** Adds `gain` to the price of every vertex in a part, and `within` to the part's own z. */
export function raise({ size, head, follow, count, y, z }: Flower, part: number, gain: number, within: number): void {
  if (part >= size) z[part] = (z[part] as number) + within;
  if (gain === 0) return;
  for (let v = head[part] as number, left = count[part] as number; left > 0; left--, v = follow[v] as number)
    y[v] = (y[v] as number) + gain;
}
