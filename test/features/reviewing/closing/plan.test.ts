import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { roundCalendar } from '../../../../src/features/coaching/calendar.ts';
import { doorOf, introducedBy, type Said, type Say, stateOf } from '../../../../src/features/reviewing/closing/plan.ts';
import {
  afterSlot,
  closingDays,
  handOnSlot,
  nextSlot,
  prepSlot,
  type Times,
  thanksSlot,
} from '../../../../src/features/reviewing/closing/times.ts';

const said = (leader: string, answer: Say, version = 1): Said => ({ leader, answer, version });

describe('what becomes of an insight', () => {
  const pair = ['amina', 'bo'];
  const trio = ['chidi', 'dolores', 'edo'];
  const rows: [string, readonly string[], Said[], string][] = [
    ['waits while only the one who suggested it has spoken', pair, [said('amina', 'share')], 'waiting'],
    ['is shared when both have agreed', pair, [said('amina', 'share'), said('bo', 'share')], 'shared'],
    ['carries no names where one of them wants none', pair, [said('amina', 'named'), said('bo', 'share')], 'shared'],
    ['carries names where both want them', pair, [said('amina', 'named'), said('bo', 'named')], 'named'],
    ['stays between them where one says no', pair, [said('amina', 'named'), said('bo', 'no')], 'stopped'],
    ['stays between them where the one who suggested it thinks again', pair, [said('amina', 'no'), said('bo', 'share')], 'stopped'],
    ['waits for everyone in a trio', trio, [said('chidi', 'share'), said('dolores', 'share')], 'waiting'],
    ['is shared when all three have agreed', trio, trio.map((leader) => said(leader, 'share')), 'shared'],
    ['carries names only where all three want them', trio, trio.map((leader, at) => said(leader, at === 2 ? 'share' : 'named')), 'shared'],
    ['is not shared on the word of somebody who is not in the pair', pair, [said('amina', 'share'), said('goran', 'share')], 'waiting'],
    [
      'is stopped by somebody who has left since',
      ['amina', 'bo'],
      [said('amina', 'share'), said('bo', 'share'), said('edo', 'no')],
      'stopped',
    ],
    ['is not shared by one alone', ['amina'], [said('amina', 'share')], 'waiting'],
  ];
  test.each(rows)('%s', (_, members, answers, state) => {
    expect(stateOf(1, members, answers)).toBe(state);
  });

  test('an answer to older words counts for nothing', () => {
    expect(stateOf(2, pair, [said('amina', 'share', 2), said('bo', 'share', 1)])).toBe('waiting');
    expect(stateOf(2, pair, [said('amina', 'share', 2), said('bo', 'no', 1)])).toBe('waiting');
  });
});

describe('who introduces whom', () => {
  const members = (names: string[]) => names.map((leader) => ({ leader }));
  test('in a pair each the other, in a trio each the next, so that everyone is introduced once', () => {
    expect(introducedBy('bo', members(['amina', 'bo']))?.leader).toBe('amina');
    const trio = members(['chidi', 'dolores', 'edo']);
    expect(trio.map(({ leader }) => introducedBy(leader, trio)?.leader)).toEqual(['dolores', 'edo', 'chidi']);
  });
  test('nobody where one is alone, or a stranger', () => {
    expect(introducedBy('amina', members(['amina']))).toBeUndefined();
    expect(introducedBy('goran', members(['amina', 'bo']))).toBeUndefined();
  });
});

describe('when the end of a round is open', () => {
  const now = Temporal.Instant.from('2027-07-20T09:00:00Z');
  test.each([
    [{ begun: false }, 'early'],
    [{ begun: true }, 'open'],
    [{ begun: true, closedAt: now.subtract({ hours: 24 * 14 - 1 }) }, 'open'],
    [{ begun: true, closedAt: now.subtract({ hours: 24 * 14 }) }, 'over'],
  ])('%j: %s', (standing, door) => {
    expect(doorOf(standing, now)).toBe(door);
  });
});

describe('when its messages are wanted', () => {
  const calendar = roundCalendar('2027-01-18', []);
  const days = closingDays(calendar, Temporal.PlainDate.from('2027-07-19'));
  const office: Times = {
    hours: { zone: 'Europe/London', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', rests: [] },
    usual: { weekday: 2, time: '09:30' },
  };
  const there = (times: Times, { due, closes }: { due: Temporal.Instant; closes: Temporal.Instant }) =>
    due.equals(closes) ? 'never' : due.toZonedDateTimeISO(times.hours.zone).toPlainDateTime().toString();
  const weekend = { ...office, hours: { ...office.hours, days: [6, 7] } };

  test('the look back on Tuesday of week 25, in the place of an opener', () => {
    expect(there(office, prepSlot(days, office))).toBe('2027-07-06T09:30:00');
  });

  test('the two last things on the working day after the meeting, else on the second Wednesday', () => {
    expect(there(office, afterSlot(days, office))).toBe('2027-07-14T09:30:00');
    expect(there(office, afterSlot(days, office, { meets: Temporal.Instant.from('2027-07-09T14:00:00Z') }))).toBe('2027-07-12T09:30:00');
    expect(there(office, afterSlot(days, office, { meets: Temporal.Instant.from('2027-08-09T14:00:00Z') }))).toBe('2027-07-14T09:30:00');
    expect(there(weekend, afterSlot(days, weekend))).toBe('2027-07-17T09:30:00');
  });

  test('the two last things on the last working day of week 25 where the next partners are told in week 26', () => {
    const told = Temporal.PlainDate.from('2027-07-12');
    const meets = Temporal.Instant.from('2027-07-13T14:00:00Z');
    expect(there(office, afterSlot(days, office, { told }))).toBe('2027-07-09T09:30:00');
    expect(there(weekend, afterSlot(days, weekend, { told }))).toBe('2027-07-11T09:30:00');
    expect(there(office, afterSlot(days, office, { told, meets }))).toBe('2027-07-14T09:30:00');
    expect(there(office, afterSlot(days, office, { told: told.subtract({ days: 4 }) }))).toBe('2027-07-14T09:30:00');
  });

  test('the card and the introduction in week 26; at its end where they should have gone along with something else', () => {
    expect(there(office, handOnSlot(days, office))).toBe('2027-07-13T09:30:00');
    expect(there(office, handOnSlot(days, office, { told: Temporal.PlainDate.from('2027-07-12') }))).toBe('2027-07-16T09:30:00');
  });

  test('thanks on the last working day', () => {
    expect(there(office, thanksSlot(days, office))).toBe('2027-07-16T09:30:00');
    expect(there(weekend, thanksSlot(days, weekend))).toBe('2027-07-18T09:30:00');
  });

  test('the question about the next round in the second week of fortnight 10', () => {
    expect(there(office, nextSlot(calendar, office))).toBe('2027-06-01T09:30:00');
  });

  test('a pair whose clock is behind closes in the two weeks before the next round begins', () => {
    const rests = [{ from: Temporal.PlainDate.from('2027-03-01'), to: Temporal.PlainDate.from('2027-03-28') }];
    const behind = closingDays(roundCalendar('2027-01-18', rests), Temporal.PlainDate.from('2027-07-19'));
    expect(Object.values(behind).map(String)).toEqual(['2027-07-05', '2027-07-12', '2027-07-19']);
    expect(there(office, prepSlot(behind, office))).toBe('2027-07-06T09:30:00');
    const long = closingDays(calendar, Temporal.PlainDate.from('2027-07-26'));
    expect(Object.values(long).map(String)).toEqual(['2027-07-05', '2027-07-12', '2027-07-19']);
    const short = closingDays(calendar, Temporal.PlainDate.from('2027-07-12'));
    expect(Object.values(short).map(String)).toEqual(['2027-06-28', '2027-07-05', '2027-07-12']);
  });

  test('never where nobody works in all that time', () => {
    const rests = [{ from: Temporal.PlainDate.from('2027-07-12'), to: Temporal.PlainDate.from('2027-07-18') }];
    const resting = { ...office, hours: { ...office.hours, rests } };
    expect(there(resting, afterSlot(days, resting))).toBe('never');
  });
});
