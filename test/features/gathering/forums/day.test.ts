// "Your Forum is today", for those who are in no running round, on both databases; those in a round are told with everything else that reaches them.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { running } from '../../../../src/features/coaching/contacts/gather.ts';
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import { forumsContacts } from '../../../../src/features/gathering/forums/contacts.ts';
import type { Forum } from '../../../../src/features/gathering/forums/forums.ts';
import { giveBack } from '../../../../src/features/gathering/forums/give-back.ts';
import { moveForum } from '../../../../src/features/gathering/forums/move.ts';
import { forumDays } from '../../../../src/features/gathering/forums/tell-day.ts';
import * as contacts from '../../../../src/features/joining/contacts.ts';
import type { Leader } from '../../../../src/features/joining/leaders.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import { enqueue } from '../../../../src/platform/outbox/enqueue.ts';
import { databases } from '../../../platform/both-databases.ts';
import { type Ground, openGround } from '../../coaching/ground.ts';
import { comes, offered } from './offered.ts';

describe.each(databases)('on %s', (_, open) => {
  let ground: Ground;
  let programme: Programme;
  let amina: Leader;
  let bo: Leader;

  beforeAll(async () => {
    ground = await openGround('2027-01-25T09:00:00Z', open);
  }, 60_000);
  afterAll(() => ground.close());

  beforeEach(async () => {
    moment('2027-01-25T09:00:00Z');
    programme = await ground.programme({ channel: `C0${ground.tools.newId()}` });
    const own = ground.tools.newId().slice(0, 6);
    [amina, bo] = [await ground.leader(`Amina${own}`, programme), await ground.leader(`Bo${own}`, programme)];
  });
  afterEach(() => ground.tools.db.updateTable('forum').set({ ended_at: '2027-01-25T12:00:00.000Z' }).execute());

  const moment = (text: string) => {
    ground.clock.now = Temporal.Instant.from(text);
  };
  const looks = async () => (await forumDays.run(ground.tools, ground.clock.now))?.toString();
  const told = async (forum: Forum) => {
    const letters = ground.tools.db.selectFrom('outbox').select('key').where('key', 'like', `forum-day:${forum.id}:%`).orderBy('key');
    return (await letters.execute()).map(({ key }) => Number(key.split(':').at(-1)));
  };
  const reasons = async (forum: Forum) => {
    const skipped = ground.tools.db.selectFrom('occurrence').select('reason').where('subject', 'like', `${forum.id}:%`);
    return (await skipped.where('outcome', '=', 'skipped').execute()).map(({ reason }) => reason);
  };

  test('Bo hears on the day, when he works, once; the stream says when that will be', async () => {
    const forum = await offered(ground, programme, amina);
    await comes(ground, forum, [bo]);
    moment('2027-02-03T18:00:00Z');
    expect(await looks()).toBe('2027-02-04T06:00:00Z');
    moment('2027-02-04T06:00:00Z');
    expect(await looks()).toBe('2027-02-04T09:00:00Z');
    moment('2027-02-04T09:00:00Z');
    await looks();
    await looks();
    expect(await told(forum)).toEqual([0]);
    const reached = await contacts.reached(ground.tools.db, ground.tools.workspace, [bo.user], ground.clock.now);
    expect(reached.get(bo.user)?.waiting.map(({ rank }) => rank)).toEqual(['card']);
  });

  test('whoever was written to that day, or works only afterwards, finds it on Home', async () => {
    const forum = await offered(ground, programme, amina);
    const early = await offered(ground, programme, amina, { time: '07:00' });
    await comes(ground, forum, [bo]);
    await comes(ground, early, [amina]);
    moment('2027-02-04T09:00:00Z');
    await transact(ground.tools.db, async (tx) => {
      const about = { key: `other:${forum.id}`, kind: 'other', priority: 3, address: { to: 'person', user: bo.user } } as const;
      await enqueue(ground.tools, tx, { ...about, body: { text: 'Hello', blocks: [] } }, ground.clock.now);
      const readers = [{ user: bo.user, leader: bo.id }];
      await contacts.note(ground.tools, tx, { key: about.key, kind: 'other', rank: 'other', readers }, ground.clock.now);
    });
    await looks();
    moment('2027-02-04T05:00:00Z');
    await looks();
    expect([await told(forum), await told(early)]).toEqual([[], []]);
    expect([await reasons(forum), await reasons(early)]).toEqual([['no-room'], ['outside-hours']]);
  });

  test('given back, nobody is reminded; moved after it was said, it is said again on the new day', async () => {
    const forum = await offered(ground, programme, amina);
    await comes(ground, forum, [amina, bo]);
    await giveBack(ground.tools, { user: bo.user, forum: forum.id });
    moment('2027-02-04T09:00:00Z');
    await looks();
    expect(await told(forum)).toEqual([0]);
    const who = { user: amina.user, programme, leader: amina, organiser: false, zone: 'Europe/London' };
    expect(await moveForum(ground.tools, who, { forum: forum.id, day: '2027-02-11', time: '14:00' })).toMatchObject({ ok: true });
    await looks();
    moment('2027-02-11T09:00:00Z');
    await looks();
    expect(await told(forum)).toEqual([0, 1]);
  });

  test('those with a partner are left to the round’s own messages, which wish for the same', async () => {
    const forum = await offered(ground, programme, amina);
    await comes(ground, forum, [amina, bo]);
    await ground.round(programme, [[amina, bo]]);
    moment('2027-02-04T09:00:00Z');
    await looks();
    expect(await told(forum)).toEqual([]);
    const [round] = (await running(ground.tools, ground.clock.now)).filter((each) => each.programme.id === programme.id);
    if (!round) throw new Error('no round runs');
    const wishes = await forumsContacts[0]?.wishes(ground.tools, round, ground.clock.now.add({ hours: 24 }), ground.clock.now);
    expect(wishes?.map(({ rank, due, closes }) => `${rank} ${due} ${closes}`)).toEqual(
      Array(2).fill('card 2027-02-04T00:00:00Z 2027-02-04T14:00:00Z'),
    );
  });
});
