// The places of a forum on both databases: who sits, who waits, who moves up, and that nobody ever sits twice or one too many.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import { callOff } from '../../../../src/features/gathering/forums/call-off.ts';
import type { Forum } from '../../../../src/features/gathering/forums/forums.ts';
import { forumById } from '../../../../src/features/gathering/forums/forums.ts';
import { giveBack, mayBring } from '../../../../src/features/gathering/forums/give-back.ts';
import { forumsKeepUp } from '../../../../src/features/gathering/forums/keep-up.ts';
import { offerForum } from '../../../../src/features/gathering/forums/offer.ts';
import { seated } from '../../../../src/features/gathering/forums/seats.ts';
import { takePlace } from '../../../../src/features/gathering/forums/take-place.ts';
import type { Leader } from '../../../../src/features/joining/leaders.ts';
import * as leaders from '../../../../src/features/joining/leaders.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import { databases } from '../../../platform/both-databases.ts';
import { type Ground, openGround } from '../../coaching/ground.ts';
import { comes, offered, standing } from './offered.ts';

describe.each(databases)('on %s', (_, open) => {
  let ground: Ground;
  let programme: Programme;
  let forum: Forum;
  const who: Record<string, Leader> = {};
  const of = (...names: string[]) => names.map((name) => who[name] as Leader);

  beforeAll(async () => {
    ground = await openGround('2027-01-25T09:00:00Z', open);
  }, 60_000);

  afterAll(() => ground.close());

  /** A programme of its own for every test, in a channel of its own. */
  beforeEach(async () => {
    ground.clock.now = Temporal.Instant.from('2027-01-25T09:00:00Z');
    programme = await ground.programme({ channel: `C0${ground.tools.newId()}` });
    for (const name of ['Amina', 'Bo', 'Chidi', 'Dolores', 'Edo', 'Freya', 'Goran', 'Hana'])
      who[name] = await ground.leader(name, programme);
    forum = await offered(ground, programme, who.Amina as Leader);
  });

  afterEach(() =>
    ground.tools.db.updateTable('forum').set({ ended_at: '2027-01-25T12:00:00.000Z', cleaned_at: '2027-01-25T12:00:00.000Z' }).execute(),
  );

  const change = (name: string, about: Partial<Leader>) =>
    transact(ground.tools.db, (tx) => leaders.change(tx, { ...(who[name] as Leader), ...about }, ground.clock.now));
  const looks = () => forumsKeepUp.run(ground.tools, ground.clock.now);
  const told = async () => {
    const letters = (await ground.tools.db.selectFrom('outbox').select(['key', 'lane']).orderBy('created_at').execute()).filter(({ key }) =>
      key.includes(forum.id),
    );
    return letters.filter(({ key }) => !key.startsWith('forum-invite')).map(({ key, lane }) => `${key.split(':')[0]} to ${lane}`);
  };

  test('four sit in the order in which they came, the others wait in theirs', async () => {
    expect(await comes(ground, forum, of('Bo', 'Chidi', 'Dolores', 'Edo', 'Freya', 'Goran'))).toEqual(Array(6).fill('ok'));
    expect(await standing(ground, forum)).toEqual({ seated: 'Bo Chidi Dolores Edo', waiting: 'Freya Goran' });
    expect((await seated(ground.tools.db, forum)).map(({ user, zone, pair }) => [user, zone, pair])[0]).toEqual([
      'U0BO',
      'Europe/London',
      null,
    ]);
  });

  test('the same press twice, and eight presses at once: nobody sits twice, and four sit', async () => {
    const everyone = Object.values(who).flatMap(({ user }) => [user, user]);
    const taken = await Promise.all(everyone.map((user) => takePlace(ground.tools, { user, forum: forum.id })));
    expect(taken.filter((each) => each.ok && each.changed)).toHaveLength(8);
    const { seated, waiting } = await standing(ground, forum);
    expect([seated.split(' ').length, waiting.split(' ').length]).toEqual([4, 4]);
    expect(new Set([...seated.split(' '), ...waiting.split(' ')]).size).toBe(8);
  });

  test('Bo gives his place back: Freya has it and hears; coming again, he stands at the end', async () => {
    await comes(ground, forum, of('Bo', 'Chidi', 'Dolores', 'Edo', 'Freya', 'Goran'));
    expect(await giveBack(ground.tools, { user: 'U0BO', forum: forum.id })).toMatchObject({ ok: true });
    expect(await giveBack(ground.tools, { user: 'U0BO', forum: forum.id })).toEqual({ ok: false, because: 'no-place' });
    expect(await told()).toEqual(['forum-seat to person:U0FREYA']);
    await comes(ground, forum, of('Bo'));
    expect(await standing(ground, forum)).toEqual({ seated: 'Chidi Dolores Edo Freya', waiting: 'Goran Bo' });
  });

  test('Bo is away on that day: Freya moves up; back in time, he waits where he stood, and nobody is put out', async () => {
    await comes(ground, forum, of('Bo', 'Chidi', 'Dolores', 'Edo', 'Freya', 'Goran'));
    await change('Bo', { pausedAt: '2027-01-25T10:00:00.000Z', pausedUntil: Temporal.PlainDate.from('2027-02-05') });
    await looks();
    expect(await standing(ground, forum)).toEqual({ seated: 'Chidi Dolores Edo Freya', waiting: 'Goran' });
    await change('Bo', {});
    await looks();
    expect(await standing(ground, forum)).toEqual({ seated: 'Chidi Dolores Edo Freya', waiting: 'Bo Goran' });
    expect(await told()).toHaveLength(1);
  });

  test('away until that very day, or with nobody waiting: the place stays his', async () => {
    await comes(ground, forum, of('Bo', 'Chidi'));
    const pausedAt = '2027-01-25T10:00:00.000Z';
    await change('Bo', { pausedAt, pausedUntil: Temporal.PlainDate.from('2027-02-04') });
    expect((await standing(ground, forum)).seated).toBe('Bo Chidi');
    await change('Bo', { pausedAt, pausedUntil: null });
    await looks();
    expect((await standing(ground, forum)).seated).toBe('Chidi');
    await change('Bo', {});
    expect((await standing(ground, forum)).seated).toBe('Bo Chidi');
    expect(await comes(ground, forum, of('Bo'))).toEqual(['ok']);
    expect(await told()).toEqual([]);
  });

  test('one step of the line is kept apart, two are not; also when the waiting list moves up', async () => {
    await change('Freya', { manager: 'U0BO' });
    await change('Goran', { manager: 'U0FREYA' });
    expect(await comes(ground, forum, of('Bo', 'Freya', 'Goran'))).toEqual(['ok', 'line', 'ok']);
    expect((await standing(ground, forum)).seated).toBe('Bo Goran');
    await comes(ground, forum, of('Chidi', 'Dolores', 'Edo'));
    expect(await standing(ground, forum)).toEqual({ seated: 'Bo Goran Chidi Dolores', waiting: 'Edo' });
    await change('Edo', { manager: 'U0BO' });
    await giveBack(ground.tools, { user: 'U0CHIDI', forum: forum.id });
    expect(await standing(ground, forum)).toEqual({ seated: 'Bo Goran Dolores', waiting: 'Edo' });
    await giveBack(ground.tools, { user: 'U0BO', forum: forum.id });
    expect(await standing(ground, forum)).toEqual({ seated: 'Goran Dolores Edo', waiting: '' });
  });

  test('whoever has left, takes no part, or comes too late gets no place', async () => {
    await change('Bo', { leftAt: '2027-01-25T09:00:00.000Z', leftBecause: 'asked' });
    expect(await takePlace(ground.tools, { user: 'U0BO', forum: forum.id })).toEqual({ ok: false, because: 'not-in' });
    expect(await takePlace(ground.tools, { user: 'U0NOBODY', forum: forum.id })).toEqual({ ok: false, because: 'not-in' });
    expect(await takePlace(ground.tools, { user: 'U0CHIDI', forum: 'forged' })).toEqual({ ok: false, because: 'over' });
    expect(await takePlace({ ...ground.tools, workspace: 'T2' }, { user: 'U0CHIDI', forum: forum.id })).toMatchObject({ because: 'over' });
    ground.clock.now = Temporal.Instant.from(forum.startsAt);
    expect(await comes(ground, forum, of('Chidi'))).toEqual(['over']);
  });

  test('the tick comes and goes, and is nobody’s without a place', async () => {
    await comes(ground, forum, of('Bo'));
    const ticked = async () => (await seated(ground.tools.db, forum)).map(({ bringsAt }) => bringsAt !== null);
    await mayBring(ground.tools, { user: 'U0BO', forum: forum.id, brings: true });
    expect(await ticked()).toEqual([true]);
    await mayBring(ground.tools, { user: 'U0BO', forum: forum.id, brings: false });
    expect(await ticked()).toEqual([false]);
    expect(await mayBring(ground.tools, { user: 'U0CHIDI', forum: forum.id, brings: true })).toEqual({ ok: false, because: 'no-place' });
  });

  test('whoever offers and calls off again and again is stopped after five in a day; a form sent twice offers once', async () => {
    const bo = who.Bo as Leader;
    for (let n = 0; n < 5; n += 1) {
      const { id } = await offered(ground, programme, bo, { day: `2027-02-${10 + n}` });
      expect(await callOff(ground.tools, { user: bo.user, forum: id })).toMatchObject({ ok: true });
    }
    await expect(offered(ground, programme, bo)).rejects.toThrow('enough-today');
    ground.clock.now = ground.clock.now.add({ hours: 24 });
    const own = { user: bo.user, programme, leader: bo, organiser: false, zone: bo.timeZone };
    const form = { id: ground.tools.newId(), day: '2027-02-16', time: '14:00', places: 99 };
    const sent = [await offerForum(ground.tools, own, form), await offerForum(ground.tools, own, form)];
    expect(sent.map((each) => each.ok && each.forum.places)).toEqual([8, 8]);
    const rows = ground.tools.db.selectFrom('forum').select('id').where('id', '=', form.id);
    expect(await rows.execute()).toHaveLength(1);
  });

  test('called off: everyone hears once, whatever was on its way about a place is taken back, and it cannot be called off again', async () => {
    await comes(ground, forum, of('Bo', 'Chidi', 'Dolores', 'Edo', 'Freya'));
    await giveBack(ground.tools, { user: 'U0BO', forum: forum.id });
    expect(await callOff(ground.tools, { user: 'U0GORAN', forum: forum.id })).toEqual({ ok: false, because: 'not-yours' });
    expect(await callOff(ground.tools, { user: 'U0AMINA', forum: forum.id })).toMatchObject({ ok: true, told: 4 });
    expect(await callOff(ground.tools, { user: 'U0AMINA', forum: forum.id })).toEqual({ ok: false, because: 'over' });
    const rows = await ground.tools.db
      .selectFrom('outbox')
      .select(['key', 'state'])
      .where('key', 'like', `forum-%:${forum.id}:%`)
      .orderBy('key')
      .execute();
    expect(
      rows.filter(({ key, state }) => state === 'pending' && !key.startsWith('forum-invite')).map(({ key }) => key.split(':')[0]),
    ).toEqual(Array(4).fill('forum-off'));
    expect(rows.filter(({ state }) => state === 'skipped').map(({ key }) => key.split(':')[0])).toEqual(['forum-invite', 'forum-seat']);
    expect(await forumById(ground.tools.db, ground.tools.workspace, forum.id)).toMatchObject({ sequence: 1, endedBecause: 'called-off' });
    expect(await comes(ground, forum, of('Goran'))).toEqual(['over']);
  });
});
