// What rings add to trios, worked out for two people or for three kinds of people at once, so that nobody need ask it of every trio.
import { type Kinds, kindsOf } from '../order/kinds.ts';
import { inTurn } from '../order/values.ts';
import type { TrioCosts } from './costs.ts';
import type { Ring, Sight } from './sight.ts';

type Rows = readonly Float64Array[];

/** What pairs of a vertex cost within a trio, in one group, with the z of odd rings that hold both. */
export interface Ringed {
  /** Written to `into`, if there are such rings. */
  written: (a: number, level: number, into: Float64Array) => Float64Array;
  /** Kept for the next time. */
  kept: (a: number, level: number) => Float64Array;
  /** For one pair. */
  one: (a: number, b: number, level: number) => number;
}

/** Not more numbers than this are kept. */
const MOST_KEPT = 2 ** 22;

export function ringedBy({ within, depth, question: { size } }: TrioCosts, { around }: Sight): Ringed {
  const written = (a: number, level: number, into: Float64Array) => {
    const row = within(a)[level] as Float64Array;
    const rings = (around[a] as readonly Ring[]).filter(({ members, z }) => members.length % 2 === 1 && z[level] !== 0);
    if (rings.length === 0) return row;
    into.set(row);
    for (const { members, z } of rings) {
      const lost = z[level] as number;
      for (let at = 0; at < members.length; at++) into[members[at] as number] = (into[members[at] as number] as number) + lost;
    }
    return into;
  };
  const known: (Float64Array | undefined)[][] = Array.from({ length: depth }, () => []);
  let room = Math.floor(MOST_KEPT / size);
  const kept = (a: number, level: number) => {
    const before = known[level]?.[a];
    if (before) return before;
    const row = written(a, level, new Float64Array(size));
    if (room-- > 0) (known[level] as Float64Array[])[a] = row;
    return row;
  };
  const one = (a: number, b: number, level: number) => {
    let sum = within(a)[level]?.[b] as number;
    for (const { members, holds, z } of around[a] as readonly Ring[])
      if (members.length % 2 === 1 && holds[b] === 1) sum += z[level] as number;
    return sum;
  };
  return { written, kept, one };
}

/** So few are looked at one by one. */
const FEW = 16;

/**
 * For each person, the least that a pair with anybody adds: what it costs within a trio, and what both add as two of three. Group by group, only
 * those are looked at further who are least in the groups before.
 */
export function leastOfEach(size: number, { written, one }: Ringed, own: Rows): Rows {
  const least = own.map(() => new Float64Array(size));
  const room = new Float64Array(size);
  const all = Int32Array.from(room.keys());
  const equals = new Int32Array(size);
  for (let a = 0; a < size; a++) {
    let count = size;
    equals.set(all);
    for (const [level, each] of own.entries()) {
      const row = count > FEW ? written(a, level, room) : undefined;
      let lowest = Infinity;
      for (let at = 0, before = count; at < before; at++) {
        const b = equals[at] as number;
        const sum = (row ? (row[b] as number) : one(a, b, level)) + (each[b] as number);
        if (sum > lowest || sum === Infinity) continue;
        if (sum < lowest) count = 0;
        lowest = sum;
        equals[count++] = b;
      }
      (least[level] as Float64Array)[a] = lowest + (each[a] as number);
      if (lowest === Infinity) break;
    }
  }
  return least;
}

/** Sorts people by the rings that would be even without a trio: of these, a trio should have an even number. */
export interface Sides {
  kinds: Kinds;
  /** What it adds that one or three are in such a ring, beyond half its z for each of them: for two of such kinds, and each third kind. */
  added: (one: number, other: number) => Rows;
}

/** So many rings at most are looked at, those of the greatest z: each kind with each makes a row. */
const MOST_RINGS = 24;

export function sidesOf({ depth, question: { size } }: TrioCosts, { rings }: Sight): Sides {
  const even = rings.filter(({ members }) => members.length % 2 === 0);
  const first = even.toSorted((one, other) => inTurn(other.z, one.z)).slice(0, MOST_RINGS);
  const kinds = kindsOf(Array.from({ length: size }, (_, v) => first.map(({ holds }) => holds[v]).join('')));
  const holds = first.map(({ holds: is }) => {
    const of = new Uint8Array(kinds.count);
    for (let v = 0; v < size; v++) of[kinds.of[v] as number] = is[v] as number;
    return of;
  });
  const known = new Map<number, readonly Float64Array[]>();
  const added = (one: number, other: number) => {
    const before = known.get(one * kinds.count + other);
    if (before) return before;
    const isOdd = (at: number, third: number) => ((holds[at]?.[one] as number) + (holds[at]?.[other] as number) + third) % 2 === 1;
    const rows = Array.from({ length: depth }, (_, level) =>
      Float64Array.from({ length: kinds.count }, (__, kind) =>
        first.reduce((sum, { z }, at) => (isOdd(at, holds[at]?.[kind] as number) ? sum + (z[level] as number) / 2 : sum), 0),
      ),
    );
    known.set(one * kinds.count + other, rows);
    return rows;
  };
  return { kinds, added };
}
