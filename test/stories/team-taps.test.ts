// How eight weeks in a team end: three taps without a name, what their leader may be told of them, and how it goes on.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { tap } from '../../src/features/gathering/teams/weeks/tap.ts';
import type { Name } from '../cast.ts';
import { cast } from '../cast.ts';
import { MEMBERS, type OnTeam, openTeam } from './team-ground.ts';

let on: OnTeam;

beforeEach(async () => {
  on = await openTeam();
});

describe('the three taps', () => {
  const TAPS = ['Yes', 'Yes', 'Agree'] as const;
  const taps = async (name: Name) => {
    for (const label of TAPS) await on.house.as(name).presses(label);
  };

  test('five reply: the leader reads bands, and how it goes on', async () => {
    await on.begins();
    await on.house.forward({ weeks: 7 });
    for (const name of MEMBERS.slice(0, 5)) await taps(name);
    expect(on.everything('bo')).toContain('Thank you. Your taps are counted, without your name.');
    await on.house.forward({ days: 12 });
    const read = on.everything('amina');
    expect(read).toContain('5 of 6 replied.');
    expect(read).toContain('Yes: about half, most or nearly all.');
    expect(read).not.toMatch(/\d+%/);
    expect(read).toContain(on.house.tools.content.plain('ts.end'));
    expect(await on.house.tools.db.selectFrom('team_tally').selectAll().execute()).toEqual([]);
  });

  test('four reply: nothing is shown', async () => {
    await on.begins();
    await on.house.forward({ weeks: 7 });
    for (const name of MEMBERS.slice(0, 4)) await taps(name);
    await on.house.forward({ days: 12 });
    expect(on.everything('amina')).toContain('4 of 6 replied. Not enough replies to show. That protects the people who answered.');
    expect(on.everything('amina')).not.toContain('nearly all');
  });

  test('a second tap changes nothing, and who passes over is not kept', async () => {
    await on.begins();
    await on.house.forward({ weeks: 7 });
    const { db } = on.house.tools;
    const team = (await db.selectFrom('team').select('id').executeTakeFirstOrThrow()).id;
    const tapped = () => tap(on.house.tools, { user: cast.bo.id, team, item: 'fo.1', choice: 2 });
    await on.house.as('bo').presses('Yes');
    expect(await Promise.all([tapped(), tapped()])).toEqual([
      { ok: false, because: 'already' },
      { ok: false, because: 'already' },
    ]);
    await on.house.as('bo').presses('Prefer not to say');
    const rows = await db.selectFrom('team_tally').select(['item', 'choice', 'replies']).execute();
    expect(rows).toEqual([{ item: 'fo.1', choice: '0', replies: 1 }]);
    const member = await db.selectFrom('team_member').selectAll().where('slack_user', '=', cast.bo.id).executeTakeFirstOrThrow();
    expect([member.worth_at !== null, member.more_at, member.heard_at]).toEqual([true, null, null]);
  });

  test('stopping here is told to every pair, and the message to the leader says what was chosen', async () => {
    await on.begins();
    await on.house.forward({ weeks: 9 });
    await on.house.as('amina').presses('Stop here');
    await on.house.forward({ days: 4 });
    expect(on.everything('amina')).toContain('You chose to stop here.');
    for (const name of MEMBERS) expect(on.everything(name)).toContain('The eight weeks in the team are over.');
    expect(await on.house.tools.db.selectFrom('team').select(['ended_because']).execute()).toEqual([{ ended_because: 'done' }]);
  });

  test.each([
    ['Carry on', 'carried-on'],
    ['Change pairs', 'changed'],
  ])('%s asks everyone again; who carries on keeps their partner, who changes has another', async (label, because) => {
    await on.begins();
    const before = new Map(await Promise.all(MEMBERS.map(async (name) => [name, await on.partnerOf(name)] as const)));
    await on.house.forward({ weeks: 9 });
    await on.house.as('amina').presses(label);
    await on.house.forward({ days: 4 });
    for (const name of MEMBERS) {
      expect(on.everything(name)).toContain('Amina Adeyemi asks whether you');
      await on.house.as(name).presses('Join');
    }
    await on.house.forward({ weeks: 2 });
    for (const name of MEMBERS) {
      const same = JSON.stringify(await on.partnerOf(name)) === JSON.stringify(before.get(name));
      expect(`${name} ${same}`).toBe(`${name} ${because === 'carried-on'}`);
      expect(on.said(name, 'ts.w1')).toBe(2);
    }
    const runs = await on.house.tools.db.selectFrom('team').select(['run', 'ended_because']).orderBy('run').execute();
    expect(runs).toEqual([
      { run: 1, ended_because: because },
      { run: 2, ended_because: null },
    ]);
  });
});

describe('nobody chooses', () => {
  test.each([
    ['while a round of theirs runs', true],
    ['after it', false],
  ])('a leader who has gone silent is told the end all the same, %s; then it stops, and everyone in it hears', async (_, runs) => {
    await on.aRoundRuns();
    await on.begins();
    await on.house.forward({ weeks: 6 });
    const { db } = on.house.tools;
    const silent = () => db.selectFrom('quiet').select('answered_at').where('answered_at', 'is', null).execute();
    expect((await silent()).length).toBeGreaterThan(0);
    expect(on.everything('amina')).toContain('It has been quiet for a while');
    if (!runs) await db.updateTable('round').set({ closed_at: on.house.tools.now().toString() }).execute();
    const habits = on.said('amina', 'ts.ten');
    await on.house.forward({ weeks: 5 });
    expect((await silent()).length).toBeGreaterThan(0);
    expect(on.said('amina', 'ts.ten')).toBe(habits);
    expect(on.said('amina', 'ts.end')).toBe(1);
    expect(on.everything('amina')).toContain('If you choose nothing within four weeks, it stops here.');
    await on.house.forward({ weeks: 5 });
    expect(await db.selectFrom('team').select(['ended_because']).execute()).toEqual([{ ended_because: 'done' }]);
    for (const name of MEMBERS) expect(on.said(name, 'teams.weeks.over')).toBe(1);
    expect(on.said('amina', 'ts.end')).toBe(1);
  });
});
