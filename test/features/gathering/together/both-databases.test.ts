// Gatherings on both databases: one for each round, whoever plans at once, answers that change and are counted, and everything within its workspace.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import * as answers from '../../../../src/features/gathering/together/answers.ts';
import { aheadIn, occasionById, occasionOf } from '../../../../src/features/gathering/together/occasion.ts';
import { changeGathering, planGathering } from '../../../../src/features/gathering/together/plan-gathering.ts';
import type { Leader } from '../../../../src/features/joining/leaders.ts';
import * as leadersTable from '../../../../src/features/joining/leaders.ts';
import * as gatherings from '../../../../src/features/pairing/gatherings.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import type { Tools } from '../../../../src/platform/tools.ts';
import { databases } from '../../../platform/both-databases.ts';
import { at, type Ground, openGround } from '../../coaching/ground.ts';

const HANA = 'U0HANA';

describe.each(databases)('on %s', (_, open) => {
  let ground: Ground;
  let tools: Tools;
  let programme: Programme;
  let amina: Leader;
  let bo: Leader;
  let round: string;

  beforeAll(async () => {
    ground = await openGround('2027-07-06T11:00:00Z', open);
    const person = { id: HANA, name: 'Hana', email: null, title: null, timeZone: null, kind: 'member', workspaceAdmin: false };
    const slack = { ...ground.tools.slack, person: async (id: string) => ({ ok: true, value: { ...person, id } }) };
    tools = { ...ground.tools, organisers: [HANA, 'U0GORAN'], slack: slack as unknown as Tools['slack'] };
  }, 60_000);

  afterAll(() => ground.close());

  /** A programme of its own for each test. */
  let programmes = 0;
  beforeEach(async () => {
    ground.clock.now = at('2027-07-06T11:00:00Z');
    programmes += 1;
    programme = await ground.programme({ channel: `C0NUMBER${programmes}`, name: `Leaders ${programmes}` });
    amina = await ground.leader('Amina', programme);
    bo = await ground.leader('Bo', programme);
    round = (await ground.round(programme, [[amina, bo]])).id;
  });

  const written = () => tools.db.selectFrom('outbox').select(['key', 'state']).where('kind', '=', 'gathering').orderBy('key').execute();
  const lettersOf = async (id: string) => (await written()).filter(({ key }) => key.startsWith(`gathering:${id}:`));

  const startsAt = at('2027-07-15T13:00:00Z');
  const wish = (by = HANA, place = 'Room 5') => ({ startsAt, place, reveals: true, by });
  const occasion = async (now = '2027-07-06T11:00:00Z') => {
    const found = await occasionOf(tools.db, programme, at(now));
    if (!found) throw new Error('there is no occasion');
    return found;
  };

  test('two organisers plan at once: one gathering, one letter, and the second hears of it', async () => {
    const on = await occasion();
    const [one, other] = await Promise.all([planGathering(tools, on, wish()), planGathering(tools, on, wish('U0GORAN', 'Room 6'))]);
    expect([one.ok, other.ok].sort()).toEqual([false, true]);
    const [standing, ...more] = await tools.db.selectFrom('gathering').select('id').where('round', '=', round).execute();
    expect(more).toEqual([]);
    expect(await lettersOf(standing?.id ?? '')).toEqual([{ key: `gathering:${standing?.id}:invite:0`, state: 'pending' }]);
    expect(await planGathering(tools, on, wish())).toMatchObject(one.ok ? { ok: true } : { ok: false, because: 'others-planned' });
  });

  test('a change needs the state in which it was seen, and takes back an invitation that has not gone out', async () => {
    const planned = await planGathering(tools, await occasion(), wish());
    if (!planned.ok) throw new Error(planned.because);
    const { id } = planned.gathering;
    expect(await changeGathering(tools, { id, sequence: 0 }, wish(HANA, 'Room 7'))).toMatchObject({ ok: true, different: true });
    expect(await changeGathering(tools, { id, sequence: 0 }, wish(HANA, 'Room 8'))).toMatchObject({ ok: false, because: 'others-changed' });
    expect((await lettersOf(id)).map(({ state }) => state)).toEqual(['skipped', 'pending']);
    ground.clock.now = startsAt;
    expect(await changeGathering(tools, { id, sequence: 1 }, wish(HANA, 'Room 9'))).toMatchObject({ ok: false, because: 'too-late' });
  });

  test('answers count once for each leader who still takes part', async () => {
    const planned = await planGathering(tools, await occasion(), wish());
    if (!planned.ok) throw new Error(planned.because);
    const { id: gathering } = planned.gathering;
    const say = (leader: Leader, answer: answers.Answering) =>
      transact(tools.db, (tx) => answers.put(tx, { workspace: tools.workspace, gathering, leader: leader.id, answer }, tools.now()));
    await say(amina, 'coming');
    await say(bo, 'coming');
    await say(bo, 'not-this-time');
    expect(await answers.countsOf(tools.db, gathering)).toEqual({ coming: 1, not: 1 });
    expect(await answers.answerOf(tools.db, gathering, bo.id)).toBe('not-this-time');
    await transact(tools.db, (tx) =>
      leadersTable.change(tx, { ...bo, leftAt: '2027-07-07T09:00:00.000Z', leftBecause: 'left' }, tools.now()),
    );
    expect(await answers.countsOf(tools.db, gathering)).toEqual({ coming: 1, not: 0 });
  });

  test('it is ahead until it is over, stays its organisers’ for a week, and is of this workspace alone', async () => {
    const planned = await planGathering(tools, await occasion(), wish());
    if (!planned.ok) throw new Error(planned.because);
    const { id } = planned.gathering;
    const ahead = async (now: string) => (await aheadIn(tools.db, programme, at(now))).length;
    expect([await ahead('2027-07-15T13:44:59Z'), await ahead('2027-07-15T13:45:00Z')]).toEqual([1, 0]);
    expect(await occasionById({ ...tools, workspace: 'T0OTHER' }, id)).toBeUndefined();
    await transact(tools.db, (tx) => gatherings.callOff(tx, { workspace: tools.workspace, id }, tools.now()));
    expect(await ahead('2027-07-10T00:00:00Z')).toBe(0);
    expect((await occasion()).gathering).toBeUndefined();
    expect(await planGathering(tools, await occasion(), wish())).toMatchObject({ ok: true });
  });

  test('it belongs to the round that ends, also while the next one begins, and to the next one some days after', async () => {
    const planned = await planGathering(tools, await occasion(), wish());
    const next = await ground.round(programme, [[amina, bo]], '2027-07-26', 2);
    expect(await occasion('2027-07-16T09:00:00Z')).toMatchObject({ round: { id: round }, followed: true });
    await tools.db.updateTable('round').set({ closed_at: '2027-07-26T08:00:00.000Z' }).where('id', '=', round).execute();
    expect(await occasion('2027-07-20T09:00:00Z')).toMatchObject({
      round: { id: round },
      gathering: { id: planned.ok ? planned.gathering.id : '' },
    });
    expect(await occasion('2027-07-29T09:00:00Z')).toMatchObject({ round: { id: next.id } });
    expect((await occasion('2027-09-29T09:00:00Z')).gathering).toBeUndefined();
  });
});
