// A pulse from the first tap to the end of its keeping, on SQLite and on PostgreSQL: the two must not differ in anything a leader could notice.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import { deleteNow } from '../../../src/features/leaving/delete-notes.ts';
import { erase } from '../../../src/features/leaving/erase.ts';
import { myData } from '../../../src/features/leaving/my-data.ts';
import { retention } from '../../../src/features/leaving/retention.ts';
import { keepAnswers } from '../../../src/features/reviewing/answer.ts';
import { pulseClosings } from '../../../src/features/reviewing/closings.ts';
import { pulsePart } from '../../../src/features/reviewing/pulse-part.ts';
import * as results from '../../../src/features/reviewing/results.ts';
import { showRemarks, showResults } from '../../../src/features/reviewing/show-results.ts';
import { resultToSee } from '../../../src/features/reviewing/waiting.ts';
import { writeChange } from '../../../src/features/reviewing/write-change.ts';
import { stamp } from '../../../src/platform/clock.ts';
import type { Tools } from '../../../src/platform/tools.ts';
import { databases } from '../../platform/both-databases.ts';
import { at, beginRound, foundProgramme, type Ground, joinLeader, openGround, type Round } from '../coaching/ground.ts';

const HANA = 'U0HANA';

describe.each(databases)('on %s', (_, open) => {
  let ground: Ground;
  let tools: Tools;
  let programme: Programme;
  let round: Round;
  const leaders: Leader[] = [];

  beforeAll(async () => {
    leaders.length = 0;
    ground = await openGround('2027-03-31T10:00:00Z', open);
    tools = { ...ground.tools, organisers: [HANA] };
    programme = await foundProgramme(tools);
    for (let n = 0; n < 10; n++) leaders.push(await joinLeader(tools, `Leader${n}`, programme));
    const pairs = [0, 2, 4, 6, 8].map((n) => leaders.slice(n, n + 2));
    round = await beginRound(tools, programme, { pairs, beginsOn: '2027-01-18', number: 1 });
    const member = {
      name: 'Hana',
      email: null,
      title: null,
      time_zone: 'Europe/London',
      kind: 'member',
      workspace_admin_at: null,
      dm: null,
    };
    await tools.db
      .insertInto('person')
      .values({ ...member, workspace: 'T1', slack_user: HANA, refreshed_at: stamp(at('2027-04-20T09:00:00Z')) })
      .execute();
  });
  afterAll(() => ground.close());

  const userOf = (n: number) => leaders[n]?.user ?? '';
  const answer = (n: number, re1: number, text?: string) =>
    keepAnswers(tools, {
      user: userOf(n),
      round: round.id,
      given: new Map([['half', { answers: { 're.1': [re1] }, ...(text && { text }) }]]),
    });
  const half = () => results.find(tools.db, round.id, 'half') as Promise<results.Result>;

  test('all answer, at once and twice over; what is said is a figure', async () => {
    await Promise.all(leaders.map((_, n) => answer(n, 4)));
    await Promise.all(leaders.map((_, n) => answer(n, n < 5 ? 3 : 0, n < 6 ? `Remark ${n}` : undefined)));
    const place = { programme, leader: leaders[0] as Leader, away: false };
    expect(JSON.stringify(await pulsePart(tools, place, tools.now()))).toContain('Change my answers');
    ground.clock.now = at('2027-04-18T23:00:00Z');
    await Promise.all([pulseClosings.run(tools, ground.clock.now), pulseClosings.run(tools, ground.clock.now)]);
    expect(await half()).toMatchObject({ replied: 10, asked: 10 });
    expect((await half()).statements.filter(({ saying }) => saying)).toEqual([
      { item: 're.1', side: 'agree', saying: { percent: 50, is: 'exactly' } },
    ]);
    expect(await tools.db.selectFrom('pulse_answer').selectAll().execute()).toEqual([]);
    expect(await answer(0, 0)).toEqual({ ok: false, because: 'closed' });
    expect(JSON.stringify(await pulsePart(tools, place, tools.now()))).toContain('Read what we said');
  });

  test('an organiser reads it with the remarks, and writes what changes, once', async () => {
    ground.clock.now = at('2027-04-20T09:00:30Z');
    const { id } = await half();
    expect(await resultToSee(tools.db, programme.id, tools.now())).toMatchObject({ id, toWrite: true });
    expect(JSON.stringify(await showRemarks(tools, HANA, { id, page: 1 }))).toContain('Remark 3');
    expect(await showRemarks(tools, userOf(0), { id, page: 1 })).toEqual({ ok: false, because: 'gone' });
    expect(JSON.stringify(await showResults(tools, userOf(0), id))).not.toContain('Remark');
    const wish = { user: HANA, result: id, text: 'Fewer messages', by: Temporal.PlainDate.from('2027-05-31') };
    const done = await Promise.all([writeChange(tools, wish), writeChange(tools, wish)]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await resultToSee(tools.db, programme.id, tools.now())).toMatchObject({ id, toWrite: false });
  });

  test('remarks go thirty days after the round; what a leader who left answered goes on request, and everything of one who is erased', async () => {
    ground.clock.now = at('2027-07-20T10:00:00Z');
    const given = new Map([['closing' as const, { answers: { 're.3': [0, 2] } }]]);
    for (const n of [0, 1, 2]) expect(await keepAnswers(tools, { user: userOf(n), round: round.id, given })).toMatchObject({ ok: true });
    expect(JSON.stringify(await myData(tools, userOf(0)))).toContain('Room to think, Feeling less alone');
    await tools.db
      .updateTable('leader')
      .set({ left_at: stamp(tools.now()), left_because: 'left' })
      .where('id', '=', leaders[0]?.id ?? '')
      .execute();
    expect(await deleteNow(tools, { user: userOf(0), leader: leaders[0]?.id ?? '' })).toBe(true);
    expect(await erase(tools, userOf(1))).toEqual({ ok: true });
    const left = await tools.db.selectFrom('pulse_answer').select('leader').execute();
    expect(left).toEqual([{ leader: leaders[2]?.id }]);
    await tools.db
      .updateTable('round')
      .set({ closed_at: stamp(tools.now()) })
      .execute();
    await retention.run(tools, ground.clock.now.add({ hours: 24 * 29 }));
    expect((await half()).remarksSealed).not.toBeNull();
    await retention.run(tools, ground.clock.now.add({ hours: 24 * 30 }));
    expect((await half()).remarksSealed).toBeNull();
    expect((await half()).statements).not.toEqual([]);
  });
});
