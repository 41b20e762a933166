// When people could meet: by tables across clock changes, nights and half-hour zones, and by properties for any hours at all.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { offersOf, pagesOf } from '../../../../src/features/coaching/meetings/offers.ts';
import { isInside, type Sitter, type Stretch, sharedStretches, slotsIn } from '../../../../src/features/coaching/meetings/slots.ts';

const instant = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const office: Sitter['hours'] = { zone: 'Europe/London', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', rests: [] };
const works = (hours: Partial<Sitter['hours']>, awayUntil?: Sitter['awayUntil']): Sitter => ({
  hours: { ...office, ...hours },
  ...(awayUntil !== undefined && { awayUntil }),
});
const said = (slots: readonly Temporal.Instant[], zone: string) =>
  slots.map((slot) => slot.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).slice(5));
const week = (monday: string): Stretch => [instant(`${monday}T00:00:00Z`), instant(`${monday}T00:00:00Z`).add({ hours: 7 * 24 })];

describe('slots', () => {
  test('two in one office: every half hour at which the hour still fits', () => {
    const one: Stretch = [instant('2027-01-19T00:00:00Z'), instant('2027-01-20T00:00:00Z')];
    const slots = slotsIn([works({}), works({ from: '10:00', to: '12:00' })], one, 60, 'Europe/London');
    expect(said(slots, 'Europe/London')).toEqual(['01-19T10:00', '01-19T10:30', '01-19T11:00']);
  });

  test.each([
    ['spring in Europe, not yet in step with New York', '2027-03-22', '13:00', '2027-03-29', '14:00'],
    ['spring in New York first', '2027-03-08', '14:00', '2027-03-15', '13:00'],
    ['autumn in Europe first', '2027-10-25', '14:00', '2027-11-01', '13:00'],
  ])('the first shared hour of London and New York moves with the clocks: %s', (_, before, one, after, other) => {
    const both = [works({}), works({ zone: 'America/New_York' })];
    const first = (monday: string) => said(slotsIn(both, week(monday), 60, 'Europe/London'), 'Europe/London')[0]?.slice(6);
    const fromUtc = (monday: string) => slotsIn(both, week(monday), 60, 'Europe/London')[0]?.toZonedDateTimeISO('America/New_York').hour;
    expect([first(before), fromUtc(before)]).toEqual([one, 9]);
    expect([first(after), fromUtc(after)]).toEqual([other, 9]);
  });

  test('the southern summer: Sydney and Auckland change their clocks on different days', () => {
    const both = [works({ zone: 'Australia/Sydney' }), works({ zone: 'Pacific/Auckland' })];
    const hours = (monday: string) => {
      const days: Stretch = [week(monday)[0], week(monday)[0].add({ hours: 4 * 24 })];
      const slots = slotsIn(both, days, 60, 'Australia/Sydney').map((slot) => slot.toZonedDateTimeISO('Pacific/Auckland').hour);
      return [Math.min(...slots), Math.max(...slots)];
    };
    expect(hours('2027-01-18')).toEqual([11, 16]);
    expect(hours('2027-09-27')).toEqual([12, 16]);
    expect(hours('2027-10-11')).toEqual([11, 16]);
  });

  test('on the day itself: working time that the clocks take away is not offered, working time that they give is', () => {
    const night = works({ from: '00:00', to: '04:00', days: [1, 2, 3, 4, 5, 6, 7] });
    const on = (date: string): Stretch => [instant(`${date}T00:00:00Z`).subtract({ hours: 1 }), instant(`${date}T06:00:00Z`)];
    expect(said(slotsIn([night], on('2027-03-28'), 60, 'Europe/London'), 'Europe/London')).toEqual([
      ...['03-28T00:00', '03-28T00:30', '03-28T02:00', '03-28T02:30', '03-28T03:00'],
    ]);
    expect(slotsIn([night], on('2027-10-31'), 60, 'Europe/London')).toHaveLength(9);
  });

  test('half-hour and quarter-hour zones are offered on the half hours of whoever looks', () => {
    const both = [works({ zone: 'Asia/Kolkata' }), works({ zone: 'Asia/Kathmandu' })];
    const one: Stretch = [instant('2027-01-19T00:00:00Z'), instant('2027-01-19T12:00:00Z')];
    expect(said(slotsIn(both, one, 60, 'Asia/Kolkata'), 'Asia/Kolkata')[0]).toBe('01-19T09:00');
    expect(said(slotsIn(both, one, 60, 'Asia/Kathmandu'), 'Asia/Kathmandu').every((slot) => /:(?:00|30)$/.test(slot))).toBe(true);
  });

  test('a working day that runs over midnight is one, and ends where the programme rests', () => {
    const night = works({ from: '22:00', to: '06:00', days: [1] });
    const slots = slotsIn([night], week('2027-01-18'), 60, 'Europe/London');
    expect(said(slots, 'Europe/London').at(-1)).toBe('01-19T05:00');
    expect(slots).toHaveLength(15);
    const resting = works({ from: '22:00', to: '06:00', days: [1], rests: [{ from: day('2027-01-19'), to: day('2027-01-25') }] });
    expect(said(slotsIn([resting], week('2027-01-18'), 60, 'Europe/London'), 'Europe/London').at(-1)).toBe('01-18T23:00');
  });

  test('Honolulu and Auckland share no hour of their offices', () => {
    const both = [works({ zone: 'Pacific/Honolulu', to: '12:00' }), works({ zone: 'Pacific/Auckland', from: '13:00' })];
    expect(slotsIn(both, week('2027-01-18'), 60, 'Pacific/Auckland')).toEqual([]);
  });

  test('nothing while somebody is away, nor when nobody knows when they are back', () => {
    const back = instant('2027-01-20T00:00:00Z');
    const slots = slotsIn([works({}), works({}, back)], week('2027-01-18'), 60, 'Europe/London');
    expect(said(slots, 'Europe/London')[0]).toBe('01-20T09:00');
    expect(slotsIn([works({}), works({}, null)], week('2027-01-18'), 60, 'Europe/London')).toEqual([]);
  });
});

const zones = ['Pacific/Honolulu', 'America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Auckland'];
const hours = fc.record({
  zone: fc.constantFrom(...zones),
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  from: fc.constantFrom('00:00', '06:15', '09:00', '13:30', '22:00'),
  to: fc.constantFrom('00:00', '05:45', '12:00', '17:00', '23:30'),
  rests: fc.constantFrom([], [{ from: day('2027-03-29'), to: day('2027-04-04') }]),
});
const begins = fc.constantFrom('2027-03-22', '2027-04-01', '2027-09-20', '2027-10-27', '2027-11-03');

describe('whatever the hours', () => {
  test('every slot lies inside the hours of everyone, in the span, in order, and on the half hour', () => {
    fc.assert(
      fc.property(fc.array(hours, { minLength: 1, maxLength: 3 }), begins, fc.constantFrom(20, 60, 75), (people, from, minutes) => {
        const sitters = people.map((each) => ({ hours: each }));
        const span: Stretch = [instant(`${from}T00:00:00Z`), instant(`${from}T00:00:00Z`).add({ hours: 14 * 24 })];
        const zone = people[0]?.zone ?? 'UTC';
        const slots = slotsIn(sitters, span, minutes, zone);
        for (const [at, slot] of slots.entries()) {
          if (at % 20 === 0) expect(sitters.every((sitter) => isInside(sitter, slot, minutes))).toBe(true);
          expect(slot.toZonedDateTimeISO(zone).minute % 30).toBe(0);
          expect(Temporal.Instant.compare(span[0], slot) <= 0 && Temporal.Instant.compare(slot.add({ minutes }), span[1]) <= 0).toBe(true);
          if (at > 0) expect(Temporal.Instant.compare(slots[at - 1] as Temporal.Instant, slot)).toBe(-1);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('no minute is left out: a minute lies in a shared stretch if and only if it is in the hours of each', () => {
    fc.assert(
      fc.property(hours, hours, begins, fc.integer({ min: 0, max: 14 * 24 * 60 - 1 }), (one, other, from, minute) => {
        const span: Stretch = [instant(`${from}T00:00:00Z`), instant(`${from}T00:00:00Z`).add({ hours: 14 * 24 })];
        const at = span[0].add({ minutes: minute });
        const sitters = [{ hours: one }, { hours: other }];
        const shared = sharedStretches(sitters, span).some(
          ([opens, closes]) => Temporal.Instant.compare(opens, at) <= 0 && Temporal.Instant.compare(at, closes) < 0,
        );
        expect(shared).toBe(sitters.every((sitter) => clockSays(sitter.hours, at)));
      }),
      { numRuns: 100 },
    );
  });
});

/** Whether the clock on the wall says that somebody works: reckoned without stretches. */
function clockSays({ zone, days, from, to, rests }: Sitter['hours'], at: Temporal.Instant): boolean {
  const there = at.toZonedDateTimeISO(zone);
  const [today, time] = [there.toPlainDate(), there.toPlainTime().toString({ smallestUnit: 'minute' })];
  const rest = (date: Temporal.PlainDate) =>
    rests.some((each) => each.from.toString() <= date.toString() && date.toString() <= each.to.toString());
  const on = (date: Temporal.PlainDate) => days.includes(date.dayOfWeek) && !rest(date);
  if (from < to) return on(today) && from <= time && time < to;
  return (on(today) && from <= time) || (on(today.subtract({ days: 1 })) && !rest(today) && time < to);
}

describe('what is offered', () => {
  const facts = {
    now: instant('2027-01-18T11:00:00Z'),
    zone: 'Europe/London',
    own: works({}),
    others: [works({})],
    open: [{ fortnight: 1, span: week('2027-01-18'), minutes: 60 }],
  };

  test('nothing that the other could not hear of in time', () => {
    const early = { ...facts, now: instant('2027-01-18T20:00:00Z'), own: works({ from: '07:00' }), others: [works({ from: '07:00' })] };
    expect(said([offersOf(early)[0]?.at ?? early.now], 'Europe/London')).toEqual(['01-19T08:30']);
    expect(offersOf({ ...facts, others: [works({}, null)] })).toEqual([]);
  });

  test('the usual time first, a week to a page, a hundred at most', () => {
    const usual = { weekday: 4, time: '14:00', zone: 'Europe/London' };
    const [first = [], ...rest] = pagesOf(offersOf({ ...facts, usual }), 'Europe/London');
    expect(
      said(
        first.slice(0, 2).map(({ at }) => at),
        'Europe/London',
      ),
    ).toEqual(['01-21T14:00', '01-18T11:30']);
    expect(rest).toEqual([]);
    const always = works({ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' });
    const span: Stretch = [instant('2027-01-18T00:00:00Z'), instant('2027-02-15T00:00:00Z')];
    const many = pagesOf(
      offersOf({ ...facts, own: always, others: [always], open: [{ fortnight: 1, span, minutes: 20 }] }),
      'Europe/London',
    );
    expect(Math.max(...many.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(many.flat()).toHaveLength(new Set(many.flat().map(({ at }) => at.toString())).size);
    expect(many.flat().length).toBeGreaterThan(1200);
  });
});
