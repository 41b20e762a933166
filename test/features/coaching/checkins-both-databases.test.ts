// Check-ins and commitments from the first answer to the end of their keeping, on SQLite and on PostgreSQL: the two must not differ in anything a
// leader could notice.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkIn, finishCheckin } from '../../../src/features/coaching/checkins/check-in.ts';
import { commit } from '../../../src/features/coaching/checkins/commit.ts';
import { checkinsContacts } from '../../../src/features/coaching/checkins/contacts.ts';
import { checkinsPart } from '../../../src/features/coaching/checkins/home-part.ts';
import { openOf, sharedWith, shownIn } from '../../../src/features/coaching/checkins/open.ts';
import { listOf } from '../../../src/features/coaching/checkins/see-commitments.ts';
import { carryOn, makeSmaller, notice, openAgain, tellHow } from '../../../src/features/coaching/checkins/settle.ts';
import { keepToMyself, shareCommitment } from '../../../src/features/coaching/checkins/share.ts';
import { running } from '../../../src/features/coaching/contacts/gather.ts';
import * as places from '../../../src/features/coaching/places.ts';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import { deleteOfRound } from '../../../src/features/leaving/delete-notes.ts';
import { erase } from '../../../src/features/leaving/erase.ts';
import { myData } from '../../../src/features/leaving/my-data.ts';
import * as written from '../../../src/features/leaving/written.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { claim } from '../../../src/platform/schedule/occurrences.ts';
import type { Tools } from '../../../src/platform/tools.ts';
import { databases } from '../../platform/both-databases.ts';
import { at, beginRound, foundProgramme, type Ground, joinLeader, openGround, type Round } from './ground.ts';

describe.each(databases)('on %s', (_, open) => {
  let ground: Ground;
  let tools: Tools;
  let programme: Programme;
  let round: Round;
  let amina: Leader;
  let bo: Leader;

  beforeAll(async () => {
    ground = await openGround('2027-01-27T10:00:00Z', open);
    tools = ground.tools;
    programme = await foundProgramme(tools);
    amina = await joinLeader(tools, 'Amina', programme);
    bo = await joinLeader(tools, 'Bo', programme);
    round = await beginRound(tools, programme, { pairs: [[amina, bo]], beginsOn: '2027-01-18', number: 1 });
  });
  afterAll(() => ground.close());

  const pair = () => round.pairs[0] as string;
  const wanted = (user: string, fortnight: number) => ({ user, pair: pair(), fortnight });
  const wish = (id: string, fortnight: number, seen: 'share' | 'keep') => ({
    ...wanted(amina.user, fortnight),
    ...{ id, when: 'Friday comes', will: `do ${id}`, seen },
  });
  const step = async (looked: ReturnType<typeof checkIn>) => {
    const done = await looked;
    return done.ok ? done.scene.step : done.because;
  };
  const wishes = async (of: string) => {
    const source = checkinsContacts.find((each) => each.kind === of);
    const [round1] = await running(tools, tools.now());
    return round1 && source ? source.wishes(tools, round1, tools.now(), tools.now()) : [];
  };

  test('the check-in is wished for until it is answered or on record', async () => {
    expect((await wishes('check-in')).map(({ to, off }) => [to[0]?.name, off])).toEqual([
      ['Amina', undefined],
      ['Bo', undefined],
    ]);
    expect(await step(checkIn(tools, wanted(amina.user, 1), 'not-yet'))).toEqual({ is: 'not-yet' });
    expect(await step(checkIn(tools, wanted(amina.user, 1), 'met'))).toEqual({ is: 'commit' });
    expect((await wishes('check-in')).map(({ off }) => off)).toEqual(['answered', undefined]);
    const [, bos] = await wishes('check-in');
    const occurrence = { programme: programme.id, stream: 'check-in', subject: bos?.subject ?? '', period: bos?.period ?? '' };
    await transact(tools.db, (tx) => claim(tools, tx, { ...occurrence, dueAt: tools.now(), outcome: 'done' }, tools.now()));
    expect(await wishes('check-in')).toHaveLength(1);
    expect(await wishes('nudge')).toEqual([]);
    expect(await wishes('stall')).toEqual([]);
  });

  test('at most two commitments are open, also where both forms are sent at once', async () => {
    const done = await Promise.all(['one', 'two', 'three', 'two'].map((id) => commit(tools, wish(id, 1, id === 'one' ? 'share' : 'keep'))));
    expect(done.filter(({ ok }) => !ok)).toHaveLength(1);
    expect(await openOf(tools, tools.db, amina.id)).toHaveLength(2);
    const [shared] = await sharedWith(tools, tools.db, pair(), bo.id);
    expect(shared).toMatchObject({ name: 'Amina', will: 'do one', state: 'open' });
    expect(await sharedWith(tools, tools.db, pair(), amina.id)).toEqual([]);
  });

  test('they are asked about in the next fortnight, carried on, made smaller, told and noticed', async () => {
    ground.clock.now = at('2027-02-10T10:00:00Z');
    const own = (id: string) => ({ user: amina.user, id });
    const [first, second] = (await openOf(tools, tools.db, amina.id)).map(({ id }) => id) as [string, string];
    expect(await step(checkIn(tools, wanted(amina.user, 2), 'met'))).toEqual({ is: 'how', about: first });
    await Promise.all([0, 1].map(() => tellHow(tools, own(first), { given: 'not-yet', fortnight: 2 })));
    await Promise.all([0, 1].map(() => carryOn(tools, own(first), 'keep')));
    expect((await openOf(tools, tools.db, amina.id))[0]).toMatchObject({ carries: 1, asked: 2 });
    expect(await makeSmaller(tools, own(first), { when: 'Friday', will: 'less' })).toMatchObject({ ok: true });
    expect(await tellHow(tools, own(second), { given: 'done' })).toEqual({ ok: true });
    expect(await notice(tools, own(second), 'It was easy.')).toEqual({ ok: true });
    expect(await step(finishCheckin(tools, wanted(amina.user, 2)))).toEqual({ is: 'done', saved: true });
    const { shown } = await listOf(tools, amina.user, tools.now());
    expect(shown.map(({ state, noticed, words }) => [state, noticed, words?.will])).toContainEqual(['open', undefined, 'less']);
    expect(shown.map(({ noticed }) => noticed)).toContain('It was easy.');
    expect(await openAgain(tools, own(second))).toEqual({ ok: true });
  });

  test('sharing is given and taken back', async () => {
    for (const { id } of await openOf(tools, tools.db, amina.id)) await shareCommitment(tools, { user: amina.user, id });
    const shared = await sharedWith(tools, tools.db, pair(), bo.id);
    expect(shownIn(shared, 2)).toHaveLength(2);
    const [place] = await places.ofPerson(tools.db, tools.workspace, bo.user, tools.now());
    expect(JSON.stringify(place && (await checkinsPart(tools, place, tools.now())))).toContain('I will less');
    expect(await shareCommitment(tools, { user: bo.user, id: shared[0]?.id ?? '' })).toEqual({ ok: false, because: 'gone' });
    for (const { id } of shared) await keepToMyself(tools, { user: amina.user, id });
    expect(await sharedWith(tools, tools.db, pair(), bo.id)).toEqual([]);
  });

  test('they are handed out, kept where their author keeps them, deleted with the round, and forgotten with the person', async () => {
    expect(JSON.stringify(await myData(tools, amina.user))).toContain('"will":"less"');
    expect(JSON.stringify(await myData(tools, bo.user))).not.toContain('less');
    const { db, workspace } = tools;
    await db.updateTable('round').set({ closed_at: '2027-07-01T09:00:00.000Z' }).execute();
    expect(await written.ofClosedRounds(db, workspace)).toHaveLength(1);
    const keeps = { round: round.id, leader: amina.id, workspace, kept_at: '2027-07-01T09:00:00.000Z' };
    await db.insertInto('keepsake').values(keeps).execute();
    expect(await written.ofClosedRounds(db, workspace)).toEqual([]);
    await deleteOfRound(tools, round.id);
    expect(await db.selectFrom('commitment').select('id').execute()).toHaveLength(2);
    await db.deleteFrom('keepsake').execute();
    await deleteOfRound(tools, round.id);
    expect(await db.selectFrom('commitment').select('id').execute()).toEqual([]);
    await checkIn(tools, wanted(bo.user, 1), 'skip');
    await erase(tools, amina.user);
    expect(await db.selectFrom('checkin').select(['fortnight', 'met']).orderBy('fortnight').execute()).toEqual([
      { fortnight: 1, met: 'met' },
      { fortnight: 2, met: 'met' },
    ]);
  });
});
