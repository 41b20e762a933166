// Small problems of every kind, and their answers by exhaustion: the engine is held against these.

import { settleInOrder } from '../../../src/features/pairing/matching/order/in-order.ts';
import { type Group, groupsOf, numbersOf, type Question, type Tier } from '../../../src/features/pairing/matching/order/tiers.ts';
import { completed } from '../../../src/features/pairing/matching/search/feasible.ts';
import { planWithTrio } from '../../../src/features/pairing/matching/trio/trio.ts';

/** Numbers from 0 up to, and without, 1: the same for the same seed. */
export function diceFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A question of `size` people: few costs and many ties, or large costs that take several groups; few forbidden pairs, or most. */
export function smallQuestion(seed: number, size?: number): Question {
  const dice = diceFrom(seed);
  const people = size ?? 2 + Math.floor(dice() * 8);
  const forbidden = [0, 0.1, 0.3, 0.6][Math.floor(dice() * 4)] as number;
  const costs = dice() < 0.4 ? 1e9 : 3;
  const open = new Uint8Array(people * people);
  const each = (fill: (u: number, v: number) => void) => {
    for (let u = 0; u < people; u++) for (let v = 0; v < u; v++) fill(u, v);
  };
  each((u, v) => {
    open[u * people + v] = dice() < forbidden ? 0 : 1;
    open[v * people + u] = open[u * people + v] as number;
  });
  const tiers = Array.from({ length: 1 + Math.floor(dice() * 5) }, (_, at): Tier => {
    const square = new Int32Array(people * people);
    each((u, v) => {
      square[u * people + v] = Math.floor(dice() * costs);
      square[v * people + u] = square[u * people + v] as number;
    });
    const row = (u: number, into: Float64Array) => into.set(square.subarray(u * people, (u + 1) * people));
    const how = people % 2 === 0 ? 1 : dice();
    if (how < 0.3) return { name: `tier ${at}`, row, flat: costs + Math.floor(dice() * 3) };
    if (how < 0.8) return { name: `tier ${at}`, row, duty: Float64Array.from({ length: people }, () => Math.floor(dice() * 3)) };
    return { name: `tier ${at}`, row };
  });
  return { size: people, open, tiers };
}

/** What a pair costs, tier by tier. */
export function pairCost({ size, tiers }: Question, u: number, v: number): number[] {
  const row = new Float64Array(size);
  return tiers.map((tier) => {
    tier.row(u, row);
    return row[v] as number;
  });
}

/** What a trio costs, tier by tier. */
export function trioCost(question: Question, [a, b, c]: readonly number[] | [number, number, number]): number[] {
  const pairs = [pairCost(question, a as number, b as number), pairCost(question, a as number, c as number)];
  pairs.push(pairCost(question, b as number, c as number));
  return question.tiers.map(({ duty, flat }, at) => {
    const sum = pairs.reduce((all, pair) => all + (pair[at] as number), 0);
    return flat ?? sum + [a, b, c].reduce<number>((all, v) => all + (duty?.[v as number] ?? 0), 0);
  });
}

function plus(one: readonly number[], other: readonly number[]): number[] {
  return one.map((each, at) => each + (other[at] as number));
}

export function comesFirst(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((each, place) => each !== other[place]);
  return at >= 0 && (one[at] as number) < (other[at] as number);
}

/** What the best plan comes to, tier by tier, by trying all; `undefined` where there is none. */
export function bestByTrying(question: Question): number[] | undefined {
  const { size, open, tiers } = question;
  const costs = Array.from({ length: size * size }, (_, at) => pairCost(question, Math.floor(at / size), at % size));
  const known = new Map<number, number[] | undefined>([[0, tiers.map(() => 0)]]);
  const best = (left: number): number[] | undefined => {
    if (known.has(left)) return known.get(left);
    const u = 31 - Math.clz32(left);
    let found: number[] | undefined;
    for (let v = 0; v < u; v++) {
      if ((left & (1 << v)) === 0 || open[u * size + v] === 0) continue;
      const rest = best(left ^ (1 << u) ^ (1 << v));
      const sum = rest && plus(rest, costs[u * size + v] as number[]);
      if (sum && (!found || comesFirst(sum, found))) found = sum;
    }
    known.set(left, found);
    return found;
  };
  const all = 2 ** size - 1;
  if (size % 2 === 0) return best(all);
  let found: number[] | undefined;
  for (let a = 0; a < size; a++)
    for (let b = 0; b < a; b++)
      for (let c = 0; c < b; c++) {
        if (open[a * size + b] === 0 || open[a * size + c] === 0 || open[b * size + c] === 0) continue;
        const rest = best(all ^ (1 << a) ^ (1 << b) ^ (1 << c));
        const sum = rest && plus(rest, trioCost(question, [a, b, c]));
        if (sum && (!found || comesFirst(sum, found))) found = sum;
      }
  return found;
}

/** What a matching comes to, tier by tier; with a trio, if there is one. */
export function worthOf(question: Question, mate: Int32Array, trio?: readonly number[]): number[] {
  let sum = trio ? trioCost(question, trio) : question.tiers.map(() => 0);
  mate.forEach((v, u) => {
    if (v > u) sum = plus(sum, pairCost(question, u, v));
  });
  return sum;
}

/** The engine's answer for an even number; `undefined` where there is none. */
export function inPairs(question: Question, seed: number, groups: readonly Group[] = groupsOf(question)) {
  const mate = new Int32Array(question.size).fill(-1);
  if (completed(question, mate, Int32Array.from(mate.keys()))) return undefined;
  return settleInOrder({ open: question.open, groups, numbers: (at) => numbersOf(question, groups[at] as Group), mate, seed });
}

/** The engine's answer for an odd number; `undefined` where there is none. */
export function withTrio(question: Question, seed: number) {
  const plan = planWithTrio(question, seed);
  return 'trio' in plan ? plan : undefined;
}
