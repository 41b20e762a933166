// The stream's own questions to the database, on SQLite and on PostgreSQL: two questions, the silence after them, a pause, and the counting.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { coachingContacts } from '../../../../src/features/coaching/contacts/sources.ts';
import { contacts as streamOf } from '../../../../src/features/coaching/contacts/stream.ts';
import { endSilence } from '../../../../src/features/coaching/quiet.ts';
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import * as contacts from '../../../../src/features/joining/contacts.ts';
import { pause } from '../../../../src/features/joining/pause.ts';
import { resumes } from '../../../../src/features/joining/resume.ts';
import { stamp } from '../../../../src/platform/clock.ts';
import type { Slack } from '../../../../src/platform/slack/calls.ts';
import type { Tools } from '../../../../src/platform/tools.ts';
import { databases, toolsOn } from '../../../platform/both-databases.ts';
import { beginRound, foundProgramme, joinLeader } from '../ground.ts';

const clock = { now: Temporal.Instant.from('2027-01-18T00:00:00Z') };
const now = () => clock.now;
const slack = { undisturbed: async () => ({ ok: true, value: new Map() }) } as unknown as Slack;
const faults: string[] = [];
const still = () => {};
const log = { debug: still, info: still, warn: still, error: (event: string) => void faults.push(event) };

describe.each(databases)('on %s', (_, open) => {
  let tools: Tools;
  let close: () => Promise<void>;
  let programme: Programme;
  const stream = streamOf(coachingContacts);

  beforeAll(async () => {
    clock.now = Temporal.Instant.from('2027-01-18T00:00:00Z');
    const ground = await open(now);
    close = ground.close;
    tools = await toolsOn(ground.db, { now, slack, log });
    programme = await foundProgramme(tools);
    const pair = [await joinLeader(tools, 'Amina', programme), await joinLeader(tools, 'Bo', programme)];
    await beginRound(tools, programme, { pairs: [pair], beginsOn: '2027-01-18', number: 1 });
  });
  afterAll(() => close());

  /** The clock knocks, and Slack takes whatever has become of it. */
  async function knock(at: string): Promise<void> {
    clock.now = Temporal.Instant.from(at);
    await resumes.run(tools, clock.now);
    await stream.run(tools, clock.now);
    await tools.db
      .updateTable('outbox')
      .set({ state: 'sent', started_at: stamp(clock.now) })
      .where('state', '=', 'pending')
      .execute();
  }

  const kinds = async () => (await tools.db.selectFrom('contact').select('kind').orderBy('created_at').execute()).map(({ kind }) => kind);

  test('two questions are followed by the question whether to go on, and that by nothing', async () => {
    for (const at of ['2027-01-19T09:30:00Z', '2027-02-02T09:30:00Z', '2027-02-16T09:30:00Z', '2027-03-02T09:30:00Z']) await knock(at);
    expect(await kinds()).toEqual(['opener', 'opener', 'opener', 'opener', 'quiet', 'quiet']);
    const reached = await contacts.reached(tools.db, 'T1', ['U0AMINA', 'U0BO', 'U0HANA'], clock.now);
    expect([reached.get('U0AMINA')?.at.length, reached.get('U0BO')?.at.length, reached.get('U0HANA')]).toEqual([2, 2, undefined]);
  });

  test('whoever does something hears again, and a pause moves the clock of both', async () => {
    await endSilence(tools, 'U0AMINA');
    await knock('2027-03-03T10:30:00Z');
    expect((await kinds()).slice(6)).toEqual(['opener']);
    await endSilence(tools, 'U0BO');
    await pause(tools, { programme, user: 'U0AMINA', until: Temporal.PlainDate.from('2027-03-16') });
    await knock('2027-03-16T09:30:00Z');
    // Bo's question was held back while the clock of the pair stood still.
    expect((await kinds()).slice(7).sort()).toEqual(['back', 'opener']);
    const rests = await tools.db.selectFrom('pair_rest').select(['begins_on', 'ends_on', 'because']).execute();
    expect(rests).toEqual([{ begins_on: '2027-03-04', ends_on: '2027-03-15', because: 'paused' }]);
    expect(faults).toEqual([]);
  });
});
