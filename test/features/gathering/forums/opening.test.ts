// When the space of a forum opens.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { spaceOpensAt } from '../../../../src/features/gathering/forums/hour/calendar.ts';

const london = { timeZone: 'Europe/London', workingDays: [1, 2, 3, 4, 5] };
const opens = (starts: string, rests: { from: string; to: string }[] = [], programme = london) =>
  spaceOpensAt(
    Temporal.Instant.from(starts),
    programme,
    rests.map(({ from, to }) => ({ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) })),
  )
    .toZonedDateTimeISO(programme.timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

describe('the space of a forum opens', () => {
  test('a day before, at the same hour', () => expect(opens('2027-03-10T13:00Z')).toBe('2027-03-09T13:00'));
  test('on Friday, for a forum on Monday', () => expect(opens('2027-03-08T13:00Z')).toBe('2027-03-05T13:00'));
  test('before days on which the programme rests', () =>
    expect(opens('2027-03-15T13:00Z', [{ from: '2027-03-08', to: '2027-03-14' }])).toBe('2027-03-05T13:00'));
  test('not at night, for a forum early or late in the day', () => {
    expect(opens('2027-03-10T06:00Z')).toBe('2027-03-09T08:30');
    expect(opens('2027-03-10T20:00Z')).toBe('2027-03-09T17:00');
  });
  test('at the same hour where clocks have changed in between', () =>
    expect(opens('2027-03-28T13:00Z', [], { ...london, workingDays: [1, 2, 3, 4, 5, 6] })).toBe('2027-03-27T14:00'));
  test('a day before, where a programme rests for weeks', () =>
    expect(opens('2027-03-15T13:00Z', [{ from: '2027-01-01', to: '2027-12-31' }])).toBe('2027-03-14T13:00'));
});
