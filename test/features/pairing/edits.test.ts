import { describe, expect, test } from '@jest/globals';
import { asked, type Edit, moved, swapped } from '../../../src/features/pairing/edits.ts';

const [amina, bo, chidi, dolores, edo] = ['amina', 'bo', 'chidi', 'dolores', 'edo'];
const keep = (...group: string[]): Edit => ({ what: 'keep', group });
const forbid = (a: string, b: string): Edit => ({ what: 'forbid', pair: [a, b], reason: 'They share a budget.', by: 'U0HANA' });

describe('changes add up', () => {
  test('nothing asked, nothing fixed', () => {
    expect(asked([])).toEqual({ fixed: [], forbidden: [], leftOut: [] });
  });

  test('the later of two changes about Amina wins', () => {
    expect(asked([keep(amina, bo), keep(amina, chidi)]).fixed).toEqual([[amina, chidi]]);
  });

  test('who is left out is no longer kept with anybody', () => {
    expect(asked([keep(amina, bo), { what: 'leave-out', leader: bo }])).toEqual({ fixed: [], forbidden: [], leftOut: [bo] });
  });

  test('two who are never to be paired are no longer kept together', () => {
    const { fixed, forbidden } = asked([keep(amina, bo), keep(chidi, dolores), forbid(bo, amina)]);
    expect(fixed).toEqual([[chidi, dolores]]);
    expect(forbidden).toEqual([{ pair: [bo, amina], reason: 'They share a budget.', by: 'U0HANA' }]);
  });

  test('the last draw counts', () => {
    const edits: Edit[] = [{ what: 'redraw', seed: 'one' }, keep(amina, bo), { what: 'redraw', seed: 'two' }];
    expect(asked(edits)).toEqual({ fixed: [[amina, bo]], forbidden: [], leftOut: [], seed: 'two' });
  });
});

describe('changing places', () => {
  const groups = [
    [amina, bo],
    [chidi, dolores, edo],
  ];

  test('Bo and Edo change places, and nobody else moves', () => {
    expect(swapped(groups, bo, edo)).toEqual([
      [amina, edo],
      [chidi, dolores, bo],
    ]);
  });

  test('two who are together already, or somebody who is not there, cannot', () => {
    expect(swapped(groups, chidi, edo)).toBeUndefined();
    expect(swapped(groups, amina, 'freya')).toBeUndefined();
  });
});

test('whoever has someone else beside them has moved; the order within a pair is nothing', () => {
  const before = [
    [amina, bo],
    [chidi, dolores],
  ];
  expect(
    moved(before, [
      [dolores, chidi],
      [bo, amina],
    ]),
  ).toBe(0);
  expect(
    moved(before, [
      [amina, chidi],
      [bo, dolores],
    ]),
  ).toBe(4);
  expect(
    moved(before, [
      [amina, bo, edo],
      [chidi, dolores],
    ]),
  ).toBe(3);
});
