// What it costs at least to lead all open people to each other: the walks between them, put together in the way that costs least.

import { isBefore, plus, type Value, valueAt } from '../order/values.ts';
import { type Walks, walksTo } from './walks.ts';

/** No limit is as large as this. */
const LIMITS = 2 ** 20;

/** What it costs at least to give everyone open a partner; `undefined` where that cannot be. The last may be someone on the way. */
export function leastFor(walks: Walks, open: readonly number[], left: number): Value | undefined {
  let bits = 0;
  for (const v of open) if (walks.ends.includes(v)) bits |= 1 << walks.ends.indexOf(v);
  const last = open.at(-1);
  return last === undefined || walks.ends.includes(last) ? among(walks, bits, left) : leading(walks, last, bits, left);
}

/** What it costs at least to lead the ends to each other, so many of them left out: those for whom that is best. */
export function leastWithout(walks: Walks, out: number, left: number): Value | undefined {
  const leaving = (bits: number, from: number, count: number): Value | undefined => {
    if (count === 0) return among(walks, bits, left);
    let least: Value | undefined;
    for (let bit = from; bit < walks.ends.length; bit++) {
      const rest = leaving(bits & ~(1 << bit), bit + 1, count - 1);
      if (rest && isBefore(rest, least)) least = rest;
    }
    return least;
  };
  return leaving((1 << walks.ends.length) - 1, 0, out);
}

/** Leads the ends in `bits` to each other. */
function among(walks: Walks, bits: number, left: number): Value | undefined {
  if (bits === 0) return new Array<number>(walks.ground.levels).fill(0);
  const key = bits * LIMITS + left;
  if (walks.among.has(key)) return walks.among.get(key);
  const first = 31 - Math.clz32(bits);
  const least = leading(walks, walks.ends[first] as number, bits & ~(1 << first), left);
  walks.among.set(key, least);
  return least;
}

/** Leads `from` to one of the ends in `bits`, and the others to each other. */
function leading(walks: Walks, from: number, bits: number, left: number): Value | undefined {
  const { levels } = walks.ground;
  let least: Value | undefined;
  for (const { walk, rest } of goalsOf(walks, bits, left)) {
    if (walk[from * levels] === Infinity) continue;
    const sum = plus(valueAt(walk, from, levels), rest);
    if (isBefore(sum, least)) least = sum;
  }
  return least;
}

/** One way to go on: walks to an end, by vertex, and what the other ends cost at least then. */
export interface Goal {
  walk: Float64Array;
  rest: Value;
}

/** The ways to lead somebody to one of the ends in `bits` with so many pairs left. */
function goalsOf(walks: Walks, bits: number, left: number): Goal[] {
  const goals: Goal[] = [];
  for (let bit = 0; bit < walks.ends.length; bit++) {
    if ((bits & (1 << bit)) === 0) continue;
    const others = bits & ~(1 << bit);
    for (let pairs = others === 0 ? left : 0; pairs <= left; pairs++) {
      const rest = among(walks, others, left - pairs);
      if (rest) goals.push({ walk: walksTo(walks, bit, pairs), rest });
    }
  }
  return goals;
}

/** The same for some who are all ends. */
export function goalsAmong(walks: Walks, open: readonly number[], left: number): Goal[] {
  return goalsOf(
    walks,
    open.reduce((bits, v) => bits | (1 << walks.ends.indexOf(v)), 0),
    left,
  );
}

/** What is left to spend on the way from somebody: what was there before, less what coming to them added, and their share. */
export interface Room {
  before: Value | undefined;
  add: Value;
  share: Value;
}

/** Whether one of these ways stays below `room`, from `v` on; any way there is, where that is not given. */
export function leadsBelow(goals: readonly Goal[], v: number, { before, add, share }: Room): boolean {
  const levels = share.length;
  for (const { walk, rest } of goals) {
    const from = v * levels;
    if (!before && walk[from] !== Infinity) return true;
    for (let level = 0; before && level < levels; level++) {
      const sum = (walk[from + level] as number) + (rest[level] as number) + (add[level] as number) - (share[level] as number);
      if (sum < (before[level] as number)) return true;
      if (sum !== before[level]) break;
    }
  }
  return false;
}
