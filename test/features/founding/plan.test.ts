import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  type Anchor,
  LATE_DAYS,
  nextRound,
  roundDay,
  roundNear,
  roundsAfter,
  withNextRoundOn,
} from '../../../src/features/founding/plan.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const anchor = (on: string, more: Partial<Anchor> = {}): Anchor => ({ anchorOn: day(on), anchorNumber: 1, cycleMonths: 6, ...more });
const said = (days: readonly { on: Temporal.PlainDate }[]) => days.map(({ on }) => on.toString());

describe('the days on which rounds begin', () => {
  test('are six months apart, and the 31st becomes the last day of a shorter month without staying there', () => {
    const rounds = [1, 2, 3, 4, 5].map((number) => roundDay(anchor('2026-08-31'), number).toString());
    expect(rounds).toEqual(['2026-08-31', '2027-02-28', '2027-08-31', '2028-02-29', '2028-08-31']);
  });

  test.each([
    ['2027-01-12', 1, '2027-02-12'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2027-01-12', 3, '2027-04-12'],
    ['2027-01-12', 12, '2028-01-12'],
  ])('from %s on, %i months later', (on, cycleMonths, expected) => {
    expect(roundDay(anchor(on, { cycleMonths }), 2).toString()).toBe(expected);
  });

  test('the next three, as Amina asks on a day between two rounds', () => {
    const from = anchor('2027-01-12');
    expect(said(roundsAfter(from, nextRound(from, 1, day('2027-02-01')), 2))).toEqual(['2028-01-12', '2028-07-12']);
  });

  test('a round whose day has come is still the next one while it waits for an organiser', () => {
    const waiting = nextRound(anchor('2027-01-12'), 0, day('2027-01-26'));
    expect([waiting.number, waiting.on.toString()]).toEqual([1, '2027-01-12']);
  });

  test('more than two weeks late it is not made up for: the calendar looks on', () => {
    expect(nextRound(anchor('2027-01-12'), 0, day('2027-01-27')).on.toString()).toBe('2027-07-12');
    expect(nextRound(anchor('2027-01-12'), 3, day('2031-03-01'))).toEqual({ number: 4, on: day('2031-07-12') });
  });

  test('a moved round takes all later ones with it, and the earlier ones stay', () => {
    const moved = withNextRoundOn(anchor('2027-01-12'), 1, day('2027-09-01'));
    expect(said([{ on: roundDay(moved, 2) }, { on: roundDay(moved, 3) }])).toEqual(['2027-09-01', '2028-03-01']);
    expect(withNextRoundOn(anchor('2027-01-12'), 1, day('2027-07-12'))).toEqual(anchor('2027-01-12'));
  });
});

const days = fc.integer({ min: 0, max: 20_000 }).map((count) => day('2000-01-01').add({ days: count }));

describe('for any anchor', () => {
  test('a later round is never on an earlier day, and rounds keep the anchor’s day of the month where there is one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 }), (anchorOn, cycleMonths, number) => {
        const fixed = { anchorOn, anchorNumber: 1, cycleMonths };
        const on = roundDay(fixed, number);
        expect(Temporal.PlainDate.compare(roundDay(fixed, number + 1), on)).toBe(1);
        expect(on.day).toBe(Math.min(anchorOn.day, on.daysInMonth));
      }),
    );
  });

  test('the next round is never more than two weeks past, nor later than a cycle ahead of that', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 12 }), (anchorOn, today, cycleMonths) => {
        const { on } = nextRound({ anchorOn, anchorNumber: 1, cycleMonths }, 0, today);
        const earliest = today.subtract({ days: LATE_DAYS });
        expect(Temporal.PlainDate.compare(on, earliest)).toBeGreaterThanOrEqual(0);
        if (Temporal.PlainDate.compare(anchorOn, earliest) >= 0) expect(on.equals(anchorOn)).toBe(true);
        else expect(earliest.until(on).days).toBeLessThanOrEqual(31 * cycleMonths);
      }),
    );
  });
});

describe('the round that a gathering holds', () => {
  const near = (on: string) => roundNear(anchor('2027-01-12'), 1, day(on));

  test('is the one whose day lies nearest, before it or after', () => {
    expect(near('2027-07-01')).toEqual({ number: 2, on: day('2027-07-12') });
    expect(near('2027-09-06')).toEqual({ number: 2, on: day('2027-07-12') });
    expect(near('2027-12-20')).toEqual({ number: 2, on: day('2028-01-12') });
  });

  test('is none where that is more than eight weeks away', () => {
    expect(near('2027-05-16')).toBeUndefined();
    expect(near('2027-05-17')).toEqual({ number: 2, on: day('2027-07-12') });
    expect(near('2027-09-07')).toBeUndefined();
  });
});
