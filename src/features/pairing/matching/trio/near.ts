// Goes through the trios that prices do not rule out, without going through all. One person after another is closed: everything with that person
// is looked at, and from then on the person is left out. The two others are found among those who, as cheap as anyone may make it for them, can
// still be with that person; whoever has fewest such people is closed first.
import { isBefore, minus, type Value } from '../order/values.ts';
import type { Trio, TrioCosts } from './costs.ts';
import { leastOfEach, type Ringed, ringedBy, type Sides, sidesOf } from './ringed.ts';
import { boundOf, type Sight } from './sight.ts';

type Rows = readonly Float64Array[];

/** What is known before anyone is closed. */
interface Ground {
  costs: TrioCosts;
  sight: Sight;
  limit: Value;
  /** 1 for whoever is not closed yet. */
  left: Uint8Array;
  ringed: Ringed;
  sides: Sides;
  /** For each person, the least that a pair with anybody adds: what it costs within a trio, and what both add as two of three. */
  least: Rows;
  /** For whoever is being closed: what each other one costs with that person, and adds. */
  alone: Rows;
}

type IsEnough = (trio: Trio, bound: Value) => boolean;

/** Tells of each trio whose bound comes before `limit`, until it is told that these are enough; in no particular order, each once. */
export function eachBelow(costs: TrioCosts, sight: Sight, limit: Value, isEnough: IsEnough): void {
  const { size } = costs.question;
  const ringed = ringedBy(costs, sight);
  const left = new Uint8Array(size).fill(1);
  const ground: Ground = {
    ...{ costs, sight, limit, left, ringed },
    sides: sidesOf(costs, sight),
    least: leastOfEach(size, ringed, sight.own),
    alone: limit.map(() => new Float64Array(size)),
  };
  const others = Array.from({ length: size }, (_, c) => othersFor(ground, c));
  const effort = Float64Array.from(others, ({ firsts, seconds }) => firsts.length * seconds.length);
  const order = Int32Array.from(effort.keys()).sort((one, other) => (effort[one] as number) - (effort[other] as number));
  for (const c of order) {
    ground.left[c] = 0;
    if ((effort[c] as number) > 0 && close(ground, c, { ...(others[c] as Others), isEnough })) return;
  }
}

/** Those who can be with `c` in a trio: as the one of the two others who costs less with `c`, or at all. */
interface Others {
  firsts: Int32Array;
  seconds: Int32Array;
  /** What the two may cost with `c` and add themselves, and come before the limit. */
  room: Value;
}

function othersFor({ costs, sight, limit, least, left: { length: size } }: Ground, c: number): Others {
  const rows = costs.within(c);
  const room = limit.map((each, level) => each - (sight.base[level] as number) - (sight.own[level]?.[c] as number));
  const firsts: number[] = [];
  let lowest: Value | undefined;
  const [toC, first, most] = [rows[0] as Float64Array, least[0] as Float64Array, room[0] as number];
  for (let a = 0; a < size; a++) {
    const cost = toC[a] as number;
    if (2 * cost + (first[a] as number) > most || !isWithin(rows, least, { v: a, times: 2, room })) continue;
    firsts.push(a);
    if (lowest && cost + (first[a] as number) > (lowest[0] as number)) continue;
    const low = room.map((_, level) => (rows[level]?.[a] as number) + (least[level]?.[a] as number));
    if (isBefore(low, lowest)) lowest = low;
  }
  if (!lowest) return { firsts: Int32Array.of(), seconds: Int32Array.of(), room };
  const rest = minus(room, lowest);
  const seconds: number[] = [];
  for (let b = 0; b < size; b++) {
    if ((toC[b] as number) > (rest[0] as number)) continue;
    if (isWithin(rows, undefined, { v: b, times: 1, room: rest })) seconds.push(b);
  }
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

/** Whom a person may be with besides another one, and what the three of them would add. */
interface Seeking {
  a: number;
  /** What the person and the other one leave of the room. */
  room: Value;
  added: Rows;
}

interface Closing extends Others {
  isEnough: IsEnough;
}

function close(ground: Ground, c: number, { firsts: all, seconds: allSeconds, room, isEnough }: Closing): boolean {
  const { costs, sight, limit, sides, ringed, left, alone } = ground;
  const firsts = all.filter((a) => left[a] === 1);
  const seconds = allSeconds.filter((b) => left[b] === 1);
  const isFirst = new Uint8Array(left.length);
  for (const a of firsts) isFirst[a] = 1;
  const [rows, { of }] = [costs.within(c), sides.kinds];
  for (const [level, each] of alone.entries()) {
    const [row, own] = [rows[level] as Float64Array, sight.own[level] as Float64Array];
    for (let v = 0; v < each.length; v++) each[v] = (row[v] as number) + (own[v] as number);
  }
  const first = alone[0] as Float64Array;
  for (const a of firsts) {
    const seeking = {
      a,
      room: room.map((all, level) => all - (alone[level]?.[a] as number)),
      added: sides.added(of[c] as number, of[a] as number),
    };
    const [toA, added, most] = [ringed.kept(a, 0), seeking.added[0] as Float64Array, seeking.room[0] as number];
    for (let at = 0; at < seconds.length; at++) {
      const b = seconds[at] as number;
      const sum = (first[b] as number) + (toA[b] as number) + (added[of[b] as number] as number);
      if (sum > most || (b < a && isFirst[b] === 1) || (sum === most && !isInside(ground, seeking, b))) continue;
      const trio: Trio = [a, b, c];
      const bound = boundOf(costs, sight, trio);
      if (isBefore(bound, limit) && isEnough(trio, bound)) return true;
    }
  }
  return false;
}

/** Whether `b` fits into the room after the first group. */
function isInside({ ringed, sides, alone }: Ground, { a, room, added }: Seeking, b: number): boolean {
  const kind = sides.kinds.of[b] as number;
  for (let level = 1; level < room.length; level++) {
    const sum = (alone[level]?.[b] as number) + (ringed.kept(a, level)[b] as number) + (added[level]?.[kind] as number);
    if (sum !== room[level]) return sum < (room[level] as number);
  }
  return false;
}
