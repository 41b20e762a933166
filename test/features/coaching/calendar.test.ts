import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { firstWeek, fortnightDays, fortnightOn, type Rest, roundCalendar } from '../../../src/features/coaching/calendar.ts';
import { fortnightsInRound } from '../../../src/platform/content/elements.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const rest = (from: string, to: string): Rest => ({ from: day(from), to: day(to) });
const plain = roundCalendar('2027-01-18', []);
const first = (n: number, rests: Rest[] = []) => fortnightDays(roundCalendar('2027-01-18', rests), n).first.toString();

describe('the thirteen fortnights', () => {
  test.each([
    [1, '2027-01-18', '2027-01-25', '2027-02-01'],
    [2, '2027-02-01', '2027-02-08', '2027-02-15'],
    [7, '2027-04-12', '2027-04-19', '2027-04-26'],
    [13, '2027-07-05', '2027-07-12', '2027-07-19'],
  ])('fortnight %i runs from %s, its first week ends before %s, the next begins on %s', (n, begins, weekEnds, next) => {
    const days = fortnightDays(plain, n);
    expect([days.first, days.firstWeekEnds, days.next].map(String)).toEqual([begins, weekEnds, next]);
  });

  test.each([
    ['2027-01-17', 'before'],
    ['2027-01-18', 1],
    ['2027-01-31', 1],
    ['2027-02-01', 2],
    ['2027-07-18', 13],
    ['2027-07-19', 'after'],
  ])('%s lies in fortnight %s', (text, n) => {
    expect(fortnightOn(plain, day(text))).toBe(n);
  });
});

describe('pause weeks', () => {
  const easter = rest('2027-03-29', '2027-04-04');

  test('a pause week before a fortnight moves it and everything after it by a week', () => {
    expect([5, 6, 7, 13].map((n) => first(n, [easter]))).toEqual(['2027-03-15', '2027-04-05', '2027-04-19', '2027-07-12']);
  });

  test('a pause week in the middle of a fortnight makes that fortnight longer, and its days still belong to it', () => {
    const calendar = roundCalendar('2027-01-18', [rest('2027-01-25', '2027-01-31')]);
    expect(fortnightOn(calendar, day('2027-01-28'))).toBe(1);
    expect(fortnightDays(calendar, 1).next.toString()).toBe('2027-02-08');
    expect(fortnightDays(calendar, 1).firstWeekEnds.toString()).toBe('2027-01-25');
  });

  test('a pause week at the start of a fortnight leaves its first week whole', () => {
    const calendar = roundCalendar('2027-01-18', [rest('2027-02-01', '2027-02-07')]);
    expect(firstWeek(calendar, 2).map(String)).toContain('2027-02-09');
    expect(firstWeek(calendar, 2).map(String)).not.toContain('2027-02-02');
  });

  test('the same week entered twice counts once, and one before the round counts not at all', () => {
    const before = rest('2026-12-21', '2027-01-03');
    const overlapping = rest('2027-03-29', '2027-04-11');
    expect(first(7, [easter, easter, before])).toBe('2027-04-19');
    expect(first(7, [easter, overlapping, before])).toBe('2027-04-26');
  });

  test('a pause that began before the round moves it only by the days inside it', () => {
    expect(first(1, [rest('2027-01-11', '2027-01-24')])).toBe('2027-01-25');
  });
});

test('however the programme rests, every day of a round lies in exactly one fortnight, and each has fourteen running days', () => {
  const anyRest = fc.record({ start: fc.integer({ min: -30, max: 220 }), length: fc.integer({ min: 1, max: 15 }) }).map(
    ({ start, length }): Rest => ({
      from: day('2027-01-18').add({ days: start }),
      to: day('2027-01-18').add({ days: start + length - 1 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(anyRest, { maxLength: 5 }), (rests) => {
      const calendar = roundCalendar('2027-01-18', rests);
      const resting = (each: Temporal.PlainDate) => rests.some((r) => `${r.from}` <= `${each}` && `${each}` <= `${r.to}`);
      let each = fortnightDays(calendar, 1).first;
      expect(resting(each)).toBe(false);
      for (let n = 1; n <= fortnightsInRound; n++) {
        const { next } = fortnightDays(calendar, n);
        let running = 0;
        for (; each.toString() < next.toString(); each = each.add({ days: 1 })) {
          expect(fortnightOn(calendar, each)).toBe(n);
          if (!resting(each)) running++;
        }
        expect(running).toBe(14);
        expect(firstWeek(calendar, n).some(resting)).toBe(false);
      }
      expect(fortnightOn(calendar, each)).toBe('after');
    }),
    { numRuns: 25 },
  );
});
