// What is kept of those who were in forums, teams and gatherings: their own file has all of it, nothing of it is kept longer than was said, and of
// whoever is forgotten nothing is left. On SQLite and on PostgreSQL.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { erase } from '../../../src/features/leaving/erase.ts';
import { myData } from '../../../src/features/leaving/my-data.ts';
import { retention } from '../../../src/features/leaving/retention.ts';
import { disconnect } from '../../../src/features/leaving/workspaces.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { eraseAgain, personHash } from '../../../src/platform/erasures.ts';
import { sentUnder } from '../../../src/platform/outbox/placed.ts';
import { claim } from '../../../src/platform/schedule/occurrences.ts';
import { databases } from '../../platform/both-databases.ts';
import { at, userOf } from '../coaching/ground.ts';
import { DORA, type Groups, groupsOn, OVER, UNDER_WAY } from './groups-ground.ts';

const GROUPS = ['forum', 'forum_seat', 'team', 'team_member', 'team_pair', 'team_pair_member', 'gathering', 'gathering_answer'];

describe.each(databases)('on %s', (_, open) => {
  let on: Groups;
  beforeEach(async () => {
    on = await groupsOn(open);
    on.clock.now = at(UNDER_WAY);
  });
  afterEach(() => on.close());

  const ends = async () => {
    await on.tools.db.updateTable('forum').set({ ended_at: OVER, ended_because: 'done', cleaned_at: OVER }).execute();
    await on.tools.db.updateTable('team').set({ ended_at: OVER, ended_because: 'done' }).where('id', '=', 'team1').execute();
  };

  test('Amina and Dora, who is in no programme, take everything along that groups know of them; once they are forgotten no table names them', async () => {
    const { programmes, ...anywhere } = await myData(on.tools, on.amina.user);
    const [here] = programmes;
    expect(here?.forums).toMatchObject([{ part: ['read the words', 'kept it to questions', 'held the question', 'held the question'] }]);
    expect(here?.teams_hosted).toMatchObject([{ asked: 4, joined: 'At least 2 have joined.', invitation: 'Come, says Amina.' }]);
    expect(here?.gatherings).toMatchObject([{ answer: 'coming', place: 'The hall' }]);
    expect(anywhere.forums_offered).toMatchObject([{ programme: 'Leaders', places: 8 }]);
    expect(anywhere.gatherings_planned).toMatchObject([{ place: 'The hall', approved_next_round: expect.any(String) }]);
    expect(anywhere.teams).toMatchObject([{ team_of: 'Bo', pairs: [{ with: [DORA] }] }]);
    const dora = await myData(on.tools, DORA);
    expect(dora).toMatchObject({ programmes: [], teams: [{ team_of: 'Amina' }, { team_of: 'Bo' }] });
    expect(JSON.stringify(await myData(on.tools, on.amina.user))).not.toContain(userOf('Edo'));

    expect(await erase(on.tools, DORA)).toEqual({ ok: true });
    expect(await on.naming(DORA)).toEqual([]);
    expect(await on.naming(on.amina.user)).toEqual(
      expect.arrayContaining(['forum', 'gathering', 'team_member', 'team_pair_member', 'outbox']),
    );
    expect(await erase(on.tools, on.amina.user)).toEqual({ ok: true });
    expect(await on.naming(on.amina.user, 'Amina')).toEqual([]);
    expect((await on.naming(on.amina.id)).filter((table) => GROUPS.includes(table))).toEqual(['team']);
    expect(await on.rows('forum_tally')).toHaveLength(1);
    const [team] = await on.tools.db.selectFrom('team').selectAll().where('id', '=', 'team1').execute();
    expect(team).toMatchObject({ invite_sealed: null, ended_at: expect.any(String) });
    expect(await on.rows('forum_seat')).toHaveLength(1);
    expect(await sentUnder(on.tools.db, on.tools.workspace, 'forum:forum1')).toMatchObject([{ channel: 'G1', ts: '1.2' }]);
    const waiting = await on.tools.db
      .selectFrom('outbox')
      .select('key')
      .where('state', '=', 'pending')
      .where('key', 'like', 'team-step:%')
      .execute();
    expect(waiting).toEqual([]);
  });

  test('whoever was forgotten is forgotten again where an old backup still knows them in a team', async () => {
    const { db, vault, workspace } = on.tools;
    const tombs = [on.amina.user, DORA].map((user) => ({ workspace, person_hash: personHash(vault, workspace, user), erased_at: OVER }));
    expect(await transact(db, (tx) => eraseAgain(tx, vault, tombs))).toBe(2);
    expect(await on.naming(on.amina.user, DORA)).toEqual([]);
  });

  test('who said no is forgotten once they may not join any more; everybody else thirty days after it is over; all, where the workspace has gone', async () => {
    expect((await retention.run(on.tools, on.clock.now))?.toString()).toBe('2027-04-17T14:00:00Z');
    expect(await on.rows('team_member')).toHaveLength(6);
    on.clock.now = at('2027-04-17T14:00:00Z');
    await retention.run(on.tools, on.clock.now);
    expect(await on.naming(userOf('Edo'))).toEqual(['outbox']);
    expect(await on.rows('team_member')).toHaveLength(5);
    await ends();
    await retention.run(on.tools, on.clock.now);
    expect([await on.rows('gathering_answer'), await on.rows('gathering')].map(({ length }) => length)).toEqual([0, 1]);
    const { programme } = await on.tools.db.selectFrom('forum').select('programme').executeTakeFirstOrThrow();
    const told = { programme, subject: `forum1:${on.amina.id}`, period: '0', dueAt: on.clock.now, outcome: 'done' } as const;
    for (const stream of ['forum-file', 'forum-day'])
      await transact(on.tools.db, (tx) => claim(on.tools, tx, { ...told, stream }, on.clock.now));
    on.clock.now = at('2027-05-29T12:00:00Z');
    expect((await retention.run(on.tools, on.clock.now))?.toString()).toBe('2027-05-30T12:00:00Z');
    expect([await on.rows('forum_seat'), await on.rows('team_member')].map(({ length }) => length)).toEqual([2, 5]);
    on.clock.now = at('2027-05-30T12:00:00Z');
    await retention.run(on.tools, on.clock.now);
    expect([await on.rows('forum_seat'), await on.rows('team_member'), await on.rows('team_pair')].map(({ length }) => length)).toEqual([
      0, 3, 1,
    ]);
    expect((await on.rows('occurrence')).filter((row) => JSON.stringify(row).includes('forum1'))).toEqual([]);
    const [named] = await on.tools.db.selectFrom('forum').selectAll().execute();
    expect(named).toMatchObject({ offered_by: on.amina.user, reader: null });
    // Who offered it, which the channel has read, is known until the round has been over for as long.
    await on.tools.db.updateTable('round').set({ closed_at: OVER }).execute();
    await retention.run(on.tools, on.clock.now);
    const [forum] = await on.tools.db.selectFrom('forum').selectAll().execute();
    expect(forum).toMatchObject({ offered_by: 'erased', reader: null, keeper: null, holder: null, second_holder: null, places: 8 });
    expect(await on.rows('forum_tally')).toHaveLength(1);

    await transact(on.tools.db, (tx) => disconnect(tx, on.tools.workspace, on.clock.now));
    on.clock.now = on.clock.now.add({ hours: 24 * 30 });
    await retention.run(on.tools, on.clock.now);
    const tables = [...GROUPS, 'forum_tally', 'team_tally'];
    for (const table of tables) expect({ table, rows: await on.rows(table) }).toEqual({ table, rows: [] });
    expect(await on.naming(DORA, userOf('Edo'), on.amina.user)).toEqual([]);
  });
});
