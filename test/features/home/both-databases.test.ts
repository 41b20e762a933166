// Agreements, requests for help and Home, verb by verb, on SQLite and on PostgreSQL: also where two people do the same in the same moment.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { agree } from '../../../src/features/coaching/agreement/agree.ts';
import * as agreements from '../../../src/features/coaching/agreement/agreements.ts';
import { changeLines } from '../../../src/features/coaching/agreement/change-lines.ts';
import { seeAgreement } from '../../../src/features/coaching/agreement/see-agreement.ts';
import { askForHelp, settleHelp } from '../../../src/features/coaching/help/ask-for-help.ts';
import { forgetRequests } from '../../../src/features/coaching/help/own-data.ts';
import { appoint } from '../../../src/features/founding/organisers.ts';
import { organisersAround, peopleAround } from '../../../src/features/home/around.ts';
import { drawOpened, homeTabsStream, redrawAfter } from '../../../src/features/home/redraw.ts';
import { erase } from '../../../src/features/leaving/erase.ts';
import { myData } from '../../../src/features/leaving/my-data.ts';
import { retention } from '../../../src/features/leaving/retention.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import type { Slack } from '../../../src/platform/slack/calls.ts';
import type { Tools } from '../../../src/platform/tools.ts';
import { databases, toolsOn } from '../../platform/both-databases.ts';
import { beginRound, foundProgramme, joinLeader, userOf } from '../coaching/ground.ts';

const clock = { now: Temporal.Instant.from('2027-01-18T10:00:00Z') };
const now = () => clock.now;
const published: string[] = [];
const [AMINA, BO, HANA] = ['Amina', 'Bo', 'Hana'].map(userOf) as [string, string, string];
const WORDS = new Set(['partner', 'status']);

const slack = {
  person: async (user: string) => ({
    ok: true,
    value: { id: user, name: user, email: null, title: null, timeZone: null, kind: 'member', workspaceAdmin: false },
  }),
  publishHome: async (user: string) => {
    published.push(user);
    return { ok: true, value: undefined };
  },
} as unknown as Slack;

describe.each(databases)('on %s', (_, open) => {
  let tools: Tools;
  let close: () => Promise<void>;
  let programme: string;
  let pair: string;

  beforeAll(async () => {
    clock.now = Temporal.Instant.from('2027-01-18T10:00:00Z');
    const ground = await open(now);
    close = ground.close;
    tools = await toolsOn(ground.db, { now, slack });
    const founded = await foundProgramme(tools);
    programme = founded.id;
    const people = [await joinLeader(tools, 'Amina', founded), await joinLeader(tools, 'Bo', founded)];
    const round = await beginRound(tools, founded, { pairs: [people], beginsOn: '2027-01-18', number: 1 });
    pair = round.pairs[0] ?? '';
    await transact(tools.db, (tx) => appoint(tools, tx, { programme, user: HANA, by: HANA }, now()));
  });
  afterAll(() => close());

  const versionOf = async () => (await agreements.ofPair(tools.db, pair))?.version ?? 1;
  const letters = async (kind: string) => (await tools.db.selectFrom('outbox').select('key').where('kind', '=', kind).execute()).length;

  test('of two changes in the same moment one stands, and nothing is lost of it', async () => {
    const wish = (by: string) => ({ by, added: '', helps: '' });
    const done = await Promise.all([
      changeLines(tools, { user: AMINA, pair, version: 1, wish: wish('video') }),
      changeLines(tools, { user: BO, pair, version: 1, wish: wish('phone') }),
    ]);
    expect(done.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const seen = await seeAgreement(tools, { user: BO, pair }, now());
    expect(seen.ok && seen.standing.by).toBe(done[0]?.ok ? 'video' : 'phone');
    expect(await versionOf()).toBe(2);
  });

  test('two who agree in the same moment make it complete once', async () => {
    const version = await versionOf();
    const done = await Promise.all([AMINA, BO, AMINA, BO].map((user) => agree(tools, { user, pair, version })));
    expect(done.every(({ ok }) => ok)).toBe(true);
    expect((await agreements.ofPair(tools.db, pair))?.completedAt).not.toBeNull();
    expect(await letters('agreed')).toBe(1);
    expect(
      (await agreements.rhythmsOf(tools.db, (await tools.db.selectFrom('round').select('id').executeTakeFirstOrThrow()).id)).size,
    ).toBe(0);
  });

  test('a request sent twice is one, and is seen to once', async () => {
    const asking = { user: AMINA, programme, id: 'a'.repeat(32), text: 'Please.' };
    await Promise.all([askForHelp(tools, asking), askForHelp(tools, asking)]);
    expect(await letters('help')).toBe(1);
    const settled = await Promise.all([settleHelp(tools, { id: asking.id, by: HANA }), settleHelp(tools, { id: asking.id, by: HANA })]);
    expect(settled.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await settleHelp(tools, { id: asking.id, by: BO })).toEqual({ ok: false, because: 'not-organiser' });
    const due = await forgetRequests(tools, now());
    expect(due?.toString()).toBe(now().add({ hours: 720 }).toString());
  });

  test('Home is drawn when it is opened, and again only when it has changed', async () => {
    published.length = 0;
    await drawOpened(tools, AMINA, WORDS);
    await redrawAfter(tools, BO, WORDS);
    const stream = homeTabsStream(() => WORDS);
    clock.now = clock.now.add({ minutes: 1 });
    expect(await stream.run(tools, now())).toBeDefined();
    expect(published).toEqual([AMINA]);
    await changeLines(tools, { user: BO, pair, version: await versionOf(), wish: { by: 'letters', added: '', helps: '' } });
    await redrawAfter(tools, BO, WORDS);
    clock.now = clock.now.add({ minutes: 1 });
    await stream.run(tools, now());
    expect(published).toEqual([AMINA, AMINA]);
    expect(await peopleAround(tools, BO).execute()).toEqual([{ slack_user: AMINA }]);
    expect(await organisersAround(tools, BO).execute()).toEqual([{ slack_user: HANA }]);
  });

  test('a change from fortnight 7 on is also another look at it', async () => {
    const looked = async () => (await agreements.ofPair(tools.db, pair))?.lookedAgainAt;
    expect(await looked()).toBeNull();
    clock.now = Temporal.Instant.from('2027-04-20T10:00:00Z');
    const wish = { by: 'letters', added: 'We begin on time.', helps: '' };
    expect(await changeLines(tools, { user: BO, pair, version: await versionOf(), wish })).toMatchObject({ ok: true });
    expect(await looked()).not.toBeNull();
  });

  test('what is theirs is handed over, and forgotten when they say so', async () => {
    const [mine] = (await myData(tools, AMINA)).programmes;
    expect(mine?.requests_for_help).toMatchObject([{ text: 'Please.' }]);
    expect(mine?.agreements).toHaveLength(1);
    await retention.run(tools, now());
    expect((await erase(tools, AMINA)).ok).toBe(true);
    expect(await tools.db.selectFrom('help_request').selectAll().execute()).toEqual([]);
    expect(await tools.db.selectFrom('home_tab').selectAll().execute()).toEqual([]);
  });
});
