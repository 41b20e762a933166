// A report from the pulses that close to the end of its keeping, on SQLite and on PostgreSQL: the two must not differ in anything an organiser could
// notice.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { erase } from '../../../src/features/leaving/erase.ts';
import * as workspaces from '../../../src/features/leaving/workspaces.ts';
import { ownLine } from '../../../src/features/measuring/fairness.ts';
import { publish } from '../../../src/features/measuring/publish.ts';
import { reportPublishings } from '../../../src/features/measuring/publishings.ts';
import * as reports from '../../../src/features/measuring/reports.ts';
import { formOf, latest, readable } from '../../../src/features/measuring/show-report.ts';
import * as rounds from '../../../src/features/pairing/rounds.ts';
import { pulseClosings } from '../../../src/features/reviewing/closings.ts';
import { stamp } from '../../../src/platform/clock.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { databases } from '../../platform/both-databases.ts';
import { at } from '../coaching/ground.ts';
import { ALL_CLOSED, all, BEGUN, HALF_CLOSED, HANA, IN_CLOSING, IN_HALF, type Measured, measured } from './measuring-ground.ts';

async function roundOf({ tools, round }: Measured) {
  const row = await rounds.byId(tools.db, round.id);
  if (!row) throw new Error('no round');
  return row;
}

describe.each(databases)('on %s', (_, open) => {
  let on: Measured;

  beforeAll(async () => {
    on = await measured(13, open);
    await on.comes(BEGUN);
    for (const pair of [0, 1, 2, 3, 4, 5]) await on.meets(pair, [2, 3, 4, 5]);
    for (const pair of [0, 1, 2, 3, 4]) await on.meets(pair, [1]);
    await on.meets(5, [1], 'not-yet');
    for (let n = 0; n < 13; n++) await on.commits(n, 2, n < 7 ? 'done' : 'open');
    await on.comes(IN_HALF);
    for (let n = 0; n < 12; n++) await on.answers(n, 'half', all(['re.1', 'tr.1'], n < 6 ? 3 : 1));
  });
  afterAll(() => on.close());

  const letters = async (kind: string) => (await on.letters(kind)).map(({ key, to }) => `${key.split(':')[2]} to ${to}`);

  test('half way is reported once, however often time knocks, in several processes too', async () => {
    on.clock.now = at(HALF_CLOSED);
    await pulseClosings.run(on.tools, on.clock.now);
    const reported = { programme: on.here, round: await roundOf(on), moment: 'half' } as const;
    const done = await Promise.all([publish(on.tools, reported, on.clock.now), publish(on.tools, reported, on.clock.now)]);
    expect(done.filter((each) => each)).toHaveLength(1);
    await reportPublishings.run(on.tools, on.clock.now);
    expect(await on.tools.db.selectFrom('report').select('moment').execute()).toEqual([{ moment: 'half' }]);
    expect(await letters('report-ready')).toEqual([`half to ${HANA}`]);
    const { figures } = await on.report('half');
    expect(figures).toMatchObject({
      people: { invited: 0, joined: 13, active: 13, paused: 0, left: 0 },
      formed: { pairs: 5, trios: 1 },
      firstMeetings: { bands: ['most', 'all'] },
      met: { share: { bands: ['most', 'all'] } },
      followedUp: { percent: 54, is: 'exactly' },
      pulses: [
        { report: 'opening', replied: 0, asked: 13, statements: [] },
        { report: 'half', replied: 12, asked: 13 },
      ],
      fairness: { rounds: 1, trios: { sum: 3, people: 3, least: 1, most: 1 } },
    });
    expect(figures.pulses[1]?.statements.map(({ item }) => item)).toEqual(['re.1', 're.2']);
    expect(figures.goOn).toBeUndefined();
  });

  test('what is answered, changed or deleted later changes nothing in it', async () => {
    const before = await on.report('half');
    await on.meets(5, [6]);
    await on.commits(0, 3, 'done');
    expect(await erase(on.tools, on.round.leaders[12]?.user ?? '')).toEqual({ ok: true });
    await on.comes('2027-05-03T10:00:00Z');
    expect(await on.report('half')).toEqual(before);
    expect(JSON.stringify(before.figures)).not.toMatch(/Leader\d|U0LEADER/);
  });

  test('the end is reported once, with what has been told half way in the same words', async () => {
    for (const pair of [0, 1, 2, 3, 4, 5]) await on.meets(pair, [7, 8, 9]);
    for (let n = 0; n < 12; n++) await on.commits(n, 8, n < 6 ? 'let-go' : 'open');
    await on.comes(IN_CLOSING);
    for (let n = 0; n < 12; n++) await on.answers(n, 'closing', all(['re.1', 're.2'], 3));
    await on.comes(ALL_CLOSED);
    await on.comes('2027-08-02T10:00:00Z');
    const { figures } = await on.report('end');
    expect(figures).toMatchObject({
      people: { joined: 13, active: 12, left: 1 },
      firstMeetings: { bands: ['most', 'all'] },
      met: { share: { bands: ['half', 'most'] } },
      followedUp: { percent: 50, is: 'exactly' },
      goOn: { drawn: false, saying: { percent: 17, is: 'or-less' } },
    });
    expect((await reports.ofProgramme(on.tools.db, on.here.id)).map(({ moment }) => moment)).toEqual(['end', 'half']);
    expect((await latest(on.tools, on.here))?.report.moment).toBe('end');
    expect(await letters('report-ready')).toEqual([`half to ${HANA}`, `end to ${HANA}`]);
  });

  test('an organiser reads it, nobody else does, and each leader reads their own line', async () => {
    const { id } = await on.report('end');
    const found = await readable(on.tools, HANA, id);
    expect(JSON.stringify(found && (await formOf(on.tools, found, 'sponsors')))).toContain('12 of 12 replied.');
    expect(await readable(on.tools, on.round.leaders[0]?.user ?? '', id)).toBeUndefined();
    expect(await readable(on.tools, HANA, 'nothing')).toBeUndefined();
    const lines = await Promise.all([0, 11].map(async (n) => (on.round.leaders[n] ? ownLine(on.tools, on.round.leaders[n]) : '')));
    expect(lines.map((line) => line?.match(/\d/g)?.join(' '))).toEqual(['1 0 0 0', '1 1 0 0']);
  });

  test('of a round that was undone nothing is reported, and a workspace that is forgotten takes its reports along', async () => {
    await on.tools.db
      .updateTable('round')
      .set({ undone_at: stamp(on.clock.now) })
      .execute();
    expect(await reports.ofProgramme(on.tools.db, on.here.id)).toEqual([]);
    expect(await latest(on.tools, on.here)).toBeUndefined();
    await transact(on.tools.db, (tx) => workspaces.forgetRest(tx, on.tools.workspace));
    expect(await on.tools.db.selectFrom('report').select('id').execute()).toEqual([]);
  });
});
