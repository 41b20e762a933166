// What the leader of a team learns of how many have joined: never enough to tell of anybody whether they have.
import { describe, expect, test } from '@jest/globals';
import { dayFault, formsAt, isTooLate, joinsUntil, usableMonday, usualMonday } from '../../../../src/features/gathering/teams/calendar.ts';
import { LEAST_ASKED, MOST_ASKED, sayTold, toldOf } from '../../../../src/features/gathering/teams/words.ts';
import { loadContent } from '../../../../src/platform/content/load.ts';
import { day, instant } from '../../../../src/sandbox/gallery/made-up.ts';

const content = loadContent();
const said = (asked: number, joined: number) => sayTold(content, toldOf({ asked, joined }));
const sizes = Array.from({ length: MOST_ASKED - LEAST_ASKED + 1 }, (_, at) => at + LEAST_ASKED);

describe('how many have joined', () => {
  test('of eight', () => {
    expect(Array.from({ length: 9 }, (_, joined) => said(8, joined))).toEqual([
      'Fewer than two have joined.',
      'Fewer than two have joined.',
      '2 have joined.',
      '3 have joined.',
      '4 have joined.',
      '5 have joined.',
      'At least 6 have joined.',
      'At least 6 have joined.',
      'At least 6 have joined.',
    ]);
  });

  test('of four, nobody can be told from one, nor all from two', () => {
    expect(new Set([0, 1].map((joined) => said(4, joined)))).toEqual(new Set(['Fewer than two have joined.']));
    expect(new Set([2, 3, 4].map((joined) => said(4, joined)))).toEqual(new Set(['At least 2 have joined.']));
  });

  test.each(sizes)('of %i, no sentence says of all that they have, or of all that they have not, or that one is missing', (asked) => {
    const bySentence = new Map<string, number[]>();
    for (let joined = 0; joined <= asked; joined++)
      bySentence.set(said(asked, joined), [...(bySentence.get(said(asked, joined)) ?? []), joined]);
    const counts = [...bySentence.values()];
    expect(counts.find((same) => same.includes(0))).toEqual([0, 1]);
    expect(counts.find((same) => same.includes(asked))).toEqual([asked - 2, asked - 1, asked]);
  });
});

describe('the Monday', () => {
  const today = day('2027-01-20');

  test('that is suggested leaves a week and more to answer', () => {
    const all = Array.from({ length: 7 }, (_, at) => today.add({ days: at }));
    expect(all.map((each) => usualMonday(each).dayOfWeek)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(all.every((each) => each.until(usualMonday(each)).days >= 8 && each.until(usualMonday(each)).days <= 14)).toBe(true);
  });

  test('is a Monday to come, within half a year', () => {
    expect(dayFault(undefined, today, [])).toBe('none');
    expect(dayFault(day('2027-01-18'), today, [])).toBe('past');
    expect(dayFault(day('2027-01-18'), day('2027-01-18'), [])).toBe('past');
    expect(dayFault(day('2027-01-26'), today, [])).toBe('not-monday');
    expect(dayFault(day('2027-07-26'), today, [])).toBe('far');
    expect(dayFault(day('2027-01-25'), today, [])).toBeUndefined();
    expect(dayFault(day('2027-01-25'), today, [{ from: day('2027-01-24'), to: day('2027-01-30') }])).toBe('rests');
  });

  test('begins where the leader is, also on the day after the clocks change', () => {
    expect(formsAt({ beginsOn: '2027-03-29', zone: 'Europe/London' })).toEqual(instant('2027-03-29T06:00:00Z'));
    expect(formsAt({ beginsOn: '2027-03-29', zone: 'Pacific/Auckland' })).toEqual(instant('2027-03-28T18:00:00Z'));
  });

  test('comes after days on which the programme rests', () => {
    const rests = [{ from: day('2027-01-30'), to: day('2027-02-08') }];
    expect(usableMonday(day('2027-02-01'), rests).toString()).toBe('2027-02-15');
    expect(usableMonday(day('2027-01-25'), rests).toString()).toBe('2027-01-25');
  });

  test('is not worth it any more from the Saturday on, and one may join until the third fortnight ends', () => {
    const days = { beginsOn: '2027-02-01', zone: 'Europe/London' };
    expect(isTooLate(days, instant('2027-02-05T12:00:00Z'))).toBe(false);
    expect(isTooLate(days, instant('2027-02-06T12:00:00Z'))).toBe(true);
    expect(joinsUntil(days, [])).toEqual(instant('2027-03-15T00:00:00Z'));
  });
});
