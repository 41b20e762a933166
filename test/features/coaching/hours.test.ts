import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import { fortnightDays, roundCalendar } from '../../../src/features/coaching/calendar.ts';
import { type Hours, openerSlot } from '../../../src/features/coaching/hours.ts';
import { soonest } from '../../../src/features/joining/hours.ts';
import { at } from '../../../src/platform/clock.ts';

const calendar = roundCalendar('2027-01-18', []);
const office: Hours = { zone: 'Europe/London', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', rests: [] };
const tuesday = { weekday: 2, time: '09:30' };
const local = (instant: Temporal.Instant, zone: string) => instant.toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);
const due = (hours: Partial<Hours>, n = 1, usual = tuesday) => {
  const all = { ...office, ...hours };
  return local(openerSlot(calendar, n, all, usual).due, all.zone);
};

describe('the opener of a fortnight', () => {
  test('Amina, with office hours, hears on Tuesday at 9:30 where she is', () => {
    expect(due({})).toBe('2027-01-19T09:30');
    expect(due({ zone: 'Pacific/Auckland' })).toBe('2027-01-19T09:30');
    expect(due({ zone: 'Pacific/Honolulu' })).toBe('2027-01-19T09:30');
  });

  test.each([
    ['Bo, who is off on Tuesdays, on Wednesday as his day begins', { days: [1, 3, 4] }, '2027-01-20T09:00'],
    ['Chidi, who starts at noon, at noon', { from: '12:00', to: '19:00' }, '2027-01-19T12:00'],
    ['Dolores, who is done at nine, on her next working day', { from: '06:00', to: '09:00' }, '2027-01-20T08:30'],
    ['Edo, who works on Mondays only, on the Monday before', { days: [1] }, '2027-01-18T09:00'],
    ['Freya, who works Sunday to Thursday, on Tuesday', { days: [7, 1, 2, 3, 4] }, '2027-01-19T09:30'],
    ['Goran, who works at night, when his work begins', { from: '22:00', to: '06:00' }, '2027-01-19T22:00'],
    ['Hana, who works at weekends only, on Saturday', { days: [6, 7] }, '2027-01-23T09:00'],
  ])('%s', (_, hours, when) => {
    expect(due(hours)).toBe(when);
  });

  test('a leader without working days is never due', () => {
    const { due: never, closes } = openerSlot(calendar, 1, { ...office, days: [] }, tuesday);
    expect(never).toEqual(closes);
  });

  test('it is due at 9:30 on either side of a clock change', () => {
    expect([4, 5, 6].map((n) => due({ zone: 'America/New_York' }, n))).toEqual([
      '2027-03-02T09:30',
      '2027-03-16T09:30',
      '2027-03-30T09:30',
    ]);
  });

  test('a pause week moves it, and nothing is due inside one', () => {
    const resting = roundCalendar('2027-01-18', [
      { from: Temporal.PlainDate.from('2027-02-01'), to: Temporal.PlainDate.from('2027-02-07') },
    ]);
    const slot = openerSlot(resting, 2, { ...office, rests: resting.rests }, tuesday);
    expect(local(slot.due, office.zone)).toBe('2027-02-09T09:30');
  });
});

describe('what a time means when the clocks change', () => {
  test.each([
    ['a time that does not exist becomes the first instant after the gap', '2027-03-28', '01:30', 'Europe/London', '2027-03-28T01:00:00Z'],
    ['the first minute of a gap becomes its end', '2027-03-28', '01:00', 'Europe/London', '2027-03-28T01:00:00Z'],
    ['a time that comes twice means the first', '2027-10-31', '01:30', 'Europe/London', '2027-10-31T00:30:00Z'],
    ['a midnight that does not exist is the start of the day', '2018-11-04', '00:00', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['a day that Samoa never had becomes the next', '2011-12-30', '09:30', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['half an hour is a gap too', '2027-10-03', '02:15', 'Australia/Lord_Howe', '2027-10-02T15:30:00Z'],
  ])('%s', (_, day, time, zone, instant) => {
    expect(at(Temporal.PlainDate.from(day), time, zone).toString()).toBe(instant);
  });

  test('in every zone and on every day of ten years, Luxon agrees', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const cases = fc.record({
      zone: fc.constantFrom(...zones),
      ahead: fc.integer({ min: 0, max: 3650 }),
      minute: fc.integer({ min: 0, max: 1439 }),
    });
    fc.assert(
      fc.property(cases, ({ zone, ahead, minute }) => agrees(zone, Temporal.PlainDate.from('2020-01-01').add({ days: ahead }), minute)),
      { numRuns: 1500 },
    );
  });

  test('on the days of clock changes, minute by minute, Luxon agrees', () => {
    const days = [
      ['Europe/London', '2027-03-28'],
      ['Europe/London', '2027-10-31'],
      ['America/New_York', '2027-03-14'],
      ['America/New_York', '2027-11-07'],
      ['Australia/Lord_Howe', '2027-04-04'],
      ['Australia/Lord_Howe', '2027-10-03'],
      ['Pacific/Auckland', '2027-09-26'],
      ['Africa/Cairo', '2027-04-30'],
      ['America/Santiago', '2027-09-05'],
    ] as const;
    for (const [zone, day] of days) for (let minute = 0; minute < 1440; minute += 15) agrees(zone, Temporal.PlainDate.from(day), minute);
  });
});

/** The instant shows the wished time and none before it does; or the time was skipped, and the clocks jumped over it at that instant. */
function agrees(zone: string, day: Temporal.PlainDate, minute: number): void {
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const millis = at(day, time, zone).epochMilliseconds;
  const shown = (at: number) => DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
  const wish = `${day}T${time}`;
  if (shown(millis) === wish) for (const back of [30, 60, 120]) expect(shown(millis - back * 60_000)).not.toBe(wish);
  else expect([shown(millis - 1) < wish, shown(millis) > wish]).toEqual([true, true]);
}

test('in every zone, with any hours and on either side of every clock change, the opener lies in the first week and in its leader’s hours', () => {
  const hour = fc.integer({ min: 0, max: 23 });
  const cases = fc.record({
    zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    from: hour,
    length: fc.integer({ min: 1, max: 12 }),
    weekday: fc.integer({ min: 1, max: 7 }),
    time: hour,
    n: fc.integer({ min: 1, max: 13 }),
    begins: fc.integer({ min: 0, max: 200 }),
  });
  const clock = (h: number) => `${String(h % 24).padStart(2, '0')}:00`;
  fc.assert(
    fc.property(cases, ({ zone, days, from, length, weekday, time, n, begins }) => {
      const monday = Temporal.PlainDate.from('2026-09-07').add({ weeks: begins });
      const round = roundCalendar(monday.toString(), []);
      const hours: Hours = { zone, days, from: clock(from), to: clock(from + length), rests: [] };
      const slot = openerSlot(round, n, hours, { weekday, time: clock(time) });
      const there = DateTime.fromMillis(slot.due.epochMilliseconds, { zone });
      const { first, firstWeekEnds } = fortnightDays(round, n);
      const on = there.toFormat('yyyy-MM-dd');
      expect(on >= first.toString() && on < firstWeekEnds.toString()).toBe(true);
      expect(days).toContain(there.weekday);
      const minutes = there.hour * 60 + there.minute;
      const opens = Math.max(from * 60, 8 * 60 + 30);
      const shuts = Math.min((from + length) * 60, 17 * 60 + 30);
      if (opens < shuts) expect(minutes >= opens && minutes < shuts).toBe(true);
      else expect(minutes >= from * 60 && minutes < (from + length) * 60).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test('soonest never goes back in time and is done in one step', () => {
  const cases = fc.record({ zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')), hour: fc.integer({ min: 0, max: 24 * 700 }) });
  fc.assert(
    fc.property(cases, ({ zone, hour }) => {
      const from = Temporal.Instant.from('2026-06-01T00:00:00Z').add({ hours: hour });
      const found = soonest({ ...office, zone }, from) as Temporal.Instant;
      expect(Temporal.Instant.compare(found, from) >= 0).toBe(true);
      expect(soonest({ ...office, zone }, found)).toEqual(found);
    }),
    { numRuns: 500 },
  );
});
