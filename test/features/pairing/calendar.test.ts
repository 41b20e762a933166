import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { beginsOn, confirmBy, isItsDay, missedDay, noticeAt, previewDay } from '../../../src/features/pairing/calendar.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const london = { timeZone: 'Europe/London', sendTime: '09:30', workingDays: [1, 2, 3, 4, 5] };
const confirmed = (told: string, rests: { from: string; to: string }[] = [], clock = london) =>
  confirmBy(
    clock,
    rests.map(({ from, to }) => ({ from: day(from), to: day(to) })),
    Temporal.Instant.from(told),
  ).toString();

describe('silence means yes after three working days', () => {
  test('Amina, told on a Tuesday at noon, has until Friday noon', () => {
    expect(confirmed('2027-01-12T12:00:00Z')).toBe('2027-01-15T12:00:00Z');
  });

  test('a weekend does not count', () => {
    expect(confirmed('2027-01-14T12:00:00Z')).toBe('2027-01-19T12:00:00Z');
    expect(confirmed('2027-01-16T12:00:00Z')).toBe('2027-01-20T12:00:00Z');
  });

  test('nobody’s three days end in the night: told late in the evening, until five; told at dawn, until nine', () => {
    expect(confirmed('2027-01-12T23:10:00Z')).toBe('2027-01-15T17:00:00Z');
    expect(confirmed('2027-01-12T05:10:00Z')).toBe('2027-01-15T09:00:00Z');
  });

  test('a shutdown does not count either', () => {
    expect(confirmed('2027-01-12T12:00:00Z', [{ from: '2027-01-13', to: '2027-01-22' }])).toBe('2027-01-27T12:00:00Z');
  });

  test('the time of day stays when the clocks change', () => {
    expect(confirmed('2027-03-25T12:00:00Z')).toBe('2027-03-30T11:00:00Z');
  });

  test('where the week runs from Sunday to Thursday, Friday does not count', () => {
    const dubai = { timeZone: 'Asia/Dubai', sendTime: '09:30', workingDays: [7, 1, 2, 3, 4] };
    expect(confirmed('2027-01-14T08:00:00Z', [], dubai)).toBe('2027-01-19T08:00:00Z');
  });

  test('a programme that rests for a year still ends the waiting', () => {
    expect(confirmed('2027-01-12T12:00:00Z', [{ from: '2027-01-01', to: '2029-01-01' }])).toBe('2027-01-15T12:00:00Z');
  });
});

test('the first fortnight begins on the Monday after, or when the programme no longer rests', () => {
  const rest = { from: day('2027-02-08'), to: day('2027-02-19') };
  const begins = (by: string) => beginsOn(london, [rest], Temporal.Instant.from(by)).toString();
  expect(begins('2027-01-15T12:00:00Z')).toBe('2027-01-18');
  expect(begins('2027-01-18T12:00:00Z')).toBe('2027-01-25');
  expect(begins('2027-01-17T12:00:00Z')).toBe('2027-01-18');
  expect(begins('2027-02-05T12:00:00Z')).toBe('2027-02-22');
});

test('organisers hear of a round two weeks before, at the programme’s hour', () => {
  expect(noticeAt(london, day('2027-07-12')).toString()).toBe('2027-06-28T08:30:00Z');
});

test('a round happens on its day, or up to two weeks late; before that, an organiser brings it forward', () => {
  const own = (today: string) => isItsDay(day('2027-01-12'), day(today));
  expect(['2027-01-11', '2027-01-12', '2027-01-26', '2027-01-27'].map(own)).toEqual([false, true, true, false]);
});

test('a round is previewed as of its own day while its organisers have notice of it', () => {
  const seen = (today: string) => previewDay(day('2027-01-12'), day(today)).toString();
  expect(['2026-12-28', '2026-12-29', '2027-01-11', '2027-01-12', '2027-01-20'].map(seen)).toEqual([
    '2026-12-28',
    '2027-01-12',
    '2027-01-12',
    '2027-01-12',
    '2027-01-20',
  ]);
});

test('a round that never came is missed two weeks after its day', () => {
  const anchor = { anchorOn: day('2026-08-31'), anchorNumber: 1, cycleMonths: 6 };
  const missed = (today: string) => missedDay(anchor, 1, day(today))?.toString();
  expect(['2027-02-28', '2027-03-14', '2027-03-15', '2027-09-10'].map(missed)).toEqual([undefined, undefined, '2027-02-28', '2027-02-28']);
  expect(missed('2027-09-20')).toBe('2027-08-31');
});
