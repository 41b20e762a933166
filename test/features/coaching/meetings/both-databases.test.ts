// Meetings, verb by verb, on SQLite and on PostgreSQL: the two must not differ in anything a pair could notice.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { ofRound } from '../../../../src/features/coaching/contacts/gather.ts';
import { book } from '../../../../src/features/coaching/meetings/book.ts';
import { calendarFiles } from '../../../../src/features/coaching/meetings/calendar-files.ts';
import { cardSource } from '../../../../src/features/coaching/meetings/card-source.ts';
import { meetingsPart } from '../../../../src/features/coaching/meetings/home-part.ts';
import * as meetings from '../../../../src/features/coaching/meetings/meetings.ts';
import { overtaken } from '../../../../src/features/coaching/meetings/overtaken.ts';
import { pickSource } from '../../../../src/features/coaching/meetings/pick-source.ts';
import { setAside } from '../../../../src/features/coaching/meetings/set-aside.ts';
import { startTimer, stopTimer } from '../../../../src/features/coaching/meetings/turn-timer.ts';
import * as places from '../../../../src/features/coaching/places.ts';
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import type { Leader } from '../../../../src/features/joining/leaders.ts';
import { leave } from '../../../../src/features/leaving/leave.ts';
import * as rounds from '../../../../src/features/pairing/rounds.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import type { Slack } from '../../../../src/platform/slack/calls.ts';
import type { Tools } from '../../../../src/platform/tools.ts';
import { databases, toolsOn } from '../../../platform/both-databases.ts';
import { beginRound, foundProgramme, joinLeader } from '../ground.ts';

const at = (text: string) => Temporal.Instant.from(text);
const clock = { now: at('2027-01-18T10:00:00Z') };
const now = () => clock.now;
const handed: { user: string; text: string }[] = [];
const slack = {
  sendFile: async (user: string, file: { bytes: Uint8Array }) => {
    handed.push({ user, text: new TextDecoder().decode(file.bytes) });
    return { ok: true, value: undefined };
  },
} as unknown as Slack;

describe.each(databases)('on %s', (_, open) => {
  let tools: Tools;
  let close: () => Promise<void>;
  let programme: Programme;
  let round: string;
  let pair: string;
  let [amina, bo]: Leader[] = [];

  beforeAll(async () => {
    clock.now = at('2027-01-18T10:00:00Z');
    handed.length = 0;
    const ground = await open(now);
    close = ground.close;
    tools = await toolsOn(ground.db, { now, slack });
    programme = await foundProgramme(tools);
    amina = await joinLeader(tools, 'Amina', programme);
    bo = await joinLeader(tools, 'Bo', programme, { timeZone: 'America/New_York' });
    const begun = await beginRound(tools, programme, { pairs: [[amina, bo]], beginsOn: '2027-01-18', number: 1 });
    round = begun.id;
    pair = begun.pairs[0] ?? '';
  });
  afterAll(() => close());

  const fixes = (leader: Leader | undefined, time: string, seen = {}) =>
    book(tools, { user: leader?.user ?? '', pair, at: at(time), seen });
  const letters = async (kind: string) =>
    (await tools.db.selectFrom('outbox').select(['key', 'state']).where('kind', '=', kind).orderBy('key').execute()).map(
      ({ state }) => state,
    );
  const running = async () => ofRound(tools.db, { programme, round: (await rounds.byId(tools.db, round)) as never }, now());

  test('of two who book in the same moment one wins, and the other is told what stands', async () => {
    const done = await Promise.all([fixes(amina, '2027-01-21T15:00:00Z'), fixes(bo, '2027-01-22T15:00:00Z')]);
    expect(done.map((each) => (each.ok ? each.change : each.because)).sort()).toEqual(['booked', 'changed']);
    expect(await meetings.ofPair(tools.db, pair)).toHaveLength(1);
    expect(await letters('meeting')).toEqual(['pending']);
  });

  test('moved, cancelled and fixed again, it is one row whose sequence rises; what was not out yet is taken back', async () => {
    const standing = (await meetings.ofFortnight(tools.db, pair, 1)) as meetings.Meeting;
    expect(await fixes(bo, '2027-01-28T15:00:00Z', { 1: standing.sequence })).toMatchObject({ ok: true, change: 'moved' });
    expect(await setAside(tools, { user: amina?.user ?? '', pair, to: 'cancelled' })).toMatchObject({ ok: true });
    expect(await setAside(tools, { user: amina?.user ?? '', pair, to: 'cancelled' })).toMatchObject({ ok: true });
    expect(await fixes(amina, '2027-01-28T16:00:00Z')).toMatchObject({ ok: true, change: 'booked' });
    expect(await meetings.ofPair(tools.db, pair)).toMatchObject([{ sequence: 4, state: 'booked', startsAt: '2027-01-28T16:00:00.000Z' }]);
    expect((await letters('meeting')).filter((state) => state === 'pending')).toHaveLength(1);
  });

  test('files go to whoever acted at once, to the other in their hours, once each', async () => {
    await calendarFiles.run(tools, now());
    expect(handed.map(({ user }) => user)).toEqual([amina?.user]);
    clock.now = at('2027-01-18T15:00:00Z');
    await calendarFiles.run(tools, now());
    await calendarFiles.run(tools, now());
    expect(handed.map(({ user }) => user)).toEqual([amina?.user, bo?.user]);
    expect(handed.every(({ text }) => text.includes('METHOD:REQUEST') && text.includes('SEQUENCE:4'))).toBe(true);
  });

  test('the card is wished for once, written for the time that stands, and not for one that has changed', async () => {
    const each = await running();
    const [wish] = await cardSource.wishes(tools, each, at('2027-02-05T00:00:00Z'), now());
    expect(wish).toMatchObject({ rank: 'card', period: '1.1.4', due: at('2027-01-27T09:30:00Z'), closes: at('2027-01-28T16:00:00Z') });
    if (!wish) throw new Error('no card is wished for');
    const write = (about: typeof wish) =>
      transact(tools.db, (tx) => cardSource.write(tools, tx, { running: each, wish: about, outbox: 'o' }, now()));
    const body = await write(wish);
    expect('text' in body && body.text).toContain('4pm for Amina, and 11am for Bo. Amina goes first this time.');
    expect(await write({ ...wish, period: '1.1.3' })).toEqual({ off: 'changed' });
    const picks = await pickSource.wishes(tools, each, at('2027-02-05T00:00:00Z'), now());
    expect(picks.map(({ period, off }) => [period, off])).toEqual([['1.2', undefined]]);
  });

  test('the timer is started once, and stops', async () => {
    clock.now = at('2027-01-28T16:00:00Z');
    const wish = { user: bo?.user ?? '', pair, fortnight: 1 };
    await Promise.all([startTimer(tools, wish), startTimer(tools, wish)]);
    expect(await letters('timer')).toEqual(Array(6).fill('pending'));
    await stopTimer(tools, wish);
    expect(await letters('timer')).toEqual(Array(6).fill('skipped'));
  });

  test('when a partner leaves, a meeting to come is off, and the other’s calendar is told', async () => {
    clock.now = at('2027-02-01T15:00:00Z');
    expect(await fixes(amina, '2027-02-10T16:00:00Z')).toMatchObject({ ok: true, change: 'booked' });
    await calendarFiles.run(tools, now());
    const place = await places.ofLeader(tools.db, programme, amina as Leader, now());
    expect(JSON.stringify(await meetingsPart(tools, place, now()))).toContain('Wednesday 10 February 2027');
    handed.length = 0;
    clock.now = at('2027-02-02T15:00:00Z');
    await leave(tools, { programme, user: bo?.user ?? '', because: 'left' });
    await overtaken.run(tools, now());
    await calendarFiles.run(tools, now());
    expect(await meetings.ofFortnight(tools.db, pair, 2)).toMatchObject({ state: 'cancelled', sequence: 2 });
    expect(handed.map(({ user, text }) => [user, text.includes('METHOD:CANCEL')])).toEqual([[amina?.user, true]]);
  });
});
