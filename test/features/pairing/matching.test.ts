// The engine against exhaustion and against itself: exact on small problems of every kind, whole and proved on large ones.
import { describe, expect, test } from '@jest/globals';
import { check } from '../../../src/features/pairing/matching/order/certificate.ts';
import { groupsOf, LARGEST_SUM, numbersOf, type Question, type Tier } from '../../../src/features/pairing/matching/order/tiers.ts';
import { sumOf } from '../../../src/features/pairing/matching/order/tolls.ts';
import { matchPerfectly } from '../../../src/features/pairing/matching/search/solve.ts';
import { checkTrio } from '../../../src/features/pairing/matching/trio/certificate.ts';
import { faultOf } from './against-exhaustion.ts';
import { faultInMiddling, KINDS } from './middling-graphs.ts';
import { faultInChanged } from './small-changes.ts';
import { faultInSmall } from './small-graphs.ts';
import { comesFirst, diceFrom, inPairs, smallQuestion, withTrio, worthOf } from './small-problems.ts';
import { faultInRaw } from './small-raw.ts';
import { faultInRound } from './small-rounds.ts';

const seeds = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);

describe('against trying everything', () => {
  test('two thousand small problems, even and odd, with ties, large numbers, forbidden pairs and no way out', () => {
    expect(seeds(2000).flatMap((seed) => faultOf(seed) ?? [])).toEqual([]);
  });

  test('a hundred problems of eleven people and one trio', () => {
    expect(seeds(100, 5000).flatMap((seed) => faultOf(seed, 11) ?? [])).toEqual([]);
  });

  test('a hundred problems of twelve people', () => {
    expect(seeds(100, 6000).flatMap((seed) => faultOf(seed, 12) ?? [])).toEqual([]);
  });

  test('three thousand graphs with one weight, read in each way there is, solved from the beginning and after a change', () => {
    expect(seeds(3000).flatMap((seed) => faultInSmall(seed) ?? [])).toEqual([]);
  });

  test('two thousand graphs with weights up to 2⁵³, dense and sparse, in one go and in two', () => {
    expect(seeds(2000).flatMap((seed) => faultInRaw(seed) ?? [])).toEqual([]);
  });

  test('a thousand questions that are changed after they were settled', () => {
    expect(seeds(1000).flatMap((seed) => faultInChanged(seed) ?? [])).toEqual([]);
  });

  test('a hundred whole rounds with past rounds, wishes, lines and hours', () => {
    expect(seeds(100).flatMap((seed) => faultInRound(seed, 8) ?? [])).toEqual([]);
  });
});

describe('against another program', () => {
  test.each(KINDS)('rosters of 20 to 120 people: %s', (kind) => {
    expect([20, 21, 34, 60, 120].flatMap((size, seed) => faultInMiddling(kind, size, seed) ?? [])).toEqual([]);
  });
});

/** `size` people in shapes that have been hard for such engines. */
const shapes: Record<string, (u: number, v: number, dice: () => number) => number> = {
  'numbers at random': (_, __, dice) => Math.floor(dice() * 1e6),
  'only ties': () => 1,
  'three costs': (_, __, dice) => Math.floor(dice() * 3),
  'clusters of three': (u, v, dice) => (Math.floor(u / 3) === Math.floor(v / 3) ? 1 : 1000 + Math.floor(dice() * 1000)),
  'clusters of five in clusters of fifteen': (u, v, dice) =>
    Math.floor(u / 5) === Math.floor(v / 5) ? 1 : Math.floor(u / 15) === Math.floor(v / 15) ? 500 : 5000 + Math.floor(dice() * 100),
  'two functions': (u, v, dice) => (u % 2 === v % 2 ? 1e6 : 0) + Math.floor(dice() * 1000),
  'one function with most': (u, v, dice) => (u % 5 > 1 && v % 5 > 1 ? 1e6 : 0) + Math.floor(dice() * 1000),
  products: (u, v) => u * v,
};

function questionOf(
  size: number,
  cost: (u: number, v: number) => number,
  isOpen: (u: number, v: number) => boolean = () => true,
): Question {
  const square = new Float64Array(size * size);
  const open = new Uint8Array(size * size);
  for (let u = 0; u < size; u++)
    for (let v = 0; v < u; v++) {
      square[u * size + v] = square[v * size + u] = cost(u, v);
      open[u * size + v] = open[v * size + u] = isOpen(u, v) ? 1 : 0;
    }
  return { size, open, tiers: [{ name: 'cost', row: (u, into) => into.set(square.subarray(u * size, (u + 1) * size)) }] };
}

describe('at size', () => {
  test.each(Object.entries(shapes))('%s: 120 people in pairs, and 61 with a trio, proved', (_, shape) => {
    const dice = diceFrom(7);
    const even = questionOf(120, (u, v) => shape(u, v, dice));
    const pairs = inPairs(even, 1);
    expect(pairs && check(even, pairs.mate, pairs.stages)).toEqual({ holds: true });
    const odd = questionOf(61, (u, v) => shape(u, v, dice));
    const plan = withTrio(odd, 1);
    expect(plan && checkTrio(odd, plan)).toEqual({ holds: true });
  });

  test('a quarter of all pairs forbidden', () => {
    const dice = diceFrom(3);
    const question = questionOf(
      200,
      () => Math.floor(dice() * 1000),
      () => dice() > 0.25,
    );
    const pairs = inPairs(question, 1);
    expect(pairs && check(question, pairs.mate, pairs.stages)).toEqual({ holds: true });
  });
});

describe('the same question', () => {
  test('has the same answer for the same seed', () => {
    const question = smallQuestion(11, 10);
    expect(inPairs(question, 5)).toEqual(inPairs(question, 5));
  });

  test('costs the same from prices of another problem, however wrong they are', () => {
    const dice = diceFrom(9);
    const size = 40;
    const square = Float64Array.from({ length: size * size }, () => 0);
    for (let u = 0; u < size; u++) for (let v = 0; v < u; v++) square[u * size + v] = square[v * size + u] = Math.floor(dice() * 50);
    const costs = { size, row: (u: number, into: Float64Array) => into.set(square.subarray(u * size, (u + 1) * size)) };
    const mate = Int32Array.from({ length: size }, (_, v) => v ^ 1);
    const sum = (partners: Int32Array) => partners.reduce((all, v, u) => all + (square[u * size + v] as number), 0);
    const cold = matchPerfectly(costs, { mate, seed: 1 });
    const warm = matchPerfectly(costs, { mate, seed: 2, y: Float64Array.from({ length: size }, () => Math.floor(dice() * 40) - 10) });
    expect(sum(warm.mate)).toBe(sum(cold.mate));
  });
});

describe('strict order', () => {
  test('what lower aims come to over a whole plan stays below one unit of a higher one, and numbers stay exact', () => {
    for (const [seed, size] of [6, 36, 68, 290, 1000, 2000].entries()) {
      const dice = diceFrom(seed);
      const mosts = Array.from({ length: 15 }, () => 1 + Math.floor(dice() ** 4 * 60_000));
      const tiers = mosts.map(
        (most, at): Tier => ({
          name: `tier ${at}`,
          row: (u, into) => {
            into.fill(most);
            into[(u + 1) % size] = 0;
          },
        }),
      );
      const groups = groupsOf({ size, open: everyPair(size), tiers });
      expect(groups.flat().map(({ tier }) => tier)).toEqual([...tiers.keys()]);
      for (const group of groups) {
        let below = 0;
        for (const { tier, least, place } of group.toReversed()) {
          expect(below).toBeLessThan(place);
          below += (size / 2) * ((mosts[tier] as number) - least) * place;
        }
        expect(below).toBeLessThan(LARGEST_SUM);
      }
    }
  });

  test('two plans compare by their numbers, group after group, as they do by their aims', () => {
    for (const seed of seeds(400)) {
      const question = { ...smallQuestion(seed, 8), open: everyPair(8) };
      const dice = diceFrom(seed);
      const [one, other] = [aMatching(8, dice), aMatching(8, dice)];
      const numbers = groupsOf(question).map((group) => sumOf(numbersOf(question, group), one) - sumOf(numbersOf(question, group), other));
      const first = numbers.find((difference) => difference !== 0) ?? 0;
      const [worth, otherWorth] = [worthOf(question, one), worthOf(question, other)];
      expect([first < 0, first > 0]).toEqual([comesFirst(worth, otherWorth), comesFirst(otherWorth, worth)]);
    }
  });
});

function everyPair(size: number): Uint8Array {
  return Uint8Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 0 : 1));
}

function aMatching(size: number, dice: () => number): Int32Array {
  const order = Array.from({ length: size }, (_, v) => [dice(), v] as const).sort(([a], [b]) => a - b);
  const mate = new Int32Array(size);
  for (let at = 0; at < size; at += 2) {
    const [u, v] = [order[at]?.[1] as number, order[at + 1]?.[1] as number];
    mate[u] = v;
    mate[v] = u;
  }
  return mate;
}
