// What a forum hears of its two taps: never of fewer than five from three pairs, and the same whoever has gone since.
import { describe, expect, test } from '@jest/globals';
import { resultOf } from '../../../../src/features/gathering/forums/hour/count.ts';
import { sayingOf } from '../../../../src/features/reviewing/thresholds.ts';

/** People who have answered the first question, and in which pair each is. */
const seats = (...pairs: (string | null)[]) => pairs.map((pair, n) => ({ leader: `leader ${n}`, pair, worthAt: 'then', moreAt: null }));
const tallies = (yes: number, no: number) => [
  { item: 'fo.1', choice: '0', replies: yes },
  { item: 'fo.1', choice: '2', replies: no },
];
const said = (here: ReturnType<typeof seats>, yes: number, no: number) =>
  resultOf(here, tallies(yes, no)).sayings.map(({ saying }) => saying);
const of = (yes: number, no: number) =>
  sayingOf(
    Array.from({ length: yes + no }, (_, n) => ({ pair: `pair ${n}`, yes: n < yes })),
    { sensitive: false },
  );

describe('the taps after an hour', () => {
  test('are told of five from three pairs, in the words for so many', () => {
    expect(said(seats('a', 'a', 'b', 'b', 'c'), 5, 0)).toEqual([of(5, 0)]);
    expect(said(seats(null, null, null, null, null), 2, 3)).toEqual([of(2, 3)]);
  });

  test('are not told of four, nor of five from two pairs', () => {
    expect(said(seats('a', 'b', 'c', 'd'), 4, 0)).toEqual([]);
    expect(said(seats('a', 'a', 'a', 'b', 'b'), 5, 0)).toEqual([]);
  });

  test('of somebody who has gone count with those of the others, and make up for none who are missing', () => {
    expect(said(seats('a', 'a', 'b', 'b', 'c'), 3, 4)).toEqual([of(3, 4)]);
    expect(said(seats('a', 'b', 'c', 'd'), 3, 4)).toEqual([]);
  });

  test('are told beside how many of those who are there have replied', () => {
    expect(resultOf([...seats('a', 'b'), { leader: 'late', pair: null, worthAt: null, moreAt: null }], [])).toEqual({
      ...{ replied: 2, asked: 3, sayings: [] },
    });
  });
});
