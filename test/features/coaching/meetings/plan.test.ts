// How long meetings are, what happens in them, whose turn is first, when a card is due, and how a time is said.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { heldOf } from '../../../../src/features/coaching/meetings/held.ts';
import type { Meeting } from '../../../../src/features/coaching/meetings/meetings.ts';
import { lengthOf, openFortnights, planFor, rhythmOf, speaksFirst, timerWords } from '../../../../src/features/coaching/meetings/plan.ts';
import { cardDue, howToTell, politeForAll } from '../../../../src/features/coaching/meetings/polite.ts';
import { othersTimes, whenFor } from '../../../../src/features/coaching/meetings/times.ts';

const instant = (text: string) => Temporal.Instant.from(text);
const about = (fortnight: number, size = 2, first = false) => ({ fortnight, size, first });
const office = (zone: string, more = {}) => ({ hours: { zone, days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', rests: [], ...more } });

describe('the plan', () => {
  test.each([
    ['a pair, fortnight A', about(3), 'steady', 60, 'plan.pair.long', 25],
    ['a pair, fortnight B', about(4), 'steady', 20, 'plan.pair.short', 8],
    ['a pair, fortnight B, full', about(4), 'full', 60, 'plan.pair.long', 25],
    ['the first meeting, late', about(2, 2, true), 'steady', 60, 'plan.first', 17],
    ['half way', about(7), 'steady', 60, 'plan.half', 20],
    ['a trio, fortnight A', about(3, 3), 'steady', 75, 'plan.trio.long', 20],
    ['a trio, fortnight B', about(4, 3), 'steady', 30, 'plan.trio.short', 8],
    ['closing', about(13), 'steady', 60, 'plan.closing', 20],
    ['closing of three', about(13, 3), 'full', 60, 'coaching.meeting.plan.closing.trio', 13],
  ] as const)('%s', (_, meeting, rhythm, minutes, id, turn) => {
    expect(lengthOf(meeting, rhythm)).toBe(minutes);
    expect(planFor(meeting, minutes)).toEqual({ id, turn });
  });

  test('full only where the pair agreed on it, or everyone would like it', () => {
    expect([rhythmOf('full', ['steady', 'steady']), rhythmOf(null, ['full', 'full']), rhythmOf(null, ['full', 'steady'])]).toEqual([
      ...['full', 'full', 'steady'],
    ]);
    expect(rhythmOf('steady', ['full', 'full'])).toBe('steady');
  });

  test('the timer says three things a turn, and the last one is the end', () => {
    expect(timerWords(17, 2).map(({ after, id }) => `${after} ${id}`)).toEqual([
      ...['8.5 timer.half', '15 timer.two', '17 timer.over', '25.5 timer.half', '32 timer.two', '34 timer.over'],
    ]);
    expect(timerWords(8, 3).at(-1)).toEqual({ after: 24, turn: 3, id: 'timer.over' });
  });

  test('a time may be picked for this fortnight and the next, but where one is still to come', () => {
    expect(openFortnights('before', [])).toEqual([1, 2]);
    expect(openFortnights(3, [{ fortnight: 3, ahead: true }])).toEqual([4]);
    expect(openFortnights(3, [{ fortnight: 3, ahead: false }])).toEqual([3, 4]);
    expect(openFortnights(13, [])).toEqual([13]);
    expect(openFortnights('after', [])).toEqual([]);
  });
});

describe('who speaks first', () => {
  test('two take turns, over a fortnight without a meeting too', () => {
    expect(speaksFirst(['amina', 'bo'], [])).toBe('amina');
    expect(speaksFirst(['amina', 'bo'], [{ first: 'amina' }])).toBe('bo');
    expect(speaksFirst(['amina', 'bo'], [{ first: 'amina' }, { first: 'bo' }])).toBe('amina');
    expect(speaksFirst(['amina', 'bo'], [{ first: 'amina' }, {}])).toBe('amina');
  });

  test('three go round, and somebody who left is passed over', () => {
    const three = ['chidi', 'freya', 'goran'];
    expect(
      [1, 2, 3].map((n) =>
        speaksFirst(
          three,
          three.slice(0, n).map((first) => ({ first })),
        ),
      ),
    ).toEqual(['freya', 'goran', 'chidi']);
    expect(speaksFirst(['chidi', 'goran'], [{ first: 'chidi' }, { first: 'freya' }])).toBe('chidi');
    expect(speaksFirst(['chidi', 'goran', 'hana'], [{ first: 'chidi' }, { first: 'goran' }])).toBe('hana');
  });

  test('a meeting was held when one of them says so; a booked time that passed counts, unless somebody says "not yet"', () => {
    const meeting = (fortnight: number, state: Meeting['state'], startsAt: string | null): Meeting => ({
      ...{
        id: 'm',
        pair: 'p',
        fortnight,
        state,
        startsAt,
        minutes: 60,
        sequence: 1,
        first: `l${fortnight}`,
        arrangedBy: 'l',
        changedAt: '',
      },
      timerStartedAt: null,
    });
    const fixed = [
      meeting(1, 'booked', '2027-01-19T10:00:00.000Z'),
      meeting(2, 'booked', '2027-02-02T10:00:00.000Z'),
      meeting(3, 'cancelled', '2027-02-16T10:00:00.000Z'),
      meeting(4, 'none', null),
      meeting(6, 'booked', '2027-04-01T10:00:00.000Z'),
    ];
    const answers = [
      { fortnight: 2, met: 'not-yet' },
      { fortnight: 3, met: 'skip' },
      { fortnight: 5, met: 'not-yet' },
      { fortnight: 5, met: 'met' },
    ];
    expect(heldOf(answers, fixed, instant('2027-03-25T00:00:00Z'))).toEqual([{ fortnight: 1, first: 'l1' }, { fortnight: 5 }]);
  });
});

describe('when the card is due', () => {
  const usual = { weekday: 2, time: '09:30' };
  const due = (readers: { hours: ReturnType<typeof office>['hours'] }[], start: string) =>
    cardDue(
      readers.map(({ hours }) => ({ hours, usual })),
      instant(start),
    ).toString();

  test('one working day before, at the usual hour; a Monday has its card on Friday', () => {
    expect(due([office('Europe/London')], '2027-01-21T14:00:00Z')).toBe('2027-01-20T09:30:00Z');
    expect(due([office('Europe/London')], '2027-01-25T14:00:00Z')).toBe('2027-01-22T09:30:00Z');
    expect(due([office('Europe/London', { days: [2, 4] })], '2027-01-21T14:00:00Z')).toBe('2027-01-19T09:30:00Z');
  });

  test('over a clock change and over days of rest', () => {
    expect(due([office('Europe/London')], '2027-03-29T10:00:00Z')).toBe('2027-03-26T09:30:00Z');
    const rests = [{ from: Temporal.PlainDate.from('2027-03-22'), to: Temporal.PlainDate.from('2027-03-28') }];
    expect(due([office('Europe/London', { rests })], '2027-03-29T10:00:00Z')).toBe('2027-03-19T09:30:00Z');
  });

  test('for whoever’s comes first, where they are', () => {
    expect(due([office('America/New_York'), office('Pacific/Auckland')], '2027-01-21T21:00:00Z')).toBe('2027-01-20T14:30:00Z');
  });
});

describe('who hears when', () => {
  const until = instant('2027-01-29T00:00:00Z');

  test('at once where the others work now, though whoever acts has gone home', () => {
    const now = instant('2027-01-19T18:00:00Z');
    expect(howToTell(office('Europe/London'), [office('America/New_York')], now, until)).toEqual({ to: 'group', at: now });
  });

  test('else at the next moment that suits everybody', () => {
    const now = instant('2027-01-19T09:10:00Z');
    expect(howToTell(office('Europe/London'), [office('America/New_York')], now, until)).toEqual({
      to: 'group',
      at: instant('2027-01-19T14:00:00Z'),
    });
  });

  test('else each alone, in their own hours', () => {
    const now = instant('2027-01-19T21:00:00Z');
    const told = howToTell(
      office('Pacific/Auckland', { from: '13:00' }),
      [office('Pacific/Honolulu', { to: '12:00', from: '10:00' })],
      now,
      until,
    );
    expect(told).toEqual({ to: 'group', at: now });
    const apart = howToTell(office('Pacific/Honolulu', { to: '12:00' }), [office('Pacific/Auckland', { from: '13:00' })], now, until);
    expect(apart).toEqual({ to: 'each', at: [instant('2027-01-20T00:00:00Z')] });
    expect(politeForAll([{ ...office('Europe/London'), awayUntil: null }], now)).toBeUndefined();
  });
});

describe('when it is, in words', () => {
  const amina = { name: 'Amina', zone: 'Europe/London' };
  const dolores = { name: 'Dolores', zone: 'America/New_York' };
  const edo = { name: 'Edo', zone: 'Pacific/Auckland' };
  const at = instant('2027-01-21T20:00:00Z');

  test('plainly where all clocks agree', () => {
    expect(whenFor([amina, { ...amina, name: 'Bo' }], at)).toEqual({ date: 'Thursday 21 January 2027', time: '8pm' });
  });

  test('with everyone’s own time, and their day where it is another one', () => {
    expect(whenFor([amina, dolores, edo], at)).toEqual({
      date: 'Thursday 21 January 2027',
      time: '8pm for Amina, 3pm for Dolores, and 9am on Friday 22 January 2027 for Edo',
    });
    expect(othersTimes('Europe/London', [dolores, { ...amina, name: 'Bo' }], at)).toBe('3pm for Dolores');
    expect(othersTimes('Europe/London', [{ ...amina, name: 'Bo' }], at)).toBe('');
  });
});
