// Choosing each other, verb by verb, on SQLite and on PostgreSQL: the two must not differ in anything a leader could notice.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { chosenPairs } from '../../../../src/features/founding/choices.ts';
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import * as programmes from '../../../../src/features/founding/programmes.ts';
import type { Leader } from '../../../../src/features/joining/leaders.ts';
import * as leaders from '../../../../src/features/joining/leaders.ts';
import { NO_WISHES, openWishes, sealWishes } from '../../../../src/features/joining/wishes.ts';
import { acceptRequest, declineRequest, undoChoice, withdrawRequest } from '../../../../src/features/pairing/choosing/answer.ts';
import { choosersAround } from '../../../../src/features/pairing/choosing/around.ts';
import { askPartner } from '../../../../src/features/pairing/choosing/ask.ts';
import { endChoosing } from '../../../../src/features/pairing/choosing/chosen.ts';
import { choices, endChoicesOf } from '../../../../src/features/pairing/choosing/keep.ts';
import { ownPartnerRequests } from '../../../../src/features/pairing/choosing/own-data.ts';
import * as partnerRequests from '../../../../src/features/pairing/choosing/partner-requests.ts';
import { seeChoosing } from '../../../../src/features/pairing/choosing/see.ts';
import { saveWelcomes } from '../../../../src/features/pairing/choosing/welcomes.ts';
import { gather } from '../../../../src/features/pairing/facts.ts';
import { stamp } from '../../../../src/platform/clock.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import { erasePerson } from '../../../../src/platform/erase-person.ts';
import type { Slack } from '../../../../src/platform/slack/calls.ts';
import type { Tools } from '../../../../src/platform/tools.ts';
import { cast, type Name } from '../../../cast.ts';
import { databases, toolsOn } from '../../../platform/both-databases.ts';

const clock = { now: Temporal.Instant.from('2027-01-12T12:00:00Z') };
const now = () => clock.now;
const slack = {
  person: async (id: string) => ({
    ok: true,
    value: { id, name: id, email: null, title: null, timeZone: 'UTC', kind: 'member', workspaceAdmin: false },
  }),
} as unknown as Slack;
const NAMES = ['amina', 'bo', 'chidi', 'dolores', 'freya'] as const;

describe.each(databases)('on %s', (_, open) => {
  let tools: Tools;
  let close: () => Promise<void>;
  let programme: Programme;
  const cased = {} as Record<Name, Leader>;

  beforeAll(async () => {
    const ground = await open(now);
    close = ground.close;
    tools = await toolsOn(ground.db, { now, slack });
  });
  afterAll(() => close());

  beforeEach(async () => {
    clock.now = Temporal.Instant.from('2027-01-12T12:00:00Z');
    programme = {
      ...{ id: tools.newId(), workspace: 'T1', channel: `C${tools.newId()}`, name: 'Leaders' },
      ...{ anchorOn: Temporal.PlainDate.from('2027-02-02'), anchorNumber: 1, cycleMonths: 6, sendWeekday: 2, sendTime: '09:30' },
      ...{ timeZone: 'Europe/London', functions: [], workingDays: [1, 2, 3, 4, 5], choosing: 'leaders', announcing: 'names' },
      ...{ rotating: 'automatic', helpLinks: [], foundedBy: 'U1', foundedAt: stamp(now()), channelLostAt: null },
    };
    await transact(tools.db, (tx) => programmes.add(tx, programme));
    for (const name of NAMES) await enrol(name);
  });

  async function enrol(name: Name): Promise<void> {
    cased[name] = {
      ...{ id: tools.newId(), workspace: 'T1', programme: programme.id, user: cast[name].id, name: cast[name].name, email: null },
      ...{ function: name, level: '', manager: null, managerEmail: null, timeZone: 'Europe/London', workingDays: [1, 2, 3, 4, 5] },
      ...{ workingFrom: '09:00', workingTo: '17:00', rhythm: 'steady', sendWeekday: null, sendTime: null, privateSealed: null },
      ...{ joinedAt: stamp(now()), pausedAt: null, pausedUntil: null, leftAt: null, leftBecause: null },
    };
    await transact(tools.db, (tx) => leaders.add(tx, cased[name], now()));
  }

  const ask = (name: Name, other: Name) => askPartner(tools, { programme: programme.id, user: cast[name].id, other: cast[other].id });
  const inRound = () => ({ programme: programme.id, number: 1 });
  const standing = () => partnerRequests.standing(tools.db, inRound());
  const onlyRequest = async () => (await standing())[0]?.id ?? '';

  test('one of many at once is asked: two clicks are one request', async () => {
    const done = await Promise.all([ask('amina', 'bo'), ask('amina', 'bo'), ask('amina', 'chidi')]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await standing()).toHaveLength(1);
  });

  test('two who ask each other at the same moment have found each other', async () => {
    const done = await Promise.all([ask('amina', 'bo'), ask('bo', 'amina')]);
    expect(done.map((each) => (each.ok ? each.how : each.because)).sort()).toEqual(['asked', 'chosen']);
    expect(await partnerRequests.chosen(tools.db, inRound())).toHaveLength(1);
  });

  test('who accepts two at the same moment has one partner', async () => {
    await ask('amina', 'bo');
    await ask('chidi', 'bo');
    const ids = (await standing()).map(({ id }) => id);
    const done = await Promise.all(ids.map((request) => acceptRequest(tools, { request, user: cast.bo.id })));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await partnerRequests.chosen(tools.db, inRound())).toHaveLength(1);
    expect(await standing()).toHaveLength(1);
  });

  test('accepted and taken back at the same moment: one of the two happens', async () => {
    await ask('amina', 'bo');
    const request = await onlyRequest();
    const [accepted, withdrawn] = await Promise.all([
      acceptRequest(tools, { request, user: cast.bo.id }),
      withdrawRequest(tools, { request, user: cast.amina.id }),
    ]);
    expect([accepted.ok, withdrawn.ok].filter((ok) => ok)).toHaveLength(1);
    expect(await standing()).toHaveLength(accepted.ok ? 1 : 0);
  });

  test('a second click says the same again, and changes nothing', async () => {
    await ask('amina', 'bo');
    const pressing = { request: await onlyRequest(), user: cast.bo.id };
    expect(await acceptRequest(tools, pressing)).toMatchObject({ ok: true, already: false });
    expect(await acceptRequest(tools, pressing)).toMatchObject({ ok: true, already: true });
    expect(await declineRequest(tools, pressing)).toEqual({ ok: false, because: 'gone' });
    expect(await undoChoice(tools, pressing)).toMatchObject({ ok: true });
    expect(await undoChoice(tools, pressing)).toEqual({ ok: false, because: 'gone' });
  });

  test('nobody presses for somebody else', async () => {
    await ask('amina', 'bo');
    const request = await onlyRequest();
    for (const user of [cast.amina.id, cast.chidi.id, 'U0NOBODY']) {
      expect(await acceptRequest(tools, { request, user })).toEqual({ ok: false, because: 'gone' });
      expect(await declineRequest(tools, { request, user })).toEqual({ ok: false, because: 'gone' });
    }
    for (const user of [cast.bo.id, cast.chidi.id]) expect(await withdrawRequest(tools, { request, user })).toMatchObject({ ok: false });
    expect(await undoChoice(tools, { request, user: cast.chidi.id })).toEqual({ ok: false, because: 'gone' });
    expect(await acceptRequest(tools, { request: 'nothing', user: cast.bo.id })).toEqual({ ok: false, because: 'gone' });
    expect(await standing()).toHaveLength(1);
  });

  test('twice is the most that one person is asked by the same, and twelve times all', async () => {
    for (let time = 0; time < 2; time++) {
      expect(await ask('amina', 'bo')).toMatchObject({ ok: true });
      await withdrawRequest(tools, { request: await onlyRequest(), user: cast.amina.id });
    }
    expect(await ask('amina', 'bo')).toMatchObject({ ok: false, because: 'often' });
  });

  test('what stands is counted, seen, taken away as data and put before the matching', async () => {
    await ask('amina', 'bo');
    await ask('chidi', 'dolores');
    await ask('dolores', 'chidi');
    expect(await chosenPairs(tools.db, programme.id)).toBe(1);
    const look = await seeChoosing(tools, { programme: programme.id, user: cast.bo.id }, now());
    expect(look.ok && look.seen.asked.map(({ name }) => name)).toEqual([cast.amina.name]);
    expect((await choosersAround(tools.db, 'T1', cast.amina.id)).includes(cast.bo.id)).toBe(true);
    expect(await ownPartnerRequests(tools, cased.bo)).toMatchObject([{ other: cast.amina.name, asked_by_me: false, outcome: 'open' }]);
    const { chosen, facts } = await gather(tools, tools.db, programme, Temporal.PlainDate.from('2027-02-02'));
    expect(chosen).toEqual([[cased.chidi.id, cased.dolores.id]]);
    expect(facts.leaders.find(({ id }) => id === cased.dolores.id)?.welcomes).toEqual([cased.chidi.id]);
  });

  test('the last day goes by: open requests lapse, and what was chosen stands', async () => {
    await ask('amina', 'bo');
    await ask('chidi', 'dolores');
    await ask('dolores', 'chidi');
    clock.now = Temporal.Instant.from('2027-01-27T00:00:00Z');
    await choices.run(tools, now());
    expect((await standing()).map(({ asker }) => asker)).toEqual([cased.chidi.id]);
    const letters = await tools.db.selectFrom('outbox').select('key').where('key', 'like', 'partner-lapsed:%').execute();
    expect(letters.filter(({ key }) => key.endsWith(cased.amina.id))).toHaveLength(1);
    await transact(tools.db, (tx) => endChoosing(tx, inRound(), now()));
    expect(await partnerRequests.ofLeader(tools.db, cased.amina.id)).toEqual([]);
    expect(await partnerRequests.ofLeader(tools.db, cased.chidi.id)).toHaveLength(1);
  });

  test('who leaves or asks to be forgotten takes everything of it along', async () => {
    await ask('amina', 'bo');
    await ask('chidi', 'bo');
    await transact(tools.db, (tx) => endChoicesOf(tools, tx, cased.bo, now()));
    expect(await standing()).toEqual([]);
    await ask('amina', 'dolores');
    await transact(tools.db, (tx) => erasePerson(tx, tools.vault, { workspace: 'T1', user: cast.amina.id, at: stamp(now()) }));
    expect(await partnerRequests.ofLeader(tools.db, cased.amina.id)).toEqual([]);
    expect((await partnerRequests.ofLeader(tools.db, cased.chidi.id)).map(({ ended_because }) => ended_because)).toEqual(['left']);
  });

  test('people who are welcome are kept, and the rest of what somebody wishes stays', async () => {
    const wished = { ...NO_WISHES, avoids: [cast.chidi.id], workOn: 'saying no' };
    const privateSealed = await transact(tools.db, (tx) => sealWishes(tools, tx, cased.freya, wished));
    await transact(tools.db, (tx) => leaders.change(tx, { ...cased.freya, privateSealed }, now()));
    const save = (people: string[]) => saveWelcomes(tools, { programme: programme.id, user: cast.freya.id, people });
    expect(await save([cast.chidi.id])).toMatchObject({ ok: false, id: 'joining.wrong.both' });
    expect(await save([cast.freya.id])).toMatchObject({ ok: false, id: 'joining.wrong.self' });
    expect(await save(['U1', 'U2', 'U3', 'U4'])).toMatchObject({ ok: false, id: 'joining.wrong.welcomes.many' });
    expect(await save([cast.amina.id, cast.bo.id])).toEqual({ ok: true, count: 2 });
    const [freya] = await leaders.some(tools.db, [cased.freya.id]);
    expect(await openWishes(tools, tools.db, freya as Leader)).toEqual({ ...wished, welcomes: [cast.amina.id, cast.bo.id] });
    expect(await saveWelcomes(tools, { programme: programme.id, user: 'U0NOBODY', people: [] })).toEqual({ ok: false, because: 'not-in' });
  });
});
