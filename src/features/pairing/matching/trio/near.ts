// Goes through the trios that prices do not rule out, without going through all. One person after another is closed: everything with that person
// is looked at, and from then on the person is left out. The two others are found among those who, as cheap as anyone may make it for them, can
// still be with that person; whoever has fewest such people is closed first.
import type { RowsOf } from '../again/rows.ts';
import { isBefore, minus, type Value } from '../order/values.ts';
import type { Trio, TrioCosts } from './costs.ts';
import { boundOf, type Ring, type Sight } from './sight.ts';

type Rows = readonly Float64Array[];

/** What is known before anyone is closed. */
interface Ground {
  costs: TrioCosts;
  sight: Sight;
  limit: Value;
  /** 1 for whoever is not closed yet. */
  left: Uint8Array;
  /** What pairs of a vertex cost within a trio, with the z of odd rings that hold both. */
  ringed: RowsOf;
  /** For each person, the least that a pair with anybody adds: what it costs within a trio, and what both add as two of three. */
  least: Rows;
}

/** Tells of each trio whose bound comes before `limit`; in no particular order, each once. */
export function eachBelow(costs: TrioCosts, sight: Sight, limit: Value, each: (trio: Trio, bound: Value) => void): void {
  const { size } = costs.question;
  const ringed = ringedRows(costs, sight);
  const ground: Ground = { costs, sight, limit, left: new Uint8Array(size).fill(1), ringed, least: leastOfEach(size, ringed, sight.own) };
  const effort = Float64Array.from({ length: size }, (_, c) => {
    const { firsts, seconds } = othersFor(ground, c);
    return firsts.length * seconds.length;
  });
  const order = Int32Array.from(effort.keys()).sort((one, other) => (effort[one] as number) - (effort[other] as number));
  for (const c of order) {
    ground.left[c] = 0;
    if ((effort[c] as number) > 0) close(ground, c, each);
  }
}

/** Where rings have to be counted in, rows are written to the same place each time. */
function ringedRows({ within }: TrioCosts, { own, around }: Sight): RowsOf {
  const room = own.map(({ length }) => new Float64Array(length));
  return (a) => {
    const rings = (around[a] as readonly Ring[]).filter(({ members }) => members.length % 2 === 1);
    if (rings.length === 0) return within(a);
    for (const [level, row] of within(a).entries()) {
      const into = room[level] as Float64Array;
      into.set(row);
      for (const { members, z } of rings) for (const b of members) into[b] = (into[b] as number) + (z[level] as number);
    }
    return room;
  };
}

function leastOfEach(size: number, ringed: RowsOf, own: Rows): Rows {
  const least = own.map(() => new Float64Array(size));
  for (let a = 0; a < size; a++) {
    const rows = ringed(a);
    let best = -1;
    for (let b = 0; b < size; b++) {
      if (best >= 0 && !comesFirst(rows, own, b, best)) continue;
      if (rows[0]?.[b] !== Infinity) best = b;
    }
    for (const [level, each] of own.entries()) {
      (least[level] as Float64Array)[a] =
        best < 0 ? Infinity : (rows[level]?.[best] as number) + (each[best] as number) + (each[a] as number);
    }
  }
  return least;
}

function comesFirst(rows: Rows, own: Rows, b: number, best: number): boolean {
  for (let level = 0; level < rows.length; level++) {
    const [row, each] = [rows[level], own[level]] as [Float64Array, Float64Array];
    const here = (row[b] as number) + (each[b] as number);
    const there = (row[best] as number) + (each[best] as number);
    if (here !== there) return here < there;
  }
  return false;
}

/** Those who can be with `c` in a trio: as the one of the two others who costs less with `c`, or at all. */
interface Others {
  firsts: Int32Array;
  seconds: Int32Array;
  /** What the two may cost with `c` and add themselves, and come before the limit. */
  room: Value;
}

function othersFor({ costs, sight, limit, left, least }: Ground, c: number): Others {
  const rows = costs.within(c);
  const room = limit.map((each, level) => each - (sight.base[level] as number) - (sight.own[level]?.[c] as number));
  const firsts: number[] = [];
  let lowest: Value | undefined;
  for (let a = 0; a < left.length; a++) {
    if (left[a] === 0 || !isWithin(rows, least, { v: a, times: 2, room })) continue;
    firsts.push(a);
    const low = room.map((_, level) => (rows[level]?.[a] as number) + (least[level]?.[a] as number));
    if (isBefore(low, lowest)) lowest = low;
  }
  if (!lowest) return { firsts: Int32Array.of(), seconds: Int32Array.of(), room };
  const rest = minus(room, lowest);
  const seconds: number[] = [];
  for (let b = 0; b < left.length; b++) if (left[b] === 1 && isWithin(rows, undefined, { v: b, times: 1, room: rest })) seconds.push(b);
  return { firsts: Int32Array.from(firsts), seconds: Int32Array.from(seconds), room };
}

/** Whether what stands in `rows` at `v`, so many times, and in `more` come before `room` together. */
function isWithin(rows: Rows, more: Rows | undefined, { v, times, room }: { v: number; times: number; room: Value }): boolean {
  for (let level = 0; level < rows.length; level++) {
    const sum = times * (rows[level]?.[v] as number) + (more ? (more[level]?.[v] as number) : 0);
    if (sum !== room[level]) return sum < (room[level] as number);
  }
  return false;
}

function close(ground: Ground, c: number, each: (trio: Trio, bound: Value) => void): void {
  const { costs, sight, limit, left, ringed } = ground;
  const { firsts, seconds, room } = othersFor(ground, c);
  const isFirst = new Uint8Array(left.length);
  for (const a of firsts) isFirst[a] = 1;
  const [rows, own] = [costs.within(c), sight.own];
  const [toC, add, most] = [rows[0] as Float64Array, own[0] as Float64Array, room[0] as number];
  for (const a of firsts) {
    const ofA = ringed(a);
    const toA = ofA[0] as Float64Array;
    const begun = (toC[a] as number) + (add[a] as number);
    for (const b of seconds) {
      if (begun + (toC[b] as number) + (add[b] as number) + (toA[b] as number) > most || (b < a && isFirst[b] === 1)) continue;
      if (!isInside([rows, ofA, own], a, b, room)) continue;
      const trio: Trio = [a, b, c];
      const bound = boundOf(costs, sight, trio);
      if (isBefore(bound, limit)) each(trio, bound);
    }
  }
}

/** Whether two people with the third come before `room`, rings not counted: these only add to it. */
function isInside([rows, ofA, own]: readonly [Rows, Rows, Rows], a: number, b: number, room: Value): boolean {
  for (let level = 0; level < room.length; level++) {
    const [row, each] = [rows[level], own[level]] as [Float64Array, Float64Array];
    const sum = (row[a] as number) + (row[b] as number) + (ofA[level]?.[b] as number) + (each[a] as number) + (each[b] as number);
    if (sum !== room[level]) return sum < (room[level] as number);
  }
  return false;
}
