// When those in a pair may be told something: each in their own hours, all together at a moment that suits everyone, and nobody at the weekend.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { lastDay } from '../../../src/features/founding/round-days.ts';
import * as contacts from '../../../src/features/joining/contacts.ts';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import { heardAt } from '../../../src/features/pairing/calendar.ts';
import * as rounds from '../../../src/features/pairing/rounds.ts';
import { isJustNow, politelyTogether } from '../../../src/features/pairing/telling-hours.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { enqueue } from '../../../src/platform/outbox/enqueue.ts';
import { enrol, type Stage, stage } from './rotating.ts';

const at = (text: string) => Temporal.Instant.from(text);
const reader = (timeZone: string, about: Partial<Leader> = {}) => ({
  ...{ id: timeZone, timeZone, workingDays: [1, 2, 3, 4, 5], workingFrom: '09:00', workingTo: '17:00' },
  ...{ pausedAt: null, pausedUntil: null, leftAt: null, ...about },
});

describe('a moment that suits everyone', () => {
  test.each([
    ['London and New York, in the morning', ['Europe/London', 'America/New_York'], '2027-01-12T09:30:00Z', '2027-01-12T14:00:00Z'],
    ['London and New York, while both work', ['Europe/London', 'America/New_York'], '2027-01-12T15:00:00Z', '2027-01-12T15:00:00Z'],
    ['London on a Saturday', ['Europe/London'], '2027-01-16T09:30:00Z', '2027-01-18T09:00:00Z'],
    ['London at the end of its day', ['Europe/London'], '2027-01-12T16:59:59.999Z', '2027-01-12T16:59:59.999Z'],
    ['London when its day is over', ['Europe/London'], '2027-01-12T17:00:00Z', '2027-01-13T09:00:00Z'],
    ['London and Auckland never work together', ['Europe/London', 'Pacific/Auckland'], '2027-01-12T12:00:00Z', undefined],
  ])('%s', (_, zones, now, expected) => {
    const windows = politelyTogether(
      zones.map((zone) => reader(zone)),
      at(now),
    );
    expect(windows[0]?.opens.toString()).toBe(expected);
  });

  test('whoever pressed within the hour is still there', () => {
    expect(isJustNow('2027-01-12T11:00:00.000Z', at('2027-01-12T12:00:00Z'))).toBe(true);
    expect(isJustNow('2027-01-12T10:59:59.000Z', at('2027-01-12T12:00:00Z'))).toBe(false);
    expect(isJustNow(null, at('2027-01-12T12:00:00Z'))).toBe(false);
  });
});

describe('the calendar', () => {
  const clock = { timeZone: 'Europe/London', sendTime: '09:30', workingDays: [1, 2, 3, 4, 5] };

  test.each([
    ['2027-01-12T09:30:00Z', '2027-01-12T09:30:00Z'],
    ['2027-01-16T09:30:00Z', '2027-01-18T09:00:00Z'],
  ])('word that is sent at %s has arrived at %s', (sent, heard) => {
    expect(heardAt(clock, [], at(sent)).toString()).toBe(heard);
  });

  test('a round lasts 26 weeks and as many days as the programme rests', () => {
    const begins = Temporal.PlainDate.from('2027-01-18');
    const rest = { from: Temporal.PlainDate.from('2027-03-29'), to: Temporal.PlainDate.from('2027-04-04') };
    expect([lastDay(begins, []).toString(), lastDay(begins, [rest]).toString()]).toEqual(['2027-07-18', '2027-07-25']);
  });
});

describe('a round that goes out by itself', () => {
  const arrived = async (on: Stage, kind: string) =>
    (
      await on.tools.db.selectFrom('outbox').select(['key', 'started_at']).where('kind', '=', kind).where('state', '=', 'sent').execute()
    ).map(({ started_at }) => started_at ?? '');

  test('on a Saturday reaches its leaders on Monday, and the days to confirm are counted from then', async () => {
    const on = await stage(['amina', 'bo', 'chidi', 'dolores'], { anchorOn: Temporal.PlainDate.from('2027-02-06') });
    await on.house.forward({ days: 26 });
    expect(await arrived(on, 'match')).toEqual([]);
    expect(await rounds.current(on.tools.db, on.programme.id)).toMatchObject({ rotated_on: '2027-02-06' });
    await on.house.forward({ days: 3 });
    const instants = await arrived(on, 'match');
    expect(instants).toHaveLength(4);
    expect(instants.every((instant) => instant.startsWith('2027-02-08T09:0'))).toBe(true);
    expect(await rounds.current(on.tools.db, on.programme.id)).toMatchObject({
      confirm_by: '2027-02-11T09:00:00.000Z',
      begins_on: '2027-02-15',
    });
  });

  test('reaches Edo in Auckland in his own mornings, and his partner in hers where the two never work together', async () => {
    const on = await stage(['amina', 'bo', 'chidi']);
    on.cast.edo = await enrol(on, 'edo', { timeZone: 'Pacific/Auckland' });
    await on.house.forward({ days: 30 });
    const letters = await on.tools.db
      .selectFrom('outbox')
      .select(['key', 'lane', 'started_at'])
      .where('kind', 'in', ['match', 'pair'])
      .execute();
    const his = letters.filter(({ lane }) => lane === `person:${on.cast.edo.user}`).map(({ started_at }) => started_at?.slice(0, 16));
    expect(his).toEqual(['2027-02-02T20:00', '2027-02-07T20:00']);
    expect(letters.some(({ lane }) => lane.startsWith('group:') && lane.includes(on.cast.edo.user))).toBe(false);
  });

  test('is counted as what reached each of them', async () => {
    const on = await stage();
    await on.house.forward({ days: 22 });
    const counted = await on.tools.db.selectFrom('contact').select(['slack_user', 'kind']).where('kind', '=', 'match').execute();
    expect(counted).toHaveLength(4);
  });

  test('waits for a week in which its reader has room for it', async () => {
    const on = await stage();
    const { tools, house, cast } = on;
    const readers = [{ leader: cast.amina.id, user: cast.amina.user }];
    const hear = (key: string) =>
      transact(tools.db, async (tx) => {
        const address = { to: 'person', user: cast.amina.user } as const;
        const body = { text: 'Today is about trust.', blocks: [] };
        await enqueue(tools, tx, { key, kind: 'opener', address, priority: 3, body }, tools.now());
        await contacts.note(tools, tx, { key, kind: 'opener', rank: 'opener', readers }, tools.now());
      });
    await house.forward({ days: 20 });
    await hear('opener:monday');
    await house.forward({ hours: 21 });
    await hear('opener:tuesday');
    await house.forward({ days: 8 });
    const days = (await arrived(on, 'match')).map((instant) => instant.slice(0, 10)).sort();
    expect(days).toEqual(['2027-02-02', '2027-02-02', '2027-02-02', '2027-02-08']);
  });
});
