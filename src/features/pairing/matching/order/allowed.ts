// The pairs that are still allowed when some groups of tiers are settled: first nearly all, and from then on only those that are tight. While they
// are many, they are marked in a square; once they are few, they are listed, and whatever comes later costs no more than they do.
import { type Costs, costsOfLists, type Matched, type PairLists, withRowsChanged } from '../costs.ts';
import { addListed, addShared, nestsOf, share } from './nests.ts';

/** Marked: 1 at `u * size + v`. Listed: the others of `u` stand in order from place `first[u]` up to, and without, `first[u + 1]`. */
export type Allowed = { marks: Uint8Array } | { lists: Lists };

type Lists = Pick<PairLists, 'first' | 'ends'>;

/** Pairs are listed when they are no more than this, and no more than half of all. Each counts from either end. */
const MOST_LISTED = 16_000_000;
/** What is added to a pair by its mark: no question is asked that the processor might guess wrongly. */
const BY_MARK = Float64Array.of(Infinity, 0);
/** The pairs that are not allowed are listed where there are so few for each vertex. */
const FEW = 32;

/** The costs of the pairs that are allowed; `Infinity` for the others. */
export function among(allowed: Allowed, costs: Costs): Costs {
  return 'marks' in allowed ? amongMarked(allowed.marks, costs) : amongListed(allowed.lists, costs);
}

function amongMarked(marks: Uint8Array, costs: Costs): Costs {
  const { size } = costs;
  const shut = shutIn(marks, size);
  return withRowsChanged(costs, (u, into, until) => {
    if (shut) closeListed(shut, u, into, until);
    else for (let v = 0, at = u * size; v < until; v++, at++) into[v] = (into[v] as number) + (BY_MARK[marks[at] as number] as number);
  });
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

function amongListed({ first, ends }: Lists, { size, row, lower = row }: Costs): Costs {
  const cost = new Float64Array(ends.length);
  const scratch = new Float64Array(size);
  // Lists are in order: who comes before `u` stands first in its list, and `u` is next in the lists of those.
  const next = first.slice();
  for (let u = 0; u < size; u++) {
    lower(u, scratch);
    let at = first[u] as number;
    for (const last = first[u + 1] as number; at < last && (ends[at] as number) < u; at++) {
      const v = ends[at] as number;
      const units = scratch[v] as number;
      cost[at] = units;
      cost[next[v] as number] = units;
      next[v] = (next[v] as number) + 1;
    }
    next[u] = at;
  }
  return costsOfLists(size, { first, ends, cost });
}

/** The pairs that a best matching may use: those that cost no more than their prices. The lists, and `marks`, are used up for it. */
export function tightIn(costs: Costs, matched: Matched, marks?: Uint8Array): Allowed {
  return costs.lists ? { lists: tightListed(costs.size, costs.lists, matched) } : tightInRows(costs, matched, marks);
}

function tightListed(size: number, { first, ends, cost }: PairLists, { y, blossoms }: Matched): Lists {
  const nests = nestsOf(size, blossoms, ({ z }) => z);
  const begins = new Int32Array(size + 1);
  let count = 0;
  for (let u = 0; u < size; u++) {
    const from = first[u] as number;
    const to = first[u + 1] as number;
    if (share(nests, u)) addListed(nests, ends.subarray(from, to), cost.subarray(from, to));
    for (let at = from; at < to; at++) {
      const v = ends[at] as number;
      if ((cost[at] as number) <= (y[u] as number) + (y[v] as number)) ends[count++] = v;
    }
    begins[u + 1] = count;
  }
  return { first: begins, ends: ends.subarray(0, count) };
}

/** Lists them, or marks them as soon as they are too many. Each row is read before its marks are written. */
function tightInRows({ size, row: read }: Costs, { y, blossoms }: Matched, room?: Uint8Array): Allowed {
  const nests = nestsOf(size, blossoms, ({ z }) => z);
  const most = Math.min(MOST_LISTED, size ** 2 / 2);
  const lists = { first: new Int32Array(size + 1), ends: new Int32Array(most + size) };
  const row = new Float64Array(size);
  let marks: Uint8Array | undefined;
  for (let u = 0; u < size; u++) {
    read(u, row);
    addShared(nests, u, row, size);
    row[u] = Infinity;
    const own = y[u] as number;
    if (marks) mark(row, y, own, marks.subarray(u * size, (u + 1) * size));
    else if (list(row, y, own, { lists, u }) > most) marks = marked(room ?? new Uint8Array(size * size), lists, u);
  }
  return marks ? { marks } : { lists: { first: lists.first, ends: lists.ends.subarray(0, lists.first[size]) } };
}

function list(row: Float64Array, y: Float64Array, own: number, { lists: { first, ends }, u }: { lists: Lists; u: number }): number {
  let count = first[u] as number;
  for (let v = 0; v < row.length; v++) {
    ends[count] = v;
    count += (row[v] as number) <= own + (y[v] as number) ? 1 : 0;
  }
  first[u + 1] = count;
  return count;
}

function mark(row: Float64Array, y: Float64Array, own: number, marks: Uint8Array): void {
  for (let v = 0; v < row.length; v++) marks[v] = (row[v] as number) <= own + (y[v] as number) ? 1 : 0;
}

/** Marks the pairs of the vertices up to `last`. */
function marked(marks: Uint8Array, { first, ends }: Lists, last: number): Uint8Array {
  const size = first.length - 1;
  marks.fill(0, 0, (last + 1) * size);
  for (let u = 0; u <= last; u++) {
    for (let at = first[u] as number; at < (first[u + 1] as number); at++) marks[u * size + (ends[at] as number)] = 1;
  }
  return marks;
}
