// One round ends and the next is told: for some days a leader has two partners. The old pair finishes properly, and nothing of the two is mixed up.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { running as runningTables } from '../../src/features/coaching/contacts/gather.ts';
import * as places from '../../src/features/coaching/places.ts';
import { pause } from '../../src/features/joining/pause.ts';
import { leave } from '../../src/features/leaving/leave.ts';
import * as pairs from '../../src/features/pairing/pairs.ts';
import * as rounds from '../../src/features/pairing/rounds.ts';
import { undo } from '../../src/features/pairing/undo.ts';
import type { Name } from '../cast.ts';
import { approved, HANA, type Stage, stage, standing } from '../features/pairing/rotating.ts';

const FOUR = ['amina', 'bo', 'chidi', 'dolores'] as const;

/** The first round is in its last fortnight, and the second has just been approved. */
async function overlapping(): Promise<Stage> {
  const on = await stage(FOUR, { anchorOn: Temporal.PlainDate.from('2027-01-12'), foundedAt: '2026-12-01T09:00:00.000Z' });
  await approved(on);
  await on.house.forward({ days: 179 });
  await approved(on);
  await on.house.settled();
  return on;
}

const placeOf = async (on: Stage, name: Name) => places.ofLeader(on.tools.db, await standing(on), on.cast[name], on.house.now());
const numbers = async (on: Stage) => (await rounds.running(on.tools.db, on.programme.id)).map(({ number }) => number);
const read = (on: Stage, name: Name) => on.house.as(name).reads().join('\n');

describe('while the second round is told and the first ends', () => {
  test('the old pair is the one a leader works with, and the new one is the one they ask about', async () => {
    const on = await overlapping();
    const [old, next] = await pairs.standingOf(on.tools.db, on.cast.amina.id);
    const place = await placeOf(on, 'amina');
    expect([place.match?.pair.id, place.match?.fortnight, place.next?.pair.id, place.next?.fortnight]).toEqual([
      old?.id,
      13,
      next?.id,
      'before',
    ]);
    const partner = next?.members.find(({ leader }) => leader !== on.cast.amina.id);
    expect(await on.house.as('amina').types('/coachingpairs partner', 'leaders')).toContain(partner?.name);
    expect((await runningTables(on.tools, on.house.now())).map(({ round }) => round.number)).toEqual([1, 2]);
  });

  test('the first round closes when the first fortnight of the second begins, and not before', async () => {
    const on = await overlapping();
    const second = await rounds.current(on.tools.db, on.programme.id);
    const begins = Temporal.PlainDate.from(second?.begins_on ?? '');
    const until = (day: Temporal.PlainDate) => on.house.forward(on.house.now().until(day.toZonedDateTime('Europe/London').toInstant()));
    await until(begins.subtract({ days: 1 }));
    expect(await numbers(on)).toEqual([1, 2]);
    await until(begins);
    await on.house.forward({ minutes: 2 });
    expect(await numbers(on)).toEqual([2]);
    expect((await placeOf(on, 'amina')).match).toMatchObject({ fortnight: 1, round: { number: 2 } });
  });

  test('asking for another is about the new match, and the old pair stays as it is', async () => {
    const on = await overlapping();
    const [old] = await pairs.standingOf(on.tools.db, on.cast.amina.id);
    await on.house.as('amina').types('/coachingpairs change', 'leaders');
    await on.house.as('amina').presses('pairing.change-now');
    await on.house.forward({ days: 3 });
    const [still, next] = await pairs.standingOf(on.tools.db, on.cast.amina.id);
    expect(still?.id ?? next?.id).toBeDefined();
    const [wish] = await on.tools.db.selectFrom('rematch').selectAll().execute();
    expect(wish?.round).not.toBe(old?.round);
    expect(old?.members.every(({ askedAnotherAt }) => askedAnotherAt === null)).toBe(true);
  });

  test('leaving ends both, and pausing is told to both partners', async () => {
    const on = await overlapping();
    const until = Temporal.PlainDate.from('2027-07-20');
    await pause(on.tools, { programme: await standing(on), user: on.cast.amina.user, until });
    await on.house.forward({ days: 3 });
    const partners = (await pairs.standingOf(on.tools.db, on.cast.amina.id)).flatMap(({ members }) => members.map(({ leader }) => leader));
    for (const name of FOUR.filter((each) => each !== 'amina' && partners.includes(on.cast[each].id)))
      expect(read(on, name)).toContain('Amina Adeyemi is taking a break until');
    await leave(on.tools, { programme: await standing(on), user: on.cast.amina.user, because: 'left' });
    expect(await pairs.standingOf(on.tools.db, on.cast.amina.id)).toEqual([]);
  });

  test('the second round is taken back before anybody has heard, and the first goes on as if nothing had been', async () => {
    const on = await stage(FOUR);
    const first = await approved(on);
    await on.house.forward({ days: 30 });
    await approved(on);
    expect(await undo(on.tools, { programme: on.programme.id, by: HANA })).toMatchObject({ ok: true, number: 2 });
    await on.house.forward({ days: 20 });
    expect(await numbers(on)).toEqual([1]);
    expect(await pairs.ofRound(on.tools.db, first.round.id)).toHaveLength(2);
  });
});
