// The pairs that are still allowed when some groups of tiers are settled: first nearly all, and from then on only those that are tight. While they
// are many, they are marked in a square; once they are few, they are listed, and whatever comes later costs no more than they do.
import type { Costs, Matched, PairLists } from './costs.ts';
import { addShared, nestsOf, shared } from './nests.ts';

/** Marked: 1 at `u * size + v`. Listed: the others of `u` stand from place `first[u]` up to, and without, `first[u + 1]`. */
export type Allowed = { marks: Uint8Array } | { lists: Lists };

type Lists = Pick<PairLists, 'first' | 'ends'>;

/** Pairs are listed when they are no more than this, and no more than a third of all. Each counts from either end. */
const MOST_LISTED = 6_000_000;
/** The pairs that are not allowed are listed where there are so few for each vertex. */
const FEW = 32;

/** The costs of the pairs that are allowed; `Infinity` for the others. */
export function among(allowed: Allowed, costs: Costs): Costs {
  return 'marks' in allowed ? amongMarked(allowed.marks, costs) : amongListed(allowed.lists, costs);
}

function amongMarked(marks: Uint8Array, { size, row, lower }: Costs): Costs {
  const shut = shutIn(marks, size);
  const close = (u: number, into: Float64Array, until: number) => {
    if (shut) closeListed(shut, u, into, until);
    else for (let v = 0, at = u * size; v < until; v++, at++) if (marks[at] === 0) into[v] = Infinity;
  };
  const all = (u: number, into: Float64Array) => {
    row(u, into);
    close(u, into, size);
  };
  if (!lower) return { size, row: all };
  return {
    size,
    row: all,
    lower: (u, into) => {
      lower(u, into);
      close(u, into, u);
    },
  };
}

function closeListed({ first, ends }: Lists, u: number, into: Float64Array, until: number): void {
  const last = first[u + 1] as number;
  for (let at = first[u] as number; at < last && (ends[at] as number) < until; at++) into[ends[at] as number] = Infinity;
}

/** The pairs that are not allowed, if they are few. */
function shutIn(marks: Uint8Array, size: number): Lists | undefined {
  const first = new Int32Array(size + 1);
  const ends: number[] = [];
  for (let u = 0, at = marks.indexOf(0); u < size; u++) {
    for (; at >= 0 && at < (u + 1) * size; at = marks.indexOf(0, at + 1)) ends.push(at - u * size);
    if (ends.length > FEW * size) return undefined;
    first[u + 1] = ends.length;
  }
  return { first, ends: Int32Array.from(ends) };
}

function amongListed({ first, ends }: Lists, { size, row }: Costs): Costs {
  const cost = new Float64Array(ends.length);
  const scratch = new Float64Array(size);
  for (let u = 0; u < size; u++) {
    row(u, scratch);
    for (let at = first[u] as number; at < (first[u + 1] as number); at++) cost[at] = scratch[ends[at] as number] as number;
  }
  const listed = (u: number, into: Float64Array) => {
    into.fill(Infinity);
    for (let at = first[u] as number; at < (first[u + 1] as number); at++) into[ends[at] as number] = cost[at] as number;
  };
  return { size, row: listed, lists: { first, ends, cost } };
}

/** The pairs that a best matching may use: those that cost no more than their prices. */
export function tightIn(costs: Costs, matched: Matched): Allowed {
  const { size, lists } = costs;
  if (lists) return { lists: tightListed(size, lists, matched) };
  const isTight = tightRows(costs, matched);
  const few = listed(size, isTight);
  return few ? { lists: few } : { marks: marked(size, isTight) };
}

function tightListed(size: number, { first, ends, cost }: PairLists, { y, blossoms }: Matched): Lists {
  const nests = nestsOf(size, blossoms, ({ z }) => z);
  const left = new Int32Array(ends.length);
  const begins = new Int32Array(size + 1);
  let count = 0;
  for (let u = 0; u < size; u++) {
    for (let at = first[u] as number; at < (first[u + 1] as number); at++) {
      const v = ends[at] as number;
      if ((cost[at] as number) + shared(nests, u, v) <= (y[u] as number) + (y[v] as number)) left[count++] = v;
    }
    begins[u + 1] = count;
  }
  return { first: begins, ends: left.slice(0, count) };
}

/** Reads, for each vertex, whom it is tight with: their slack is not above nothing. */
function tightRows({ size, row: read }: Costs, { y, blossoms }: Matched): (u: number, row: Float64Array) => void {
  const nests = nestsOf(size, blossoms, ({ z }) => z);
  return (u, row) => {
    read(u, row);
    addShared(nests, u, row, size);
    const own = y[u] as number;
    for (let v = 0; v < size; v++) row[v] = (row[v] as number) - (y[v] as number) - own;
    row[u] = Infinity;
  };
}

function listed(size: number, slacks: (u: number, row: Float64Array) => void): Lists | undefined {
  const row = new Float64Array(size);
  const most = Math.min(MOST_LISTED, Math.floor(size ** 2 / 3));
  const ends = new Int32Array(most + size);
  const first = new Int32Array(size + 1);
  let count = 0;
  for (let u = 0; u < size; u++) {
    slacks(u, row);
    for (let v = 0; v < size; v++) if ((row[v] as number) <= 0) ends[count++] = v;
    if (count > most) return undefined;
    first[u + 1] = count;
  }
  return { first, ends: ends.slice(0, count) };
}

function marked(size: number, slacks: (u: number, row: Float64Array) => void): Uint8Array {
  const row = new Float64Array(size);
  const marks = new Uint8Array(size * size);
  for (let u = 0, at = 0; u < size; u++) {
    slacks(u, row);
    for (let v = 0; v < size; v++, at++) marks[at] = (row[v] as number) <= 0 ? 1 : 0;
  }
  return marks;
}
