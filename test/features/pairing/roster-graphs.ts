// Rosters as one weight for each pair, of every kind that has been hard for such engines (and shapes that no roster has): one whole number holds
// the function, then repeats, then how well two fit. Two bytes a pair, so that ten thousand people fit into memory.
import type { Costs } from '../../../src/features/pairing/matching/costs.ts';
import { diceFrom } from './small-problems.ts';

/** Kinds of rosters; `forbid` shuts a quarter of all pairs. */
export const CLASSES = ['std', 'dom', 'two', 'hist', 'coarse', 'flat', 'forbid'] as const;
export type Class = (typeof CLASSES)[number];

/** Shapes without functions or history. */
export const SHAPES = ['threes', 'products', 'uniform', 'plane'] as const;
export type Shape = (typeof SHAPES)[number];

/** A graph whose costs can be read whole rows at a time, half rows, or pair by pair. */
export interface RosterGraph extends Required<Pick<Costs, 'size' | 'row' | 'lower'>> {
  /** `Infinity` where the pair is forbidden. */
  cost: (u: number, v: number) => number;
}

export function graphOf(kind: Class | Shape, size: number, seed: number): RosterGraph {
  return (CLASSES as readonly string[]).includes(kind) ? rosterGraph(kind as Class, size, seed) : shapeGraph(kind as Shape, size, seed);
}

/** How well two fit, at most. */
const FIT = 1000;
/** A pair in two bytes: how far they are from fitting, how much of a repeat they are, whether they share a function. */
const REPEATS = 8;
const SHUT = 2 ** 16 - 1;

/**
 * The multiplier of a repeat, and of a shared function, is one more than all that lower aims come to. That is the staged multiplier of a roster
 * whose best plan has no repeat, as those of a hundred people and more do; for a small one it is a weight like any other.
 */
function rosterGraph(kind: Class, size: number, seed: number): RosterGraph {
  const unit = Math.ceil(size / 2) * FIT + 1;
  const worth = Float64Array.from({ length: SHUT + 1 }, (_, code) => {
    const [fit, units] = [code % (FIT + 1), Math.floor(code / (FIT + 1))];
    return (units >= REPEATS ? unit : 0) + (units % REPEATS) * unit + fit;
  });
  worth[SHUT] = Number.POSITIVE_INFINITY;
  const codes = codesOf(kind, size, seed);
  const read = (u: number, until: number, into: Float64Array) => {
    for (let v = 0, at = u * size; v < until; v++, at++) into[v] = worth[codes[at] as number] as number;
  };
  return {
    size,
    cost: (u, v) => worth[codes[u * size + v] as number] as number,
    row: (u, into) => read(u, size, into),
    lower: (u, into) => read(u, u, into),
  };
}

/** Rounds that are remembered, and how many functions people come from. */
const PAST: Record<Class, number> = { std: 4, dom: 4, two: 4, hist: 12, coarse: 4, flat: 0, forbid: 4 };

function codesOf(kind: Class, size: number, seed: number): Uint16Array {
  const codes = new Uint16Array(size * size);
  if (kind === 'flat') return codes;
  const dice = diceFrom(seed);
  const people = peopleOf(kind, size, dice);
  const forbidden = kind === 'forbid' ? 0.26 * 2 ** 32 : 0;
  const BLOCK = 64;
  for (let top = 0; top < size; top += BLOCK) {
    for (let left = 0; left <= top; left += BLOCK) {
      for (let u = top; u < Math.min(top + BLOCK, size); u++) {
        for (let v = left; v < Math.min(left + BLOCK, u); v++) {
          const chance = stir(Math.imul(u + 1, 0x9e3779b1) ^ Math.imul(v + 1, 0x85ebca6b) ^ seed);
          const code = chance < forbidden ? SHUT : codeOf(people, u, v, chance);
          codes[u * size + v] = code;
          codes[v * size + u] = code;
        }
      }
    }
  }
  writePast(codes, { size, rounds: PAST[kind], dice });
  return codes;
}

interface People {
  functions: Uint8Array;
  levels: Uint8Array;
  hours: Uint8Array;
  /** Topics as bits: what they would like to work on, and what they can help with. */
  wants: Int32Array;
  offers: Int32Array;
  coarse: boolean;
}

function peopleOf(kind: Class, size: number, dice: () => number): People {
  const below = (count: number) => Uint8Array.from({ length: size }, () => Math.floor(dice() * count));
  const topics = () => Int32Array.from({ length: size }, () => Math.floor(dice() * 4096) & Math.floor(dice() * 4096));
  return {
    functions: Uint8Array.from({ length: size }, () => functionBy(kind, dice())),
    levels: below(4),
    hours: below(6),
    wants: topics(),
    offers: topics(),
    coarse: kind === 'coarse',
  };
}

/** Nine functions, some large and some small; or one with more than half of all; or few. */
function functionBy(kind: Class, chance: number): number {
  if (kind === 'two') return chance < 0.5 ? 0 : 1;
  if (kind === 'hist') return Math.floor(chance * 4);
  if (kind === 'dom') return chance < 0.6 ? 0 : 1 + Math.floor(((chance - 0.6) / 0.4) * 6);
  return Math.floor(9 * chance ** 1.5);
}

/** The level counts most, then topics and hours, then what cannot be put into rules. */
function codeOf({ functions, levels, hours, wants, offers, coarse }: People, u: number, v: number, chance: number): number {
  const helped = bits((wants[u] as number) & (offers[v] as number)) + bits((wants[v] as number) & (offers[u] as number));
  const level = 250 - 80 * Math.abs((levels[u] as number) - (levels[v] as number));
  const fit = level + Math.min(helped, 6) * 60 + 140 - 28 * Math.abs((hours[u] as number) - (hours[v] as number)) + (chance % 251);
  const far = FIT - Math.max(0, Math.min(FIT, fit));
  return (coarse ? Math.floor(far / 250) * 250 : far) + (functions[u] === functions[v] ? REPEATS * (FIT + 1) : 0);
}

function bits(of: number): number {
  let count = 0;
  for (let left = of; left !== 0; left &= left - 1) count++;
  return count;
}

/** Rounds at random: the later, the more of a repeat. */
function writePast(codes: Uint16Array, { size, rounds, dice }: { size: number; rounds: number; dice: () => number }): void {
  for (let round = 0; round < rounds; round++) {
    const order = shuffled(size, dice);
    for (let at = 0; at + 1 < size; at += 2) {
      for (const place of [placeOf(order, at, size), placeOf(order, at ^ 1, size)]) {
        const code = codes[place] as number;
        const units = Math.floor(code / (FIT + 1)) % REPEATS;
        if (code !== SHUT) codes[place] = code + (Math.max(units, Math.min(REPEATS - 1, 1 + round)) - units) * (FIT + 1);
      }
    }
  }
}

function placeOf(order: Int32Array, at: number, size: number): number {
  return (order[at] as number) * size + (order[at ^ 1] as number);
}

function shuffled(size: number, dice: () => number): Int32Array {
  const order = Int32Array.from({ length: size }, (_, v) => v);
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(dice() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
  return order;
}

function shapeGraph(kind: Shape, size: number, seed: number): RosterGraph {
  const dice = diceFrom(seed);
  const order = shuffled(size, dice);
  const [x, y] = [0, 1].map(() => Float64Array.from({ length: size }, () => dice() * 1e5)) as [Float64Array, Float64Array];
  const chance = (u: number, v: number) =>
    stir(Math.imul(Math.min(u, v) + 1, 0x9e3779b1) ^ Math.imul(Math.max(u, v) + 1, 0x85ebca6b) ^ seed);
  const third = (v: number) => Math.floor((order[v] as number) / 3);
  const costs: Record<Shape, (u: number, v: number) => number> = {
    threes: (u, v) => (third(u) === third(v) ? 1 + (chance(u, v) % 10) : 1000 + (chance(u, v) % 1000)),
    products: (u, v) => ((order[u] as number) + 1) * ((order[v] as number) + 1),
    uniform: (u, v) => chance(u, v) % 1_000_000,
    plane: (u, v) => Math.round(Math.hypot((x[u] as number) - (x[v] as number), (y[u] as number) - (y[v] as number))),
  };
  const square = Int32Array.from({ length: size * size }, (_, at) => costs[kind](Math.floor(at / size), at % size));
  const read = (u: number, until: number, into: Float64Array) => into.set(square.subarray(u * size, u * size + until));
  return {
    size,
    cost: (u, v) => square[u * size + v] as number,
    row: (u, into) => read(u, size, into),
    lower: (u, into) => read(u, u, into),
  };
}

/** Spreads the bits of a whole number: the same for the same number. */
function stir(number: number): number {
  let x = number | 0;
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return (x ^ (x >>> 15)) >>> 0;
}
