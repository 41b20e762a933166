// When a team's eight weeks say what to whom: their days over pause weeks and clock changes, when two people can hear something together, and what may be
// told of the taps.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Tally } from '../../../../src/features/gathering/taps.ts';
import { usableMonday, usualMonday } from '../../../../src/features/gathering/teams/calendar.ts';
import { fortnightAt, fortnightEnds, fortnightSlot, hostSlot, tapsSlot } from '../../../../src/features/gathering/teams/weeks/calendar.ts';
import { type Answering, conclude } from '../../../../src/features/gathering/teams/weeks/conclude.ts';
import { place, type Reader } from '../../../../src/features/gathering/teams/weeks/plan.ts';
import type { Hours } from '../../../../src/features/joining/hours.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const london = { beginsOn: day('2027-03-15'), rests: [], zone: 'Europe/London' };

describe('the days of the eight weeks', () => {
  test('four Mondays at half past nine where the leader is, also after the clocks change', () => {
    const dues = [1, 2, 3, 4].map((n) => fortnightSlot(london, n).due.toString());
    expect(dues).toEqual(['2027-03-15T09:30:00Z', '2027-03-29T08:30:00Z', '2027-04-12T08:30:00Z', '2027-04-26T08:30:00Z']);
    expect(tapsSlot(london).due.toString()).toBe('2027-05-04T08:30:00Z');
    expect(fortnightEnds(london, 4).toString()).toBe('2027-05-09T23:00:00Z');
  });

  test('pause weeks move everything that comes after them, and the leader hears two days after the pairs', () => {
    const resting = { ...london, rests: [{ from: day('2027-03-29'), to: day('2027-04-04') }] };
    expect(fortnightSlot(resting, 1).due.toString()).toBe('2027-03-15T09:30:00Z');
    expect(fortnightSlot(resting, 2).due.toString()).toBe('2027-04-05T08:30:00Z');
    expect(hostSlot(resting, '2').due.toString()).toBe('2027-04-07T08:30:00Z');
    expect(fortnightAt(resting, at('2027-04-01T12:00:00Z'))).toBe(1);
    expect(tapsSlot(resting).due.toString()).toBe('2027-05-11T08:30:00Z');
  });

  test('before the first it is fortnight 0, after the last 5', () => {
    expect(fortnightAt(london, at('2027-03-14T23:00:00Z'))).toBe(0);
    expect(fortnightAt(london, at('2027-03-15T00:00:00Z'))).toBe(1);
    expect(fortnightAt(london, at('2027-05-09T22:59:00Z'))).toBe(4);
    expect(fortnightAt(london, at('2029-01-01T00:00:00Z'))).toBe(5);
  });

  test('another run begins on a Monday a week and more ahead, and not in days of rest', () => {
    for (const today of ['2027-05-10', '2027-05-13', '2027-05-16'])
      expect(usableMonday(usualMonday(day(today)), []).toString()).toBe('2027-05-24');
    expect(usableMonday(usualMonday(day('2027-05-13')), [{ from: day('2027-05-20'), to: day('2027-06-02') }]).toString()).toBe(
      '2027-06-07',
    );
  });
});

describe('when a pair hears something', () => {
  const office = (zone: string): Hours => ({ zone, days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', rests: [] });
  const now = at('2027-03-15T09:30:00Z');
  const slot = { due: now, closes: at('2027-03-26T00:00:00Z') };
  const reader = (user: string, zone: string, more: Partial<Reader> = {}): Reader => ({
    user,
    name: user,
    hours: office(zone),
    freeFrom: now,
    ...more,
  });

  test('together within the hours of both, and not before these have begun', () => {
    const both = [reader('A', 'Europe/London'), reader('B', 'America/New_York')];
    expect(place(both, slot, now)).toEqual({ then: 'wait', until: at('2027-03-15T13:00:00Z') });
    const placing = place(both, slot, at('2027-03-15T13:00:00Z'));
    expect(placing).toMatchObject({ then: 'send', letters: [{ readers: [{ user: 'A' }, { user: 'B' }] }] });
    if (placing.then === 'send') expect(placing.letters[0]?.windows[0]?.opens.toString()).toBe('2027-03-15T13:00:00Z');
  });

  test('each alone where they are never at work together, and on a day free for both where they are', () => {
    const apart = place([reader('A', 'Europe/London'), reader('B', 'Pacific/Auckland')], slot, now);
    expect(apart).toMatchObject({ then: 'send', letters: [{ readers: [{ user: 'A' }] }, { readers: [{ user: 'B' }] }] });
    const busy = reader('B', 'Europe/London', { freeFrom: at('2027-03-17T00:00:00Z') });
    expect(place([reader('A', 'Europe/London'), busy], slot, now)).toEqual({ then: 'wait', until: at('2027-03-17T09:00:00Z') });
  });

  test('waits for one of two who is away, tells the others of three, and gives up when it is late', () => {
    const away = reader('B', 'Europe/London', { not: 'paused', backAt: at('2027-03-18T00:00:00Z') });
    expect(place([reader('A', 'Europe/London'), away], slot, now)).toMatchObject({ then: 'wait', until: at('2027-03-18T00:00:00Z') });
    const three = place([reader('A', 'Europe/London'), away, reader('C', 'Europe/London')], slot, now);
    expect(three).toMatchObject({ then: 'send', letters: [{ readers: [{ user: 'A' }] }, { readers: [{ user: 'C' }] }] });
    expect(place([reader('A', 'Europe/London'), away], slot, slot.closes)).toEqual({ then: 'give-up', because: 'paused' });
    expect(place([reader('A', 'Europe/London')], slot, slot.closes)).toEqual({ then: 'give-up', because: 'late' });
    const quiet = reader('B', 'Europe/London', { not: 'quiet' });
    expect(place([reader('A', 'Europe/London'), quiet], slot, now)).toMatchObject({
      then: 'send',
      letters: [{ readers: [{ user: 'A' }] }],
    });
  });
});

describe('what may be told of the taps', () => {
  const answering = (pair: string | undefined, ...marks: ('worthAt' | 'moreAt' | 'heardAt')[]): Answering => {
    const at = (mark: 'worthAt' | 'moreAt' | 'heardAt') => (marks.includes(mark) ? 'x' : null);
    return { pair, worthAt: at('worthAt'), moreAt: at('moreAt'), heardAt: at('heardAt') };
  };
  const all = (pair: string | undefined) => answering(pair, 'worthAt', 'moreAt', 'heardAt');
  const yes = (replies: number): Tally[] => ['fo.1', 'fo.2'].map((item) => ({ item, choice: '0', replies }));

  test('with four replies, or five of two pairs, nothing at all', () => {
    expect(conclude(['1', '1', '2', '2'].map(all), yes(4))).toEqual({ replied: 4, asked: 4, said: [] });
    expect(conclude(['1', '1', '1', '2', '2'].map(all), yes(5)).said).toEqual([]);
    expect(conclude(['1', '1', '2', '2', undefined].map(all), yes(5)).said).toEqual([]);
  });

  test('with five of three pairs, and with twenty, bands and never a figure', () => {
    const five = conclude(['1', '1', '2', '2', '3'].map(all), yes(5));
    expect(five.said.find(({ item }) => item === 'fo.1')).toEqual({ item: 'fo.1', side: 'yes', bands: ['half', 'most', 'all'] });
    expect(five.said.find(({ item }) => item === 'ts.1')).toEqual({ item: 'ts.1', side: 'agree' });
    const twenty = conclude(
      Array.from({ length: 20 }, (_, at) => all(String(at % 10))),
      yes(20),
    );
    expect(JSON.stringify(twenty.said)).not.toMatch(/percent/);
    expect(twenty.said[0]?.bands).toBeDefined();
  });

  test('whoever tapped and has been forgotten takes the item with them', () => {
    expect(conclude(['1', '1', '2', '2', '3'].map(all), yes(6)).said).toEqual([]);
  });

  test('whatever is tapped, nothing is said that a smaller group would not be told', () => {
    const choice = fc.constantFrom('0', '1', '2');
    fc.assert(
      fc.property(fc.array(fc.record({ pair: fc.constantFrom('1', '2', '3', '4'), choice }), { maxLength: 20 }), (taps) => {
        const tallies = taps.map(({ choice }) => ({ item: 'fo.1', choice, replies: 1 }));
        const { said } = conclude(
          taps.map(({ pair }) => answering(pair, 'worthAt')),
          tallies,
        );
        const enough = taps.length >= 5 && new Set(taps.map(({ pair }) => pair)).size >= 3;
        expect(said.some(({ bands }) => bands !== undefined)).toBe(enough);
      }),
    );
  });
});
