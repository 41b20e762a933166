// What a matching problem is: so many vertices, and what each pair of them costs. Rows are asked for one at a time, so that a problem
// of ten thousand people need not lie in memory as a square.

/** A complete graph. Symmetric; what stands on the diagonal does not matter. */
export interface Costs {
  readonly size: number;
  /** Writes what pairing `u` with each vertex costs: whole numbers from 0 up, `Infinity` where a pair is forbidden. */
  readonly row: (u: number, into: Float64Array) => void;
}

/** A perfect matching of least cost, and the dual solution that proves it. */
export interface Matched {
  /** The partner of each vertex. */
  mate: Int32Array;
  /** A price for each vertex, a whole number of halves: for every pair, y_u + y_v ≤ cost + the z of blossoms that hold both. */
  y: Float64Array;
  blossoms: readonly Blossom[];
}

/** An odd set of vertices inside which all but one are matched with each other. `z` ≥ 0 is what that costs: whole. */
export interface Blossom {
  members: Int32Array;
  z: number;
}

/** Twice each cost: with even costs every number of the search stays whole. */
export function doubled({ size, row }: Costs): Costs {
  return {
    size,
    row: (u, into) => {
      row(u, into);
      for (let v = 0; v < size; v++) into[v] = 2 * (into[v] as number);
    },
  };
}
