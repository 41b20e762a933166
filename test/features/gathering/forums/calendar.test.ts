// Which hours a forum may have, across zones and the changes of their clocks.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { momentOf } from '../../../../src/features/gathering/forums/calendar.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const around = (now = '2027-01-25T09:00:00Z') => ({
  now: Temporal.Instant.from(now),
  rests: [{ from: day('2027-02-15'), to: day('2027-02-19') }],
  zone: 'Europe/London',
});
const said = (wanted: { day?: string; time?: string; zone?: string }, now?: string) => {
  const { day: on, time, zone = 'Europe/London' } = wanted;
  const moment = momentOf({ day: on, time, zone }, around(now));
  return moment.ok ? moment.at.toString() : `${moment.field} ${moment.saying.id} ${Object.values(moment.saying.blanks).join()}`.trim();
};

describe('an hour', () => {
  test.each([
    ['2027-02-04', '14:00', 'Europe/London', '2027-02-04T14:00:00Z'],
    ['2027-02-05', '03:00', 'Pacific/Auckland', '2027-02-04T14:00:00Z'],
    ['2027-02-04', '19:30', 'Asia/Kolkata', '2027-02-04T14:00:00Z'],
    ['2027-06-30', '14:00', 'Europe/London', '2027-06-30T13:00:00Z'],
  ])('on %s at %s in %s is %s', (on, time, zone, at) => {
    expect(said({ day: on, time, zone })).toBe(at);
  });

  test('one that happens twice is the first of the two', () => {
    expect(said({ day: '2027-10-31', time: '01:30' }, '2027-10-01T09:00:00Z')).toBe('2027-10-31T00:30:00Z');
  });

  test('one that the clocks leave out is refused where they do, and nowhere else', () => {
    expect(said({ day: '2027-03-28', time: '01:30' })).toBe('time forums.date.gap London');
    expect(said({ day: '2027-03-28', time: '01:30', zone: 'Asia/Kolkata' })).toBe('2027-03-27T20:00:00Z');
    expect(said({ day: '2027-03-14', time: '02:15', zone: 'America/New_York' })).toBe('time forums.date.gap New York');
  });
});

describe('what is refused', () => {
  test('nothing chosen, or half of it', () => {
    expect([said({}), said({ day: '2027-02-04' })]).toEqual(['day forums.date.no-day', 'time forums.date.no-time']);
  });

  test('a day’s notice is counted in hours, to the minute', () => {
    expect(said({ day: '2027-01-25', time: '08:59' })).toBe('day forums.date.past');
    expect(said({ day: '2027-01-25', time: '09:00' })).toBe('day forums.date.past');
    expect(said({ day: '2027-01-26', time: '08:59' })).toBe('day forums.date.too-near Tuesday 26 January 2027 at 9am');
    expect(said({ day: '2027-01-26', time: '09:00' })).toBe('2027-01-26T09:00:00Z');
  });

  test('twenty-six weeks ahead and no farther; nobody asks for the year 9999', () => {
    expect(said({ day: '2027-07-26', time: '23:59' })).toBe('2027-07-26T22:59:00Z');
    expect(said({ day: '2027-07-27', time: '00:00' })).toBe('day forums.date.too-far Monday 26 July 2027');
    expect(said({ day: '9999-12-31', time: '23:59' })).toBe('day forums.date.too-far Monday 26 July 2027');
    expect(said({ day: '0001-01-01', time: '00:00' })).toBe('day forums.date.past');
  });

  test('a day on which the programme rests, as its own calendar has it', () => {
    expect(said({ day: '2027-02-17', time: '14:00' })).toBe('day forums.date.resting');
    expect(said({ day: '2027-02-20', time: '03:00', zone: 'Pacific/Auckland' })).toBe('day forums.date.resting');
    expect(said({ day: '2027-02-15', time: '03:00', zone: 'Pacific/Auckland' })).toBe('2027-02-14T14:00:00Z');
  });
});
