// A team's eight weeks on SQLite and on PostgreSQL: lines and taps told once however often it is looked, people who do the same in the same moment, and
// twenty who hear within the hours of each.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import { joinTeam } from '../../../../src/features/gathering/teams/answer.ts';
import { askMore } from '../../../../src/features/gathering/teams/ask-more.ts';
import { teamBeginnings } from '../../../../src/features/gathering/teams/begin.ts';
import { toldCount } from '../../../../src/features/gathering/teams/host.ts';
import { startTeam } from '../../../../src/features/gathering/teams/start.ts';
import * as teamPairs from '../../../../src/features/gathering/teams/team-pairs.ts';
import * as teams from '../../../../src/features/gathering/teams/teams.ts';
import { agreeTogether } from '../../../../src/features/gathering/teams/weeks/agree.ts';
import { goOn } from '../../../../src/features/gathering/teams/weeks/go-on.ts';
import { leaveTeam } from '../../../../src/features/gathering/teams/weeks/leave-team.ts';
import { teamWeeks } from '../../../../src/features/gathering/teams/weeks/stream.ts';
import { tap } from '../../../../src/features/gathering/teams/weeks/tap.ts';
import type { Leader } from '../../../../src/features/joining/leaders.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import { enqueue } from '../../../../src/platform/outbox/enqueue.ts';
import type { Slack } from '../../../../src/platform/slack/calls.ts';
import type { Tools } from '../../../../src/platform/tools.ts';
import { databases, toolsOn } from '../../../platform/both-databases.ts';
import { foundProgramme, joinLeader, userOf } from '../../coaching/ground.ts';

const clock = { now: Temporal.Instant.from('2027-01-18T10:00:00Z') };
const now = () => clock.now;
const to = (text: string) => {
  clock.now = Temporal.Instant.from(text);
};
const AMINA = userOf('Amina');
const crowd = (count: number) => Array.from({ length: count }, (_, at) => `U1MEMBER${String(at).padStart(2, '0')}`);
const person = (id: string) => ({
  ...{ id, name: `Name of ${id}`, email: `${id}@example.org`, title: null, timeZone: 'Europe/London' },
  ...{ kind: 'member' as const, workspaceAdmin: false },
});
const slack = {
  person: async (user: string) => ({ ok: true, value: person(user) }),
  undisturbed: async () => ({ ok: true, value: new Map() }),
} as unknown as Slack;

describe.each(databases)('on %s', (_, open) => {
  let tools: Tools;
  let close: () => Promise<void>;
  let programme: Programme;
  let amina: Leader;
  let team: string;

  beforeAll(async () => {
    const ground = await open(now);
    close = ground.close;
    tools = await toolsOn(ground.db, { now, slack });
    programme = await foundProgramme(tools);
    amina = await joinLeader(tools, 'Amina', programme);
  });
  afterAll(() => close());

  beforeEach(async () => {
    for (const table of ['team_tally', 'team_pair_member', 'team_pair', 'team_member', 'team', 'contact', 'outbox', 'occurrence'] as const)
      await tools.db.deleteFrom(table).execute();
  });

  const look = () => teamWeeks.run(tools, clock.now);
  const keys = async (like: string) =>
    (await tools.db.selectFrom('outbox').select('key').where('key', 'like', like).execute()).map(({ key }) => key);

  /** Asked in January, formed on Monday 1 February. */
  async function begun(count: number): Promise<string[]> {
    to('2027-01-18T10:00:00Z');
    const people = crowd(count);
    team = tools.newId();
    const wish = { user: AMINA, programme: programme.id, id: team, people, invitation: 'Come.', beginsOn: '2027-02-01' };
    expect(await startTeam(tools, wish)).toMatchObject({ ok: true });
    for (const user of people) await joinTeam(tools, { user, team });
    to('2027-02-01T07:00:00Z');
    await teamBeginnings.run(tools, clock.now);
    to('2027-02-01T09:30:00Z');
    await look();
    return people;
  }

  test('each pair hears each line once, however often it is looked, and the next is named beforehand', async () => {
    await begun(20);
    expect(await keys('team-step:%')).toHaveLength(10);
    expect((await Promise.all([look(), look(), look()])).map(String)).toEqual(Array(3).fill('2027-02-03T09:30:00Z'));
    expect(await keys('team-step:%')).toHaveLength(10);
    to('2027-02-15T09:30:00Z');
    await Promise.all([look(), look()]);
    expect(await keys('team-step:%')).toHaveLength(20);
    expect((await teams.byId(tools.db, tools.workspace, team))?.step).toBe(2);
  });

  test('every letter goes within the hours of its readers', async () => {
    await begun(7);
    const rows = await tools.db.selectFrom('outbox').select(['windows', 'not_before']).where('key', 'like', 'team-step:%').execute();
    expect(rows).toHaveLength(3);
    for (const { windows, not_before } of rows) {
      const [[opens]] = JSON.parse(windows ?? '[]');
      expect(opens).toBe('2027-02-01T09:30:00.000Z');
      expect(not_before >= opens).toBe(true);
    }
  });

  test('two who leave one pair in the same moment, and one who leaves twice', async () => {
    const people = await begun(6);
    const [pair] = await teamPairs.standingIn(tools.db, tools.workspace, team);
    const both = pair?.members.map(({ user }) => user) ?? [];
    const left = await Promise.all([...both, ...both].map((user) => leaveTeam(tools, { user, team })));
    expect(left.filter(({ ok }) => ok)).toHaveLength(2);
    const standing = await teamPairs.standingIn(tools.db, tools.workspace, team);
    const placed = standing.flatMap(({ members }) => members.map(({ user }) => user)).sort();
    expect(placed).toEqual(people.filter((user) => !both.includes(user)).sort());
    expect(standing.every(({ members }) => members.length >= 2)).toBe(true);
  });

  test('everyone agrees in the same moment', async () => {
    await begun(4);
    const [pair] = await teamPairs.standingIn(tools.db, tools.workspace, team);
    const users = pair?.members.map(({ user }) => user) ?? [];
    await Promise.all([...users, ...users].map((user) => agreeTogether(tools, { user, pair: pair?.id ?? '' })));
    expect(await agreeTogether(tools, { user: 'U1STRANGER', pair: pair?.id ?? '' })).toBeUndefined();
    const agreed = (await teamPairs.byId(tools.db, tools.workspace, pair?.id ?? ''))?.members.every(({ agreedAt }) => agreedAt !== null);
    expect(agreed).toBe(true);
  });

  test('twenty tap at once and twice each; one is counted for each, and what stood behind it goes', async () => {
    const people = await begun(20);
    to('2027-03-23T09:30:00Z');
    await look();
    expect(await keys('team-taps:%')).toHaveLength(20);
    const each = people.flatMap((user) => [0, 1].map((choice) => ({ user, team, item: 'fo.1', choice })));
    const tapped = await Promise.all(each.map((wish) => tap(tools, wish)));
    expect(tapped.filter(({ ok }) => ok)).toHaveLength(20);
    const tallies = await tools.db.selectFrom('team_tally').select(['choice', 'replies']).execute();
    expect(tallies.reduce((sum, { replies }) => sum + replies, 0)).toBe(20);
    expect(await tap(tools, { user: people[0] ?? '', team, item: 'fo.1', choice: 9 })).toEqual({ ok: false, because: 'closed' });
    expect(await tap(tools, { user: 'U1STRANGER', team, item: 'fo.2', choice: 0 })).toEqual({ ok: false, because: 'closed' });
    to('2027-03-30T09:30:00Z');
    await Promise.all([look(), look()]);
    expect(await tools.db.selectFrom('team_tally').selectAll().execute()).toEqual([]);
    const counted = await teams.byId(tools.db, tools.workspace, team);
    expect(JSON.parse(counted?.result ?? '')).toMatchObject({ replied: 20, asked: 20 });
    expect(await tap(tools, { user: people[1] ?? '', team, item: 'fo.2', choice: 0 })).toEqual({ ok: false, because: 'closed' });
  });

  /** Something else of a team is on its way to somebody, on each of these days. */
  async function busy(user: string, days: readonly string[]): Promise<void> {
    const letter = (day: string) => ({
      key: `team-later:other:${user}:${day}`,
      kind: 'team-later',
      priority: 3 as const,
      body: { text: day, blocks: [] },
    });
    await transact(tools.db, async (tx) => {
      for (const day of days) {
        const notBefore = Temporal.Instant.from(`${day}T09:30:00Z`);
        await enqueue(tools, tx, { ...letter(day), address: { to: 'person', user }, notBefore }, now());
      }
    });
  }

  const counted = async () => (await teams.byId(tools.db, tools.workspace, team))?.result;
  const tapAll = async (user: string) => {
    for (const item of ['fo.1', 'fo.2', 'ts.1']) expect(await tap(tools, { user, team, item, choice: 0 })).toMatchObject({ ok: true });
  };

  test('whoever has two full weeks is asked in the third, and has a week for their taps; meanwhile those of the others count', async () => {
    const [first = '', second = '', ...others] = await begun(4);
    to('2027-03-22T10:00:00Z');
    await busy(second, ['2027-03-22', '2027-03-24', '2027-03-29', '2027-03-31']);
    to('2027-03-23T09:30:00Z');
    await look();
    expect(await keys('team-taps:%')).toEqual(expect.not.arrayContaining([`team-taps:${team}:${second}`]));
    await tapAll(others[0] ?? '');
    to('2027-04-01T09:30:00Z');
    await look();
    await tapAll(first);
    to('2027-04-05T09:30:00Z');
    await look();
    expect(await keys(`team-taps:${team}:${second}%`)).toHaveLength(1);
    to('2027-04-11T21:00:00Z');
    await look();
    expect(await counted()).toBeNull();
    await tapAll(second);
    to('2027-04-11T23:30:00Z');
    await look();
    expect(JSON.parse((await counted()) ?? '')).toMatchObject({ replied: 3, asked: 4 });
  });

  test('once everyone has answered nobody waits for the week to end', async () => {
    const people = await begun(4);
    to('2027-03-23T09:30:00Z');
    await look();
    for (const user of people) await tapAll(user);
    to('2027-03-24T09:30:00Z');
    await look();
    expect(JSON.parse((await counted()) ?? '')).toMatchObject({ replied: 4, asked: 4 });
  });

  test('nobody waits for whoever cannot be asked in time; they may tap where they look up the team, and are counted', async () => {
    const [first = '', ...others] = await begun(4);
    to('2027-03-22T10:00:00Z');
    await busy(first, ['2027-03-22', '2027-03-24', '2027-03-29', '2027-03-31', '2027-04-05', '2027-04-06', '2027-04-07']);
    to('2027-03-23T09:30:00Z');
    await look();
    for (const user of others) await tapAll(user);
    await tap(tools, { user: first, team, item: 'fo.1', choice: 0 });
    to('2027-03-29T22:30:00Z');
    await look();
    expect(await counted()).toBeNull();
    to('2027-03-29T23:30:00Z');
    await look();
    expect(await keys(`team-taps:${team}:${first}%`)).toEqual([]);
    expect(JSON.parse((await counted()) ?? '')).toMatchObject({ replied: 4, asked: 4 });
  });

  test('the leader chooses twice in the same moment: one of the two is carried out', async () => {
    await begun(4);
    to('2027-03-23T09:30:00Z');
    await look();
    to('2027-03-30T09:30:00Z');
    await look();
    const wishes = (['carry-on', 'stop', 'change'] as const).map((way) => goOn(tools, { user: AMINA, team, way }));
    expect((await Promise.all(wishes)).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await goOn(tools, { user: 'U1MEMBER00', team, way: 'stop' })).toEqual({ ok: false, because: 'not-theirs' });
    expect((await teams.startedBy(tools.db, tools.workspace, amina.user)).length).toBeLessThanOrEqual(2);
  });

  test('in a team that carries on, nothing that its leader reads tells whether somebody whom they ask besides was in it', async () => {
    const known = 'U1MEMBER00';
    const learned = async (chosen: string) => {
      for (const table of [
        'team_tally',
        'team_pair_member',
        'team_pair',
        'team_member',
        'team',
        'contact',
        'outbox',
        'occurrence',
      ] as const)
        await tools.db.deleteFrom(table).execute();
      const people = await begun(6);
      for (const at of ['2027-03-23T09:30:00Z', '2027-03-30T09:30:00Z']) {
        to(at);
        await look();
      }
      await leaveTeam(tools, { user: 'U1MEMBER05', team });
      expect(await goOn(tools, { user: AMINA, team, way: 'change' })).toMatchObject({ ok: true });
      const again = (await teams.openOf(tools.db, tools.workspace, AMINA)) as teams.Team;
      for (const user of people.slice(0, 5)) await joinTeam(tools, { user, team: again.id });
      const strangers = Array.from({ length: 19 }, (_, at) => `U1STRANGER${at}`);
      const many = await askMore(tools, { user: AMINA, team: again.id, people: [chosen, ...strangers] });
      const one = await askMore(tools, { user: AMINA, team: again.id, people: [chosen] });
      to('2027-04-01T09:30:00Z');
      const after = (await teams.openOf(tools.db, tools.workspace, AMINA)) as teams.Team;
      return { many, one, before: again.asked, asked: after.asked, told: await toldCount(tools.db, tools.workspace, after, clock.now) };
    };
    const member = await learned(known);
    expect(member).toEqual(await learned('U1STRANGER99'));
    expect(member).toMatchObject({ before: 6, one: { ok: true }, told: { say: 'at-least', count: 4 } });
  });

  test('a leader who says nothing for four weeks has stopped, and everyone hears it', async () => {
    await begun(4);
    to('2027-03-23T09:30:00Z');
    await look();
    to('2027-03-30T09:30:00Z');
    await look();
    to('2027-04-27T09:30:00Z');
    await look();
    expect((await teams.byId(tools.db, tools.workspace, team))?.endedBecause).toBe('done');
    expect(await keys('team-over:%')).toHaveLength(4);
    expect(await look()).toBeUndefined();
  });
});
