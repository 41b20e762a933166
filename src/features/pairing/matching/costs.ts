// What a matching problem is: so many vertices, and what each pair of them costs. Rows are asked for one at a time, so that a problem
// of ten thousand people need not lie in memory as a square; where few pairs are allowed, they are listed, and no row is ever read.

/** A graph. Symmetric; what stands on the diagonal does not matter. */
export interface Costs {
  readonly size: number;
  /** Writes what pairing `u` with each vertex costs: whole numbers from 0 up, `Infinity` where a pair is forbidden. */
  readonly row: (u: number, into: Float64Array) => void;
  /** The same for the vertices before `u` only, written to places from 0 up to, and without, `u`: half the reading for a pass over all pairs. */
  readonly lower?: (u: number, into: Float64Array) => void;
  /** The allowed pairs, where they are few; they are read instead of rows, and must say the same. */
  readonly lists?: PairLists;
}

/** What a search reads of that: a half row for each vertex, or the lists. */
export interface HalfRows {
  readonly size: number;
  readonly lower: (u: number, into: Float64Array) => void;
  readonly lists?: PairLists | undefined;
}

/** The allowed pairs, each of them twice, once from either end: those of `u` stand from place `first[u]` up to, and without, `first[u + 1]`. */
export interface PairLists {
  /** One place more than there are vertices. */
  first: Int32Array;
  /** The other end of each pair, … */
  ends: Int32Array;
  /** … and what the pair costs: whole, from 0 up. A pair that is listed several times costs the least of them. */
  cost: Float64Array;
}

/** Pairs as they come, each once: what place `at` says of one stands in all three. No vertex is paired with itself. */
export interface Pairs {
  from: Int32Array;
  to: Int32Array;
  cost: Float64Array;
}

/** The problem in which only `pairs` are allowed. */
export function costsOfPairs(size: number, pairs: Pairs): Costs {
  return costsOfLists(size, listsOf(size, gathered(bothWays(pairs))));
}

export function costsOfLists(size: number, lists: PairLists): Costs {
  return { size, row: (u, into) => writeRow(lists, u, into), lists };
}

/** The same problem without its lists, and with something more in each row: `change` sees to the places from 0 up to, and without, `until`. */
export function withRowsChanged({ size, row, lower }: Costs, change: (u: number, into: Float64Array, until: number) => void): Costs {
  const all = (u: number, into: Float64Array) => {
    row(u, into);
    change(u, into, size);
  };
  if (!lower) return { size, row: all };
  return {
    size,
    row: all,
    lower: (u, into) => {
      lower(u, into);
      change(u, into, u);
    },
  };
}

/** Pairs as they are seen from one end. */
export interface HalfEdges {
  from: Int32Array;
  ends: Int32Array;
  cost: Float64Array;
}

export function bothWays({ from, to, cost }: Pairs): [HalfEdges, HalfEdges] {
  return [
    { from, ends: to, cost },
    { from: to, ends: from, cost },
  ];
}

/** Some half-edges behind others. */
export function gathered(sets: readonly HalfEdges[]): HalfEdges {
  const count = sets.reduce((sum, { from }) => sum + from.length, 0);
  const all = { from: new Int32Array(count), ends: new Int32Array(count), cost: new Float64Array(count) };
  let at = 0;
  for (const { from, ends, cost } of sets) {
    all.from.set(from, at);
    all.ends.set(ends, at);
    all.cost.set(cost, at);
    at += from.length;
  }
  return all;
}

/** Half-edges in lists, by where they begin. */
export function listsOf(size: number, { from, ends, cost }: HalfEdges): PairLists {
  const first = new Int32Array(size + 1);
  for (let at = 0; at < from.length; at++) first[from[at] as number] = (first[from[at] as number] as number) + 1;
  for (let u = 1; u <= size; u++) first[u] = (first[u] as number) + (first[u - 1] as number);
  const lists = { first, ends: new Int32Array(from.length), cost: new Float64Array(from.length) };
  for (let at = from.length - 1; at >= 0; at--) {
    const u = from[at] as number;
    const place = (first[u] as number) - 1;
    first[u] = place;
    lists.ends[place] = ends[at] as number;
    lists.cost[place] = cost[at] as number;
  }
  return lists;
}

function writeRow({ first, ends, cost }: PairLists, u: number, into: Float64Array): void {
  into.fill(Infinity);
  for (let at = first[u] as number; at < (first[u + 1] as number); at++) {
    const v = ends[at] as number;
    if ((cost[at] as number) < (into[v] as number)) into[v] = cost[at] as number;
  }
}

/** A perfect matching of least cost, and the dual solution that proves it. */
export interface Matched {
  /** The partner of each vertex. */
  mate: Int32Array;
  /** A price for each vertex, a whole number of halves: for every pair, y_u + y_v ≤ cost + the z of blossoms that hold both. */
  y: Float64Array;
  /** Innermost first: a blossom stands behind those that lie in it. */
  blossoms: readonly Blossom[];
}

/** An odd set of vertices inside which all but one are matched with each other. `z` ≥ 0 is what that costs: whole. */
export interface Blossom {
  members: Int32Array;
  z: number;
}
