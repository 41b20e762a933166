// Lists that come again, people who are reminded and those who would rather not, and what Slack's own fields say, on SQLite and on PostgreSQL.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { found } from '../../../src/features/founding/found.ts';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import * as programmes from '../../../src/features/founding/programmes.ts';
import { lookAt } from '../../../src/features/founding/readiness.ts';
import { join } from '../../../src/features/joining/join.ts';
import * as leaders from '../../../src/features/joining/leaders.ts';
import * as profileFields from '../../../src/features/joining/profile-fields.ts';
import { decline } from '../../../src/features/joining/rosters/decline.ts';
import { importRoster } from '../../../src/features/joining/rosters/import-roster.ts';
import { rosterLookUp } from '../../../src/features/joining/rosters/look-up-roster.ts';
import { remind } from '../../../src/features/joining/rosters/remind.ts';
import { roster } from '../../../src/features/joining/rosters/roster.ts';
import type { RosterRow } from '../../../src/features/joining/rosters/roster-csv.ts';
import { setFields } from '../../../src/features/joining/rosters/set-fields.ts';
import { takeOff } from '../../../src/features/joining/rosters/take-off.ts';
import { NO_WISHES } from '../../../src/features/joining/wishes.ts';
import { erase } from '../../../src/features/leaving/erase.ts';
import type { Slack, SlackPerson } from '../../../src/platform/slack/calls.ts';
import type { Tools } from '../../../src/platform/tools.ts';
import { cast, type Name, names } from '../../cast.ts';
import { databases, toolsOn } from '../../platform/both-databases.ts';

const clock = { now: Temporal.Instant.from('2027-01-04T09:00:00Z') };
const now = () => clock.now;
const hana = cast.hana.id;
const people: SlackPerson[] = names.map((name) => ({
  ...{ id: cast[name].id, name: cast[name].name, email: cast[name].email, title: null, timeZone: cast[name].timeZone },
  ...{ kind: 'member', workspaceAdmin: cast[name].admin },
}));
const answer = (person: SlackPerson | undefined) => (person ? { ok: true, value: person } : { ok: false, error: 'users_not_found' });
/** A Slack that knows the cast and its two fields, and answers nothing else. */
const slack = {
  person: async (user: string) => answer(people.find(({ id }) => id === user)),
  personByEmail: async (email: string) => answer(people.find((person) => person.email === email)),
  channel: async () => ({ ok: false, error: 'unknown_method' }),
  profileFields: async () => ({ ok: true, value: [{ id: 'Xf1', label: 'Department', namesPerson: false }] }),
  profileOf: async () => ({ ok: true, value: new Map([['Xf1', 'Marketing']]) }),
} as unknown as Slack;

const row = (name: Name, say: Partial<RosterRow> = {}): RosterRow => ({
  ...{ email: cast[name].email, name: cast[name].name, function: 'Finance', level: '', managerEmail: null, timeZone: null },
  ...say,
});

describe.each(databases)('on %s', (_, open) => {
  let tools: Tools;
  let close: () => Promise<void>;
  let programme: Programme;

  beforeAll(async () => {
    clock.now = Temporal.Instant.from('2027-01-04T09:00:00Z');
    const ground = await open(now);
    close = ground.close;
    tools = await toolsOn(ground.db, { now, slack });
    const look = await lookAt(tools, hana, 'C0LEADERS');
    if (!look.ok) throw new Error(look.because);
    await found(tools, { channel: 'C0LEADERS', by: hana, wish: look.suggestion });
    programme = (await programmes.ofChannel(tools.db, 'T1', 'C0LEADERS')) as Programme;
    for (const name of ['amina', 'bo'] as const) await joins(name);
  });
  afterAll(() => close());

  const brings = (rows: RosterRow[], confirmed?: string) =>
    importRoster(tools, { programme: programme.id, by: hana, rows, wish: 'invite', confirmed });
  const joins = (name: Name) =>
    join(tools, {
      programme,
      user: cast[name].id,
      wish: {
        ...{ function: 'Finance', level: 'Director', manager: null, timeZone: 'Europe/Paris', workingDays: [1, 2, 3, 4, 5] },
        ...{ workingFrom: '09:00', workingTo: '17:00', rhythm: 'steady', wishes: NO_WISHES },
      },
    });
  const standings = async () => (await roster(tools.db, programme)).map(({ name, standing }) => `${name.split(' ')[0]} ${standing}`);

  test('what a list says of leaders counts once it has been said back, and only what is the organisation’s', async () => {
    expect(await brings([row('amina'), row('bo'), row('chidi'), row('dolores'), row('edo')])).toMatchObject({ ok: true, people: 5 });
    expect(await rosterLookUp.run(tools, now())).toBeUndefined();
    const again = [row('amina', { function: 'People', managerEmail: cast.bo.email, timeZone: 'Asia/Tokyo' }), row('chidi'), row('goran')];
    const asked = await brings(again);
    expect(asked).toMatchObject({ ok: false, because: 'confirm', changes: { unchanged: 1, updated: [{ isLeader: true }] } });
    const mark = 'mark' in asked ? asked.mark : '';
    expect(await brings(again, 'another mark')).toMatchObject({ ok: false, because: 'confirm' });
    const kept = await brings(again, mark);
    expect(kept).toMatchObject({ ok: true, newFunctions: ['People'], changes: { fresh: [{ email: cast.goran.email }] } });
    const said = { function: 'People', level: 'Director', manager: cast.bo.id, managerEmail: cast.bo.email, timeZone: 'Europe/Paris' };
    expect(await leaders.find(tools.db, programme.id, cast.amina.id)).toMatchObject(said);
    expect(await brings(again)).toMatchObject({ ok: true, changes: { unchanged: 3, updated: [], fresh: [] } });
    expect(await rosterLookUp.run(tools, now())).toBeUndefined();
  });

  test('who is asked is reminded once, and who would rather not is left alone', async () => {
    expect(await standings()).toEqual(['Amina in', 'Bo in', 'Chidi invited', 'Dolores invited', 'Edo invited', 'Goran invited']);
    const bo = { programme: programme.id, user: cast.bo.id };
    expect(await decline(tools, bo)).toEqual({ ok: false, because: 'in' });
    expect(await decline(tools, { ...bo, user: cast.freya.id })).toEqual({ ok: false, because: 'not-asked' });
    for (const __ of [1, 2]) expect(await decline(tools, { ...bo, user: cast.edo.id })).toEqual({ ok: true });
    expect(await remind(tools, { programme, by: cast.amina.id })).toEqual({ ok: false, because: 'not-organiser' });
    expect(await remind(tools, { programme, by: hana })).toEqual({ ok: true, people: 3 });
    expect(await remind(tools, { programme, by: hana })).toEqual({ ok: false, because: 'nobody' });
    await decline(tools, { ...bo, user: cast.goran.id });
    const letters = tools.db.selectFrom('outbox').select(['lane', 'state', 'reason']).where('kind', '=', 'invite-reminder');
    expect(await letters.orderBy('lane').execute()).toEqual([
      { lane: `person:${cast.chidi.id}`, state: 'pending', reason: null },
      { lane: `person:${cast.goran.id}`, state: 'skipped', reason: 'answered' },
      { lane: `person:${cast.dolores.id}`, state: 'pending', reason: null },
    ]);
  });

  test('nobody who is in is taken off, nobody whom a later list names, and nobody who would rather not', async () => {
    clock.now = clock.now.add({ hours: 1 });
    const kept = await brings([row('chidi')]);
    const list = kept.ok ? kept.import : '';
    expect(await takeOff(tools, { programme, by: cast.amina.id }, list)).toEqual({ ok: false, because: 'not-organiser' });
    expect(await takeOff(tools, { programme, by: hana }, 'of another programme')).toEqual({ ok: false, because: 'nobody' });
    expect(await takeOff(tools, { programme, by: hana }, list)).toEqual({ ok: true, people: 1 });
    expect(await takeOff(tools, { programme, by: hana }, list)).toEqual({ ok: false, because: 'nobody' });
    expect(await standings()).toEqual(['Amina in', 'Bo in', 'Chidi invited', 'Edo declined', 'Goran declined']);
  });

  test('fields of Slack fill what a list leaves out, and only fields there are', async () => {
    const wish = { function: 'Xf1', manager: 'Xf-of-somewhere-else' };
    expect(await setFields(tools, { programme: programme.id, by: cast.amina.id, wish })).toEqual({ ok: false, because: 'not-organiser' });
    expect(await setFields(tools, { programme: programme.id, by: hana, wish })).toEqual({ ok: true, fields: 1 });
    expect(await setFields(tools, { programme: programme.id, by: hana, wish })).toEqual({ ok: true, fields: 1 });
    expect(await profileFields.of(tools.db, programme.id)).toEqual({ function: { field: 'Xf1', label: 'Department' } });
    await brings([row('freya', { function: '' }), row('goran')]);
    expect(await rosterLookUp.run(tools, now())).toBeUndefined();
    const entries = tools.db
      .selectFrom('roster_entry')
      .select(['name', 'function'])
      .where('email', 'in', [cast.freya.email, cast.goran.email]);
    expect(await entries.orderBy('name').execute()).toEqual([
      { name: cast.freya.name, function: 'Marketing' },
      { name: cast.goran.name, function: 'Finance' },
    ]);
  });

  test('whoever is forgotten is named by no list and by no field, as a manager either', async () => {
    await tools.db
      .updateTable('roster_entry')
      .set({ manager: cast.bo.id, manager_email: null })
      .where('email', '=', cast.chidi.email)
      .execute();
    await erase(tools, cast.bo.id);
    const rows = JSON.stringify(await tools.db.selectFrom('roster_entry').selectAll().execute());
    expect(rows).not.toContain(cast.bo.id);
    expect(rows).not.toContain(cast.bo.email);
    expect((await roster(tools.db, programme)).find(({ email }) => email === cast.amina.email)?.managerEmail).toBeNull();
  });
});
