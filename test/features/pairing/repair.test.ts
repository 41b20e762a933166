// Repairs: held against all ways to put everyone into groups, then case by case with people.
import { describe, expect, test } from '@jest/globals';
import { repair } from '../../../src/features/pairing/matching/repair.ts';
import { faultOf, smallRepair } from './small-repairs.ts';

const seeds = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);

describe('held against all ways to put everyone into groups', () => {
  test('the answer is the best within the limit, or there is none, for up to nine people', () => {
    expect(seeds(3000).flatMap((seed) => faultOf(seed) ?? [])).toEqual([]);
  });

  test('and for ten and eleven', () => {
    expect(seeds(30, 100_000).flatMap((seed) => faultOf(seed, 10 + (seed % 2)) ?? [])).toEqual([]);
  });

  test('the same wish has the same answer', () => {
    for (const seed of seeds(300)) expect(repair(smallRepair(seed))).toEqual(repair(smallRepair(seed)));
  });

  test('where patience is short, no more is said to be proved than is', () => {
    const short = seeds(400).map((seed) => ({ wish: smallRepair(seed), found: repair({ ...smallRepair(seed), patience: 3 }) }));
    expect(short.some(({ wish, found }) => found.proved < wish.limit)).toBe(true);
    for (const { wish, found } of short)
      expect(repair({ ...wish, limit: Math.max(0, found.proved) })).toMatchObject({ proved: Math.max(0, found.proved) });
  });
});
