// Who has a preview open, and which pairs are ruled out: the same on SQLite and on PostgreSQL.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { previewsOf } from '../../../src/features/leaving/own-record.ts';
import { retention } from '../../../src/features/leaving/retention.ts';
import * as forbiddenPairs from '../../../src/features/pairing/forbidden-pairs.ts';
import * as openPreviews from '../../../src/features/pairing/preview/open-previews.ts';
import * as proposals from '../../../src/features/pairing/proposals.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import type { Slack } from '../../../src/platform/slack/calls.ts';
import type { Tools } from '../../../src/platform/tools.ts';
import { databases, toolsOn } from '../../platform/both-databases.ts';
import { foundProgramme, joinLeader } from '../coaching/ground.ts';

const now = Temporal.Instant.from('2027-01-12T12:00:00Z');
const plan = { possible: false, causes: [] } as const;

describe.each(databases)('on %s', (_, open) => {
  let tools: Tools;
  let close: () => Promise<void>;
  let programme: string;
  let leaders: [string, string];
  beforeAll(async () => {
    const database = await open(() => now);
    close = database.close;
    tools = await toolsOn(database.db, { now: () => now, slack: {} as Slack });
    const founded = await foundProgramme(tools);
    programme = founded.id;
    leaders = [(await joinLeader(tools, 'Amina', founded)).id, (await joinLeader(tools, 'Bo', founded)).id];
  });
  afterAll(() => close());

  const proposed = async (id: string, at: string) => {
    const made = { id, workspace: tools.workspace, programme, rotatesOn: '2027-01-12', seed: `seed of ${id}`, edits: [] };
    await transact(tools.db, (tx) => proposals.add(tools, tx, { ...made, drawn: { plan, mark: '' }, by: 'U0000HANA', at }));
  };
  const discarded = (id: string, at: string) =>
    transact(tools.db, (tx) => proposals.decide(tx, { id, revision: 1, decision: 'discarded', by: 'U0000HANA', at }));
  const seen = (user: string, revision: number, view = `V${user}`) => ({ proposal: 'one', user, view, revision, look: '{"page":0}' });

  test('whoever sees an earlier revision, or a round that is decided, is behind; nobody after an hour', async () => {
    await proposed('one', '2027-01-12T11:00:00.000Z');
    await openPreviews.showed(tools, seen('UHANA', 0), now);
    await openPreviews.showed(tools, seen('UGORAN', 1), now);
    expect((await openPreviews.behind(tools, now)).map(({ user }) => user)).toEqual(['UHANA']);
    await openPreviews.showed(tools, seen('UHANA', 1, 'VNEW'), now);
    expect(await openPreviews.behind(tools, now)).toEqual([]);
    await discarded('one', '2027-01-12T12:00:00.000Z');
    expect((await openPreviews.behind(tools, now)).map(({ view }) => view).sort()).toEqual(['VNEW', 'VUGORAN']);
    await openPreviews.closed(tools.db, { proposal: 'one', user: 'UGORAN' });
    expect(await openPreviews.behind(tools, now)).toEqual([seen('UHANA', 1, 'VNEW')]);
    expect(await openPreviews.behind(tools, now.add({ hours: 2 }))).toEqual([]);
    await openPreviews.showed(tools, seen('UGORAN', 1), now.add({ hours: 2 }));
    expect(await tools.db.selectFrom('preview_open').select('slack_user').execute()).toEqual([{ slack_user: 'UGORAN' }]);
    expect(await previewsOf(tools.db, tools.workspace, 'UGORAN')).toEqual([{ programme: 'Leaders', looked: '2027-01-12T14:00:00.000Z' }]);
    expect(await previewsOf(tools.db, tools.workspace, 'UHANA')).toEqual([]);
  });

  test('nothing is kept of it for longer, also where nobody looks at a round again', async () => {
    const kept = () => tools.db.selectFrom('preview_open').select('slack_user').execute();
    await retention.run(tools, now.add({ hours: 2 }));
    expect(await kept()).toEqual([{ slack_user: 'UGORAN' }]);
    await retention.run(tools, now.add({ hours: 4 }));
    expect(await kept()).toEqual([]);
  });

  test('what was thrown away last gives its seed to the next draw, until another stands', async () => {
    expect(await proposals.thrownAwaySeed(tools.db, programme)).toBe('seed of one');
    await proposed('two', '2027-01-12T13:00:00.000Z');
    expect(await proposals.thrownAwaySeed(tools.db, programme)).toBeUndefined();
    expect(await proposals.thrownAwaySeed(tools.db, 'nowhere')).toBeUndefined();
  });

  test('a pair is ruled out with its reason, lifted once, in its own programme, and may be ruled out again', async () => {
    const [a, b] = [...leaders].sort() as [string, string];
    const rule = (id: string, at: string) => ({
      ...{ id, workspace: tools.workspace, programme, leader_a: b, leader_b: a, reason: 'They share a budget.' },
      ...{ forbidden_by: 'U0000HANA', forbidden_at: at, lifted_at: null },
    });
    await transact(tools.db, (tx) => forbiddenPairs.forbid(tx, rule('r1', '2027-01-05T09:00:00.000Z')));
    expect(await forbiddenPairs.standing(tools.db, programme)).toEqual([
      { id: 'r1', leaders: [a, b], reason: 'They share a budget.', by: 'U0000HANA', at: '2027-01-05T09:00:00.000Z' },
    ]);
    const lift = (of: string) =>
      transact(tools.db, (tx) => forbiddenPairs.lift(tx, { programme: of, id: 'r1', at: '2027-01-12T12:00:00.000Z' }));
    expect([await lift('elsewhere'), await lift(programme), await lift(programme)]).toEqual([undefined, [a, b], undefined]);
    expect([await forbiddenPairs.standing(tools.db, programme), await forbiddenPairs.ofProgramme(tools.db, programme)]).toEqual([[], []]);
    await transact(tools.db, (tx) => forbiddenPairs.forbid(tx, rule('r2', '2027-01-13T09:00:00.000Z')));
    expect((await forbiddenPairs.standing(tools.db, programme)).map(({ id }) => id)).toEqual(['r2']);
    expect(await forbiddenPairs.before(tools.db, programme, '2027-01-12T00:00:00.000Z')).toEqual([[a, b]]);
  });
});
