// Days and times: what happens where clocks are changed, and how days are read and said.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import { at, earliest, isZone, onOrAfter, plusWorkingDays, sayDay, sayTime, stamp } from '../../src/platform/clock.ts';
import { readDay } from '../../src/platform/slack/days.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const instant = (text: string) => Temporal.Instant.from(text);

describe('instants', () => {
  test('are written so that the order of the texts is the order of time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 4e12 }), (one, other) => {
        const [a, b] = [one, other].map((ms) => stamp(Temporal.Instant.fromEpochMilliseconds(ms))) as [string, string];
        expect(a < b).toBe(one < other);
        expect(a).toHaveLength(24);
      }),
    );
  });

  test('the earliest of some, of which some are missing', () => {
    expect(earliest(undefined, instant('2027-01-02T00:00Z'), undefined, instant('2027-01-01T00:00Z'))?.toString()).toBe(
      '2027-01-01T00:00:00Z',
    );
    expect(earliest()).toBeUndefined();
  });
});

describe('a time of day', () => {
  test.each([
    ['that the clocks skip is the first after the gap', '2027-03-28', '01:30', 'Europe/London', '2027-03-28T01:00:00Z'],
    ['that the clocks skip by half an hour, too', '2027-10-03', '02:15', 'Australia/Lord_Howe', '2027-10-02T15:30:00Z'],
    ['that happens twice is the first of the two', '2027-10-31', '01:30', 'Europe/London', '2027-10-31T00:30:00Z'],
    ['in a zone that is a quarter of an hour off', '2027-01-12', '09:30', 'Asia/Kathmandu', '2027-01-12T03:45:00Z'],
    ['at midnight where midnight is skipped', '2027-09-05', '00:00', 'America/Santiago', '2027-09-05T04:00:00Z'],
  ])('%s', (_, on, time, zone, expected) => {
    expect(at(day(on), time, zone).toString()).toBe(expected);
  });

  test('agrees with a second library wherever that decides', () => {
    const zones = [
      'Europe/London',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Chatham',
      'Australia/Lord_Howe',
      'America/Santiago',
      'Africa/Casablanca',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 3_650 }), fc.integer({ min: 9, max: 15 }), (zone, days, hour) => {
        const on = day('2025-01-01').add({ days });
        const other = DateTime.fromObject({ year: on.year, month: on.month, day: on.day, hour }, { zone });
        expect(at(on, `${String(hour).padStart(2, '0')}:00`, zone).epochMilliseconds).toBe(other.toMillis());
      }),
    );
  });

  test.each([
    ['09:30', '9:30am'],
    ['14:00', '2pm'],
    ['00:05', '12:05am'],
    ['12:00', '12pm'],
  ])('%s is said %s', (time, said) => expect(sayTime(time)).toBe(said));
});

describe('days', () => {
  test('are said in full', () => expect(sayDay(day('2027-01-12'))).toBe('Tuesday 12 January 2027'));

  test('the next of some weekdays, and working days on from one', () => {
    expect(onOrAfter(day('2027-01-12'), [1]).toString()).toBe('2027-01-18');
    expect(onOrAfter(day('2027-01-12'), [2]).toString()).toBe('2027-01-12');
    expect(plusWorkingDays(day('2027-01-14'), 3, [1, 2, 3, 4, 5]).toString()).toBe('2027-01-19');
    expect(plusWorkingDays(day('2027-01-14'), 3, [7, 1, 2, 3, 4]).toString()).toBe('2027-01-19');
  });

  test.each([
    ['2027-01-15', '2027-01-15'],
    ['until 2027-01-15', '2027-01-15'],
    ['monday', '2027-01-18'],
    ['until Tuesday', '2027-01-19'],
    ['next fri', '2027-01-15'],
    ['next week', '2027-01-18'],
    ['tomorrow', '2027-01-13'],
    ['for 3 weeks', '2027-02-02'],
    ['a month', '2027-02-12'],
    ['two days', '2027-01-14'],
    ['15 January', '2027-01-15'],
    ['Jan 11', '2028-01-11'],
    ['the 3rd of never', undefined],
    ['31 June', undefined],
    ['29 Feb 2027', undefined],
    ['1st of March 2028', '2028-03-01'],
    ['2027-13-01', undefined],
    ['m', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('"%s" is read as %s on Tuesday 12 January 2027', (said, read) => {
    expect(readDay(said, day('2027-01-12'))?.toString()).toBe(read);
  });

  test('nothing that can be typed is a fault', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (said) => void readDay(said, day('2027-01-12'))));
  });
});

test.each([
  ['Europe/London', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
  ['+01:00', false],
])('%s is a zone: %s', (zone, is) => expect(isZone(zone)).toBe(is));
