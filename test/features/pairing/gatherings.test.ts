// What rounds know of gatherings: planned once, changed, called off, planned again; when the next round comes because of one; what is approved for it. On
// both databases.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { comingRound } from '../../../src/features/founding/coming-round.ts';
import * as gatherings from '../../../src/features/pairing/gatherings.ts';
import * as reveals from '../../../src/features/pairing/reveals.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { databases } from '../../platform/both-databases.ts';
import { at, beginRound, foundProgramme, joinLeader, openGround } from '../coaching/ground.ts';

type Ground = Awaited<ReturnType<typeof openGround>>;

describe.each(databases)('on %s', (_, open) => {
  let on: Ground;
  let programme: Awaited<ReturnType<typeof foundProgramme>>;
  let round: string;
  const now = at('2027-06-21T10:00:00Z');

  beforeAll(async () => {
    on = await openGround('2027-06-21T10:00:00Z', open);
    programme = await foundProgramme(on.tools, { channel: 'C0OTHERS' });
    const two = [await joinLeader(on.tools, 'Amina', programme), await joinLeader(on.tools, 'Bo', programme)];
    round = (await beginRound(on.tools, programme, { pairs: [two], beginsOn: '2027-01-18', number: 1 })).id;
  });
  afterAll(() => on.close());

  const wish = (id: string, startsAt: string, reveals = true) => {
    const of = { id, workspace: on.tools.workspace, programme: programme.id, round, place: 'The hall', by: 'U0HANA' };
    return { ...of, startsAt: Temporal.Instant.from(startsAt), reveals };
  };
  const planned = (id: string, startsAt: string, reveals = true) =>
    transact(on.tools.db, (tx) => gatherings.plan(tx, wish(id, startsAt, reveals), now));
  const coming = async () => {
    const { number, on: day, inCalendar, at: moment, gathering } = await comingRound(on.tools.db, programme, now);
    return [number, day.toString(), inCalendar.toString(), moment.toString(), gathering];
  };

  test('a round comes on its day as long as no gathering names its pairs', async () => {
    const inCalendar = [2, '2027-07-12', '2027-07-12', '2027-07-12T08:30:00Z', undefined];
    expect(await coming()).toEqual(inCalendar);
    expect(await planned('g1', '2027-07-20T13:00:00Z', false)).toBe(true);
    expect(await coming()).toEqual(inCalendar);
    expect(await gatherings.revealAhead(on.tools.db, programme, now)).toBeUndefined();
  });

  test('a round has one gathering, until that is called off', async () => {
    expect(await planned('g2', '2027-07-21T13:00:00Z')).toBe(false);
    expect((await gatherings.gatheringOf(on.tools.db, round))?.id).toBe('g1');
    const which = { workspace: on.tools.workspace, id: 'g1' };
    expect(await transact(on.tools.db, (tx) => gatherings.callOff(tx, which, now))).toBe(true);
    expect(await transact(on.tools.db, (tx) => gatherings.callOff(tx, which, now))).toBe(false);
    expect(await transact(on.tools.db, (tx) => gatherings.change(tx, wish('g1', '2027-07-21T13:00:00Z'), now))).toBe(false);
    expect(await planned('g3', '2027-07-22T13:00:00Z')).toBe(true);
    expect(await gatherings.gatheringById(on.tools.db, 'T9', 'g3')).toBeUndefined();
  });

  test('then it comes when that is over; and from its day in the calendar later ones are counted', async () => {
    expect(await coming()).toEqual([2, '2027-07-22', '2027-07-12', '2027-07-22T13:45:00Z', 'g3']);
    expect((await gatherings.revealAhead(on.tools.db, programme, now))?.gathering).toMatchObject({ id: 'g3', reveals: true });
    const over = at('2027-07-22T13:45:00Z');
    expect(await gatherings.revealAhead(on.tools.db, programme, over)).toBeUndefined();
    // Two weeks it is tried; then the calendar alone counts.
    expect((await comingRound(on.tools.db, programme, over.add({ hours: 24 * 14 }))).on.toString()).toBe('2027-07-22');
    expect((await comingRound(on.tools.db, programme, over.add({ hours: 24 * 15 }))).on.toString()).toBe('2028-01-12');
  });

  test('too far from its day it holds nothing', async () => {
    await transact(on.tools.db, (tx) => gatherings.change(tx, wish('g3', '2027-09-08T13:00:00Z'), now));
    expect((await coming())[1]).toBe('2027-07-12');
    await transact(on.tools.db, (tx) => gatherings.change(tx, wish('g3', '2027-07-22T13:00:00Z'), now));
  });

  test('an approval follows its round as long as the same people are together, and goes with what it was for', async () => {
    const { db, workspace } = on.tools;
    const drawn = { plan_sealed: '', seed: 's', proposed_by: 'U0HANA', proposed_at: '2027-06-20T10:00:00.000Z', rotates_on: '2027-07-22' };
    const undecided = { decision: null, decided_by: null, decided_at: null };
    await db
      .insertInto('proposal')
      .values({ id: 'p1', workspace, programme: programme.id, revision: 3, ...drawn, ...undecided })
      .execute();
    const approved = async () => (await gatherings.gatheringById(db, workspace, 'g3'))?.approved;
    const approve = () =>
      transact(db, (tx) => reveals.approve(tx, { workspace, id: 'g3' }, { proposal: 'p1', revision: 3, by: 'U0HANA' }, now));
    await approve();
    await transact(db, (tx) => reveals.follow(tx, 'p1', { from: 2, to: 3 }));
    await transact(db, (tx) => reveals.follow(tx, 'p1', { from: 3, to: 4 }));
    expect(await approved()).toMatchObject({ proposal: 'p1', revision: 4, by: 'U0HANA' });
    expect(await transact(db, (tx) => reveals.takeBack(tx, 'p1'))).toBe(true);
    expect(await transact(db, (tx) => reveals.takeBack(tx, 'p1'))).toBe(false);
    await approve();
    await transact(db, (tx) => gatherings.change(tx, wish('g3', '2027-07-23T13:00:00Z'), now));
    expect(await approved()).toMatchObject({ revision: 3 });
    await transact(db, (tx) => gatherings.change(tx, wish('g3', '2027-07-23T13:00:00Z', false), now));
    expect(await approved()).toBeUndefined();
  });
});
