// From founding to being forgotten, verb by verb, on SQLite and on PostgreSQL: the two must not differ in anything a leader could notice.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { appoint, dismiss } from '../../../src/features/founding/appoint.ts';
import { changeSettings } from '../../../src/features/founding/change-settings.ts';
import { wishOf } from '../../../src/features/founding/changes.ts';
import { loseChannel, move } from '../../../src/features/founding/channels.ts';
import { found } from '../../../src/features/founding/found.ts';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import * as programmes from '../../../src/features/founding/programmes.ts';
import { lookAt } from '../../../src/features/founding/readiness.ts';
import { which } from '../../../src/features/founding/which.ts';
import { join } from '../../../src/features/joining/join.ts';
import * as leaders from '../../../src/features/joining/leaders.ts';
import { pause } from '../../../src/features/joining/pause.ts';
import { resume, resumes } from '../../../src/features/joining/resume.ts';
import { importRoster } from '../../../src/features/joining/rosters/import-roster.ts';
import { invitePeople, inviteRoster } from '../../../src/features/joining/rosters/invite.ts';
import { rosterLookUp } from '../../../src/features/joining/rosters/look-up-roster.ts';
import { roster } from '../../../src/features/joining/rosters/roster.ts';
import { NO_WISHES, openWishes } from '../../../src/features/joining/wishes.ts';
import { erase } from '../../../src/features/leaving/erase.ts';
import { leave } from '../../../src/features/leaving/leave.ts';
import { myData } from '../../../src/features/leaving/my-data.ts';
import { retention } from '../../../src/features/leaving/retention.ts';
import type { Slack, SlackPerson } from '../../../src/platform/slack/calls.ts';
import type { Tools } from '../../../src/platform/tools.ts';
import { cast, type Name, names } from '../../cast.ts';
import { databases, toolsOn } from '../../platform/both-databases.ts';
import { beginRound } from '../coaching/ground.ts';

const clock = { now: Temporal.Instant.from('2027-01-04T09:00:00Z') };
const now = () => clock.now;

const people: SlackPerson[] = names.map((name) => ({
  ...{ id: cast[name].id, name: cast[name].name, email: cast[name].email, title: cast[name].title, timeZone: cast[name].timeZone },
  ...{ kind: 'member', workspaceAdmin: cast[name].admin },
}));

/** A Slack that knows the cast and answers nothing else. */
const slack = {
  person: async (user: string) => answer(people.find(({ id }) => id === user)),
  personByEmail: async (email: string) => answer(people.find((person) => person.email === email)),
  people: async () => ({ ok: true, value: people }),
  channel: async () => ({ ok: false, error: 'unknown_method' }),
} as unknown as Slack;

function answer(person: SlackPerson | undefined) {
  return person ? { ok: true, value: person } : { ok: false, error: 'users_not_found' };
}

describe.each(databases)('on %s', (_, open) => {
  let tools: Tools;
  let close: () => Promise<void>;
  let programme: Programme;
  const hana = cast.hana.id;

  beforeAll(async () => {
    clock.now = Temporal.Instant.from('2027-01-04T09:00:00Z');
    const ground = await open(now);
    close = ground.close;
    tools = await toolsOn(ground.db, { now, slack });
    const look = await lookAt(tools, hana, 'C0LEADERS');
    if (!look.ok) throw new Error(look.because);
    const founding = { channel: 'C0LEADERS', by: hana, wish: look.suggestion };
    const [one, two] = await Promise.all([found(tools, founding), found(tools, founding)]);
    expect([one.ok, two.ok].sort()).toEqual([false, true]);
    programme = (await programmes.ofChannel(tools.db, 'T1', 'C0LEADERS')) as Programme;
  });
  afterAll(() => close());

  const joins = (name: Name) =>
    join(tools, {
      programme,
      user: cast[name].id,
      wish: {
        ...{ function: cast[name].function, level: cast[name].level, manager: null, timeZone: cast[name].timeZone, workingDays: [1, 2, 3] },
        ...{ workingFrom: '09:00', workingTo: '17:00', rhythm: 'steady', wishes: { ...NO_WISHES, workOn: `${name}’s own` } },
      },
    });
  const placeOf = async (name: Name) => (await leaders.find(tools.db, programme.id, cast[name].id)) as leaders.Leader;

  test('organisers are appointed once, and the last one stays', async () => {
    const wish = { programme, user: cast.bo.id, by: hana };
    const done = await Promise.all([appoint(tools, wish), appoint(tools, wish)]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await dismiss(tools, wish)).toEqual({ ok: true });
    expect(await dismiss(tools, { ...wish, user: hana })).toEqual({ ok: false, because: 'last' });
  });

  test('settings change once they have been said back', async () => {
    const before = wishOf(programme, 0, Temporal.PlainDate.from('2027-01-04'), []);
    const wish = { ...before, nextOn: Temporal.PlainDate.from('2027-02-02'), name: 'Leaders' };
    const first = await changeSettings(tools, { programme: programme.id, by: hana, wish });
    expect(first).toMatchObject({ ok: false, because: 'confirm' });
    const confirmed = 'mark' in first ? first.mark : '';
    expect(await changeSettings(tools, { programme: programme.id, by: hana, wish, confirmed })).toMatchObject({ ok: true });
    programme = (await programmes.find(tools.db, 'T1', programme.id)) as Programme;
    expect(programme.anchorOn.toString()).toBe('2027-02-02');
  });

  test('leaders join once, come back, and keep their wishes to themselves', async () => {
    for (const name of ['amina', 'bo', 'chidi'] as const) expect(await joins(name)).toMatchObject({ ok: true, how: 'joined' });
    expect(await joins('amina')).toMatchObject({ ok: true, how: 'changed' });
    expect((await openWishes(tools, tools.db, await placeOf('bo'))).workOn).toBe('bo’s own');
    expect(await which(tools, 'leader', { user: cast.amina.id, channel: 'D1' })).toMatchObject([{ id: programme.id }]);
  });

  test('a list is looked up and its people are invited, each once', async () => {
    const rows = (['amina', 'dolores', 'edo'] as const).map((name) => ({
      ...{ email: cast[name].email, name: cast[name].name, function: 'Finance', level: '', managerEmail: null, timeZone: null },
    }));
    const wish = { programme: programme.id, by: hana, rows, wish: 'invite' } as const;
    expect(await importRoster(tools, wish)).toMatchObject({ ok: true, people: 3, newFunctions: ['Finance'] });
    await importRoster(tools, wish);
    expect(await rosterLookUp.run(tools, now())).toBeUndefined();
    expect(await invitePeople(tools, { programme, by: hana }, [cast.edo.id, cast.goran.id])).toMatchObject({
      fates: expect.arrayContaining([expect.objectContaining({ fate: 'asked' }), expect.objectContaining({ fate: 'invite' })]),
    });
    expect(await inviteRoster(tools, { programme, by: hana })).toEqual({ ok: false, because: 'nobody' });
    const sent = await tools.db.selectFrom('outbox').select('lane').where('kind', '=', 'invite').orderBy('lane').execute();
    expect(sent.map(({ lane }) => lane)).toEqual(['dolores', 'edo', 'goran'].map((name) => `person:${cast[name as Name].id}`).sort());
    expect((await roster(tools.db, programme)).map(({ standing }) => standing)).toEqual([
      'in',
      'in',
      'in',
      'invited',
      'invited',
      'invited',
    ]);
  });

  test('a pause tells the partner, ends by itself, and a departure ends the pair', async () => {
    const pairs = [await Promise.all((['amina', 'bo'] as const).map(placeOf))];
    await beginRound(tools, programme, { pairs, beginsOn: '2027-01-04', number: 1 });
    const until = Temporal.PlainDate.from('2027-01-11');
    expect(await pause(tools, { programme, user: cast.amina.id, until })).toMatchObject({ ok: true });
    expect((await resumes.run(tools, now()))?.toString()).toBe('2027-01-11T00:00:00Z');
    clock.now = Temporal.Instant.from('2027-01-11T00:00:00Z');
    await resumes.run(tools, now());
    expect(await resume(tools, { programme, user: cast.amina.id })).toEqual({ ok: false, because: 'not-paused' });
    expect(await leave(tools, { programme, user: cast.amina.id, because: 'left' })).toMatchObject({ ok: true });
    expect(await leave(tools, { programme, user: cast.amina.id, because: 'left' })).toMatchObject({ ok: false });
    const told = await tools.db.selectFrom('outbox').select('kind').where('lane', '=', `person:${cast.bo.id}`).execute();
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['partner-paused', 'partner-left']));
  });

  test('what is kept for a while goes in its time, and whoever asks is forgotten', async () => {
    expect((await myData(tools, cast.amina.id)).programmes[0]).toMatchObject({
      would_like_to_work_on: 'amina’s own',
      rounds: [{ round: 1 }],
    });
    clock.now = Temporal.Instant.from('2027-02-10T00:00:00Z');
    await retention.run(tools, now());
    expect((await placeOf('amina')).privateSealed).toBeNull();
    expect(await erase(tools, hana)).toMatchObject({ ok: false, because: 'last-organiser' });
    expect(await erase(tools, cast.bo.id)).toEqual({ ok: true });
    expect(await leaders.ofPerson(tools.db, 'T1', cast.bo.id)).toEqual([]);
    expect((await roster(tools.db, programme)).map(({ name }) => name)).not.toContain(cast.bo.name);
  });

  test('a programme whose channel is gone moves', async () => {
    await loseChannel(tools, 'C0LEADERS');
    expect(await move(tools, { programme: programme.id, channel: 'C0NEW', by: hana })).toMatchObject({ ok: true });
    expect(await move(tools, { programme: programme.id, channel: 'C0NEW', by: hana })).toMatchObject({ ok: false, because: 'not-lost' });
  });
});
