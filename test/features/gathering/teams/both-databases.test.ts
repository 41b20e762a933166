// Teams, verb by verb, on SQLite and on PostgreSQL: also where people do the same, or the opposite, in the same moment.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { timesMet } from '../../../../src/features/coaching/checkins/checkins.ts';
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import { declineTeam, joinTeam } from '../../../../src/features/gathering/teams/answer.ts';
import { askMore } from '../../../../src/features/gathering/teams/ask-more.ts';
import { teamBeginnings } from '../../../../src/features/gathering/teams/begin.ts';
import { teamFollowing } from '../../../../src/features/gathering/teams/follow.ts';
import * as members from '../../../../src/features/gathering/teams/members.ts';
import { seeTeams } from '../../../../src/features/gathering/teams/see.ts';
import { type Started, startTeam } from '../../../../src/features/gathering/teams/start.ts';
import { stopTeam } from '../../../../src/features/gathering/teams/stop.ts';
import * as teamPairs from '../../../../src/features/gathering/teams/team-pairs.ts';
import * as teams from '../../../../src/features/gathering/teams/teams.ts';
import type { Leader } from '../../../../src/features/joining/leaders.ts';
import { stamp } from '../../../../src/platform/clock.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import type { Slack } from '../../../../src/platform/slack/calls.ts';
import type { Tools } from '../../../../src/platform/tools.ts';
import { databases, toolsOn } from '../../../platform/both-databases.ts';
import { beginRound, foundProgramme, joinLeader, userOf } from '../../coaching/ground.ts';

const clock = { now: Temporal.Instant.from('2027-01-18T10:00:00Z') };
const now = () => clock.now;
const AMINA = userOf('Amina');
const crowd = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `U1MEMBER${String(at + from).padStart(2, '0')}`);

const slack = {
  person: async (user: string) => ({
    ok: true,
    value: {
      id: user,
      name: `Name of ${user}`,
      email: `${user}@example.org`,
      title: null,
      timeZone: 'Europe/London',
      kind: 'member',
      workspaceAdmin: false,
    },
  }),
} as unknown as Slack;

describe.each(databases)('on %s', (_, open) => {
  let tools: Tools;
  let close: () => Promise<void>;
  let programme: Programme;
  let amina: Leader;
  let bo: Leader;

  beforeAll(async () => {
    const ground = await open(now);
    close = ground.close;
    tools = await toolsOn(ground.db, { now, slack });
    programme = await foundProgramme(tools);
    amina = await joinLeader(tools, 'Amina', programme);
    bo = await joinLeader(tools, 'Bo', programme);
  });
  afterAll(() => close());

  beforeEach(async () => {
    clock.now = Temporal.Instant.from('2027-01-18T10:00:00Z');
    for (const table of ['team_pair_member', 'team_pair', 'team_member', 'team', 'contact', 'outbox', 'occurrence'] as const)
      await tools.db.deleteFrom(table).execute();
    await tools.db.updateTable('leader').set({ left_at: null, left_because: null }).execute();
  });

  const start = (people: readonly string[] = crowd(5), id = tools.newId()): Promise<Started> =>
    startTeam(tools, { user: AMINA, programme: programme.id, id, people, invitation: 'Come.', beginsOn: '2027-02-01' });
  const started = async (people?: readonly string[]) => {
    const done = await start(people);
    if (!done.ok) throw new Error(done.because);
    return done.team.id;
  };
  const join = (team: string, users: readonly string[]) => Promise.all(users.map((user) => joinTeam(tools, { user, team })));
  const toTheMonday = async () => {
    clock.now = Temporal.Instant.from('2027-02-01T08:00:00Z');
    return teamBeginnings.run(tools, now());
  };
  const groups = async (team: string) =>
    (await teamPairs.standingIn(tools.db, 'T1', team)).map(({ members: those }) => those.map(({ user }) => user));
  const letters = async (kind: string) =>
    await tools.db.selectFrom('outbox').select(['key', 'state']).where('kind', '=', kind).orderBy('key').execute();

  test('a form sent twice in one moment starts one team, and asks everybody once', async () => {
    const id = tools.newId();
    const done = await Promise.all([start(crowd(5), id), start(crowd(5), id), start(crowd(6))]);
    expect(await teams.startedBy(tools.db, 'T1', AMINA)).toHaveLength(1);
    expect(done.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    const { length } = await letters('team-invite');
    expect([5, 6]).toContain(length);
    expect(await members.ofTeam(tools.db, 'T1', (await teams.open(tools.db, 'T1'))[0]?.id ?? '')).toHaveLength(length);
  });

  test('twenty are as many as there can be, also where two forms ask for more at once', async () => {
    const team = await started(crowd(12));
    const asked = await Promise.all([
      askMore(tools, { user: AMINA, team, people: crowd(6, 12) }),
      askMore(tools, { user: AMINA, team, people: crowd(6, 30) }),
    ]);
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await teams.byId(tools.db, 'T1', team))?.asked).toBe(18);
    expect(await askMore(tools, { user: bo.user, team, people: crowd(1, 40) })).toEqual({ ok: false, because: 'gone' });
  });

  test('two clicks are one, and the last word counts', async () => {
    const team = await started();
    const [one = ''] = crowd(1);
    await Promise.all([joinTeam(tools, { user: one, team }), joinTeam(tools, { user: one, team }), joinTeam(tools, { user: one, team })]);
    expect((await members.inTeam(tools.db, 'T1', team)).map(({ user }) => user)).toEqual([one]);
    expect(await declineTeam(tools, { user: one, team })).toMatchObject({ ok: false, because: 'in' });
    expect(await joinTeam(tools, { user: 'U1NOBODY', team })).toEqual({ ok: false, because: 'not-asked' });
    expect(await joinTeam(tools, { user: one, team: 'nothing' })).toEqual({ ok: false, because: 'not-asked' });
  });

  test('the Monday comes once, with everybody in a pair; those who join in one moment afterwards find a place each', async () => {
    const team = await started(crowd(9));
    await join(team, crowd(4));
    expect(await teamBeginnings.run(tools, now())).toEqual(Temporal.Instant.from('2027-02-01T07:00:00Z'));
    await Promise.all([toTheMonday(), teamBeginnings.run(tools, now())]);
    expect((await groups(team)).flat().sort()).toEqual(crowd(4));
    await join(team, crowd(5, 4));
    const all = await groups(team);
    expect(all.flat().sort()).toEqual(crowd(9));
    expect(all.every(({ length }) => length === 2 || length === 3)).toBe(true);
  });

  test('lines that leaders tell of are kept, two steps up and down, by id and by address', async () => {
    const [lead = '', second = '', third = ''] = crowd(3);
    await joinLeader(tools, 'Second', programme, { user: second, email: `${second}@example.org`, managerEmail: `${lead}@Example.org` });
    await joinLeader(tools, 'Third', programme, { user: third, manager: second });
    const team = await started(crowd(5));
    await join(team, crowd(5));
    await toTheMonday();
    const all = await groups(team);
    const line = crowd(3);
    expect(all.filter((group) => group.filter((user) => line.includes(user)).length > 1)).toEqual([]);
    expect((await letters('team-waits')).length).toBe(5 - all.flat().length);
  });

  test('stopping and joining in one moment leave nobody in a team that has ended', async () => {
    const team = await started();
    await join(team, crowd(3));
    await toTheMonday();
    const [stopped] = await Promise.all([
      stopTeam(tools, { user: AMINA, team }),
      joinTeam(tools, { user: 'U1MEMBER03', team }),
      stopTeam(tools, { user: bo.user, team }),
    ]);
    expect(stopped).toEqual({ ok: true });
    expect(await groups(team)).toEqual([]);
    expect(await stopTeam(tools, { user: AMINA, team })).toEqual({ ok: false });
    expect((await letters('team-ended')).length).toBeGreaterThanOrEqual(3);
    expect((await letters('team-invite')).every(({ state }) => state === 'skipped')).toBe(true);
    expect(await joinTeam(tools, { user: 'U1MEMBER04', team })).toEqual({ ok: false, because: 'over' });
  });

  test('a leader who has left is followed once', async () => {
    const team = await started();
    await join(team, crowd(2));
    await tools.db
      .updateTable('leader')
      .set({ left_at: stamp(now()), left_because: 'left' })
      .where('id', '=', amina.id)
      .execute();
    await Promise.all([teamFollowing.run(tools, now()), teamFollowing.run(tools, now())]);
    expect((await teams.byId(tools.db, 'T1', team))?.endedBecause).toBe('leader-left');
    expect(await letters('team-ended')).toHaveLength(2);
  });

  test('a fortnight counts as met once, whoever of the pair said so', async () => {
    const round = await beginRound(tools, programme, { pairs: [[amina, bo]], beginsOn: '2027-01-18', number: 1 });
    const [pair = ''] = round.pairs;
    const said = (leader: Leader, fortnight: number, met: string) =>
      tools.db
        .insertInto('checkin')
        .values({
          ...{ id: tools.newId(), workspace: 'T1', pair, leader: leader.id, fortnight, met },
          ...{ answered_at: stamp(now()), changed_at: stamp(now()), finished_at: null },
        })
        .execute();
    for (const n of [1, 2, 3]) await said(amina, n, 'met');
    for (const n of [2, 3, 4]) await said(bo, n, 'met');
    await said(bo, 5, 'not-yet');
    expect([await timesMet(tools.db, pair), await timesMet(tools.db, 'nothing')]).toEqual([4, 0]);
    expect(await seeTeams(tools, { user: AMINA }, now())).toEqual({ host: { may: { programme: programme.id, met: 4 } }, places: [] });
  });

  test('nothing of another workspace is found', async () => {
    const team = await started();
    await join(team, crowd(2));
    await toTheMonday();
    expect(await teams.byId(tools.db, 'T2', team)).toBeUndefined();
    expect(await teams.open(tools.db, 'T2')).toEqual([]);
    expect(await members.ofTeam(tools.db, 'T2', team)).toEqual([]);
    expect(await teamPairs.standingIn(tools.db, 'T2', team)).toEqual([]);
    expect(await transact(tools.db, (tx) => members.leave(tx, { workspace: 'T2', team, user: 'U1MEMBER00' }, now()))).toBe(false);
  });
});
