// Proves a matching from its prices and blossoms alone, or says what is wrong, without a line of the code that found it. Whatever the matching: a
// pair costs at least its two prices less the z around both, and a blossom holds at most half of its vertices, rounded down, as pairs. A matching
// that reaches both bounds everywhere costs the least there is. Linear in the pairs.
import type { Blossom, Costs, Matched } from '../../../src/features/pairing/matching/costs.ts';

/** Above this a sum of a few halves might be rounded. */
const EXACT = 2 ** 50;

/** What is wrong with the proof that `matched` is a perfect matching of least cost; nothing where it holds. */
export function proves(costs: Costs, matched: Matched): string | undefined {
  const { mate, y, blossoms } = matched;
  const { size } = costs;
  if (mate.length !== size || y.length !== size) return 'a partner or a price is missing';
  if (mate.some((v, u) => v === u || mate[v] !== u)) return 'someone is not their partner’s partner';
  const nest = nestOf(size, blossoms);
  return nest
    ? (blossomFault(mate, blossoms) ?? sizeFault(y, nest) ?? pairFault(costs, matched, nest))
    : 'blossoms cross, or name no vertices';
}

/** How blossoms lie in each other. */
interface Nest {
  /** The innermost blossom around each vertex, and the blossom around each blossom: by their place in the list, or −1. */
  innermost: Int32Array;
  above: Int32Array;
  /** The z of a blossom and of all around it. */
  sum: Float64Array;
  /** The places of its vertices in a line in which those of each blossom lie together: from `start` up to, and without, `stop`. */
  start: Int32Array;
  stop: Int32Array;
  place: Int32Array;
}

/** Reads blossoms that stand innermost first; nothing where they are not nested. */
function nestOf(size: number, blossoms: readonly Blossom[]): Nest | undefined {
  const innermost = new Int32Array(size).fill(-1);
  const outermost = new Int32Array(size).fill(-1);
  const above = new Int32Array(blossoms.length).fill(-1);
  const held = new Int32Array(blossoms.length);
  for (const [b, { members }] of blossoms.entries()) {
    for (const v of members) {
      const inner = outermost[v];
      if (inner === undefined || inner === b) return undefined;
      outermost[v] = b;
      if (inner < 0) innermost[v] = b;
      else {
        if ((above[inner] as number) >= 0 && above[inner] !== b) return undefined;
        above[inner] = b;
        held[inner] = (held[inner] as number) + 1;
      }
    }
  }
  if (blossoms.some(({ members }, b) => (above[b] as number) >= 0 && held[b] !== members.length)) return undefined;
  return { innermost, above, ...linedUp(innermost, above, blossoms) };
}

function linedUp(innermost: Int32Array, above: Int32Array, blossoms: readonly Blossom[]): Pick<Nest, 'sum' | 'start' | 'stop' | 'place'> {
  const sum = new Float64Array(blossoms.length);
  const start = new Int32Array(blossoms.length);
  const next = new Int32Array(blossoms.length);
  let end = 0;
  for (let b = blossoms.length - 1; b >= 0; b--) {
    const { members, z } = blossoms[b] as Blossom;
    const outer = above[b] as number;
    sum[b] = z + (outer < 0 ? 0 : (sum[outer] as number));
    start[b] = outer < 0 ? end : (next[outer] as number);
    next[b] = start[b] as number;
    if (outer < 0) end += members.length;
    else next[outer] = (next[outer] as number) + members.length;
  }
  const place = innermost.map((b) => {
    if (b < 0) return end++;
    next[b] = (next[b] as number) + 1;
    return (next[b] as number) - 1;
  });
  return { sum, start, stop: start.map((from, b) => from + (blossoms[b] as Blossom).members.length), place };
}

/** Each blossom is odd, its z counts, and all but one of it are matched inside it. */
function blossomFault(mate: Int32Array, blossoms: readonly Blossom[]): string | undefined {
  const mark = new Int32Array(mate.length).fill(-1);
  for (const [b, { members, z }] of blossoms.entries()) {
    for (const v of members) mark[v] = b;
    const outward = members.reduce((sum, v) => sum + (mark[mate[v] as number] === b ? 0 : 1), 0);
    if (members.length % 2 === 0 || outward !== 1) return `blossom ${b} is not full`;
    if (!(z >= 0 && Number.isInteger(z))) return `blossom ${b} has no z`;
  }
  return undefined;
}

/** All numbers are halves, and small enough that sums of them are exact. */
function sizeFault(y: Float64Array, { innermost, sum }: Nest): string | undefined {
  const at = y.findIndex((price, v) => {
    const around = innermost[v] as number;
    return !Number.isInteger(2 * price) || Math.abs(price) + (around < 0 ? 0 : (sum[around] as number)) > EXACT;
  });
  return at < 0 ? undefined : `the price of ${at} is not exact`;
}

/** No pair costs less than its prices, and those that are matched cost no more. */
function pairFault({ size, row: read, lower = read, lists }: Costs, { mate, y }: Matched, nest: Nest): string | undefined {
  const row = lists?.cost ?? new Float64Array(size);
  const ends = lists?.ends ?? Int32Array.from({ length: size }, (_, v) => v);
  const tight = new Uint8Array(size);
  for (let u = 0; u < size; u++) {
    const around = blossomsAround(nest, u);
    if (!lists) lower(u, row);
    const until = lists ? (lists.first[u + 1] as number) : u;
    for (let at = lists ? (lists.first[u] as number) : 0; at < until; at++) {
      const v = ends[at] as number;
      const gap = (row[at] as number) - (y[u] as number) - (y[v] as number);
      if (v > u || (gap >= 0 && mate[u] !== v)) continue;
      const left = gap + sharedBy(nest, around, v);
      if (!(left >= 0)) return `${u} and ${v} cost less than their prices`;
      if (left === 0 && mate[u] === v) tight[u] = 1;
    }
  }
  const at = mate.findIndex((v, u) => v < u && tight[u] === 0);
  return at < 0 ? undefined : `${at} and ${mate[at]} cost more than their prices, or are not allowed`;
}

/** The blossoms around a vertex, innermost first. */
function blossomsAround({ innermost, above }: Nest, v: number): number[] {
  const around: number[] = [];
  for (let b = innermost[v] as number; b >= 0; b = above[b] as number) around.push(b);
  return around;
}

/** The z of those of the blossoms that hold `v`: found by halving, for there may be thousands. */
function sharedBy({ sum, start, stop, place }: Nest, around: readonly number[], v: number): number {
  const at = place[v] as number;
  let low = 0;
  let high = around.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const b = around[middle] as number;
    if (at >= (start[b] as number) && at < (stop[b] as number)) high = middle;
    else low = middle + 1;
  }
  return low < around.length ? (sum[around[low] as number] as number) : 0;
}
