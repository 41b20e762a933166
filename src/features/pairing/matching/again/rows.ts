// What pairs cost, group by group: read row by row as a search comes to them, kept for the next one, and changed for a few pairs.
import type { Costs } from '../costs.ts';

/** What the pairs of a vertex cost, a row for each group; `Infinity` in the first where a pair is not allowed. */
export type RowsOf = (u: number) => readonly Float64Array[];

/** Not more numbers than this are kept: half a gigabyte would be too much for what is saved. */
const MOST_KEPT = 2 ** 24;

export interface Rows {
  /** How many vertices the question has, and how many groups. */
  size: number;
  depth: number;
  /** Among the vertices of the question: a row may end before the last vertex that there is by now. */
  plain: RowsOf;
  /** The rows in which a change has altered something, from end to end. */
  altered: ReadonlyMap<number, readonly Float64Array[]>;
}

/** The rows of a question whose pairs are allowed where `open` is 1; `spare` places more in each are for whoever asks for them. */
export function rowsOf(open: Uint8Array, numbers: readonly Costs[], spare = 0): Rows {
  const size = numbers[0]?.size ?? 0;
  const depth = numbers.length;
  const known = new Map<number, readonly Float64Array[]>();
  const plain = (u: number) => {
    const kept = known.get(u);
    if (kept) return kept;
    const rows = numbers.map(({ row }) => {
      const fresh = new Float64Array(size + spare);
      row(u, fresh);
      return fresh;
    });
    const first = rows[0] as Float64Array;
    for (let v = 0; v < size; v++) if (open[u * size + v] === 0) first[v] = Infinity;
    if (known.size * size * depth < MOST_KEPT) known.set(u, rows);
    return rows;
  };
  return { size, depth, plain, altered: new Map() };
}

export function lookUp({ plain, altered }: Rows): RowsOf {
  return (u) => altered.get(u) ?? plain(u);
}

/** What a pair costs from now on, a number for each group; `undefined` where it is not allowed any more. */
export interface Altered {
  pair: readonly [number, number];
  cost: readonly number[] | undefined;
}

/** The same rows with some pairs altered, among `size` vertices; a vertex that is new has no other pairs. */
export function withAltered(rows: Rows, size: number, all: readonly Altered[]): Rows {
  const altered = new Map(rows.altered);
  const ends = all.flatMap(({ pair: [u, v], cost }) => [
    { u, v, cost },
    { u: v, v: u, cost },
  ]);
  for (const { u } of ends) altered.set(u, wide(altered.get(u) ?? (u < rows.size ? rows.plain(u) : []), rows.depth, size));
  for (const { u, v, cost } of ends) {
    altered.get(u)?.forEach((row, level) => {
      row[v] = cost ? (cost[level] as number) : Infinity;
    });
  }
  return { ...rows, altered };
}

/** A copy that is `size` wide, where nothing is allowed that was not known. */
function wide(rows: readonly Float64Array[], depth: number, size: number): Float64Array[] {
  return Array.from({ length: depth }, (_, level) => {
    const row = new Float64Array(size).fill(Infinity);
    row.set(rows[level] ?? []);
    return row;
  });
}
