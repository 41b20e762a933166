// A round whose pairs are named at the gathering: an organiser looks, approves, changes their mind; the day in the calendar goes by; and until the gathering
// is over nobody else finds a name anywhere.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { withComing } from '../../src/features/coaching/contacts/coming.ts';
import { askPartner } from '../../src/features/pairing/choosing/ask.ts';
import { seasonNow } from '../../src/features/pairing/choosing/season.ts';
import * as gatherings from '../../src/features/pairing/gatherings.ts';
import * as pairs from '../../src/features/pairing/pairs.ts';
import { edit } from '../../src/features/pairing/preview/edit.ts';
import { rotations } from '../../src/features/pairing/rotations.ts';
import * as rounds from '../../src/features/pairing/rounds.ts';
import { undo } from '../../src/features/pairing/undo.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { cast as everyone, type Name } from '../cast.ts';
import { approved, change, enrol, HANA, preview, type Stage, stage, standing, together } from '../features/pairing/rotating.ts';

const SIX = ['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya'] as const;
/** Round 2 is due on Monday 2 August 2027; the gathering is on the Thursday of its week, and over at 2:45pm in London. */
const THURSDAY = '2027-08-05T13:00:00Z';

const until = (on: Stage, instant: string) => on.house.forward(on.house.now().until(Temporal.Instant.from(instant)));
const current = (on: Stage) => rounds.current(on.tools.db, on.programme.id);
const heard = (on: Stage) => on.house.as('hana').reads();
const names = (on: Stage) =>
  Object.keys(on.cast).flatMap((name) =>
    on.house
      .as(name)
      .reads()
      .filter((message) => message.startsWith('Your partner for this round')),
  );

const firstName = (name: Name) => everyone[name].name.split(' ')[0] ?? '';

/** Six leaders in their first round since February; Hana plans the gathering of it in July. */
async function waiting(settings: Parameters<typeof stage>[1] = {}, startsAt = THURSDAY): Promise<Stage & { gathering: string }> {
  const on = await stage(SIX, settings);
  await until(on, '2027-02-02T12:00:00Z');
  if (!(await current(on))) await approved(on);
  await until(on, '2027-07-12T12:00:00Z');
  return { ...on, gathering: await plan(on, startsAt) };
}

async function plan({ tools, programme }: Stage, startsAt: string): Promise<string> {
  const id = tools.newId();
  const round = (await rounds.current(tools.db, programme.id))?.id ?? '';
  const planned = { id, workspace: tools.workspace, programme: programme.id, round, place: 'The big room', by: HANA, reveals: true };
  await transact(tools.db, (tx) => gatherings.plan(tx, { ...planned, startsAt: Temporal.Instant.from(startsAt) }, tools.now()));
  return id;
}

async function moveTo({ tools, gathering }: Stage & { gathering: string }, startsAt: string): Promise<void> {
  const moved = { workspace: tools.workspace, id: gathering, startsAt: Temporal.Instant.from(startsAt), place: 'The hall', reveals: true };
  await transact(tools.db, (tx) => gatherings.change(tx, moved, tools.now()));
}

/** Hana opens the preview, and approves it for the gathering. */
async function approveIt(on: Stage): Promise<string> {
  const hana = on.house.as('hana');
  await hana.types('/rotate', 'leaders');
  await hana.submits();
  await hana.submits();
  return hana.sees() ?? '';
}

async function groups({ tools }: Stage, round: string): Promise<string[]> {
  const first = (name: string) => name.split(' ')[0];
  const found = (await pairs.ofRound(tools.db, round)).map(({ members }) => members.map(({ name }) => first(name)).sort());
  return found.map((each) => each.join(' and ')).sort();
}

describe('a round that goes out by itself', () => {
  test('waits for the gathering beyond its day, goes out when that is over, and the calendar stays', async () => {
    const on = await waiting();
    await until(on, '2027-08-05T13:44:00Z');
    expect((await current(on))?.number).toBe(1);
    await until(on, '2027-08-05T13:46:00Z');
    expect(await current(on)).toMatchObject({ number: 2, rotated_on: '2027-08-05', approved_by: 'programme' });
    expect((await standing(on)).anchorOn.toString()).toBe('2027-02-02');
    await until(on, '2028-02-03T00:00:00Z');
    expect(await current(on)).toMatchObject({ number: 3, rotated_on: '2028-02-02' });
  });

  test('waits as well for a gathering that is planned in the very moment in which its pairs are drawn', async () => {
    const on = await stage(SIX);
    await until(on, '2027-02-02T12:00:00Z');
    if (!(await current(on))) await approved(on);
    await until(on, '2027-08-01T12:00:00Z');
    const moment = Temporal.Instant.from('2027-08-02T10:00:00Z');
    let planned = 0;
    const drawing = {
      ...on.tools,
      now: () => moment,
      think: async (...thought: Parameters<typeof on.tools.think>) => {
        if (planned++ === 0) await plan(on, THURSDAY);
        return on.tools.think(...thought);
      },
    } as typeof on.tools;
    await rotations.run(drawing, moment);
    expect(planned).toBeGreaterThan(0);
    expect((await current(on))?.number).toBe(1);
    await until(on, '2027-08-05T15:00:00Z');
    expect((await current(on))?.number).toBe(2);
  });

  test('comes with a gathering that lies before its day', async () => {
    const on = await waiting({}, '2027-07-22T13:00:00Z');
    await until(on, '2027-07-22T13:46:00Z');
    expect(await current(on)).toMatchObject({ number: 2, rotated_on: '2027-07-22' });
    await until(on, '2027-08-10T00:00:00Z');
    expect(await current(on)).toMatchObject({ number: 2 });
    expect((await standing(on)).anchorOn.toString()).toBe('2027-02-02');
  });

  test('is told to organisers two weeks before the gathering, which names the pairs', async () => {
    const on = await waiting();
    await until(on, '2027-07-22T10:00:00Z');
    expect(heard(on).at(-1)).toBe(
      'The next round of Leaders waits for the gathering on Thursday 5 August 2027. It goes out by itself when that is over, and no leader ' +
        'sees anything of it before. You may look at its pairs, and change them.\n[Preview the round]',
    );
  });

  test('moves with the gathering, and comes on its own day when that is called off', async () => {
    const on = await waiting();
    await moveTo(on, '2027-09-09T13:00:00Z');
    await until(on, '2027-08-20T12:00:00Z');
    expect((await current(on))?.number).toBe(1);
    expect(heard(on).join()).not.toContain('no longer goes out by itself');
    await transact(on.tools.db, (tx) => gatherings.callOff(tx, { workspace: on.tools.workspace, id: on.gathering }, on.tools.now()));
    await on.house.settled();
    // More than two weeks after its day it waits for an organiser, as any late round does.
    expect((await current(on))?.number).toBe(1);
    await on.house.forward({ hours: 1 });
    expect(heard(on).at(-1)).toContain('was due on Monday 2 August 2027, more than two weeks ago');
  });

  test('called off within two weeks of its day, it goes out at the next hour', async () => {
    const on = await waiting();
    await until(on, '2027-08-03T12:00:00Z');
    await transact(on.tools.db, (tx) => gatherings.callOff(tx, { workspace: on.tools.workspace, id: on.gathering }, on.tools.now()));
    await on.house.forward({ days: 1 });
    expect(await current(on)).toMatchObject({ number: 2 });
  });
});

describe('a round that an organiser approves for the gathering', () => {
  test('is shown as approved and waiting, and everybody hears of it the moment the gathering is over', async () => {
    const on = await waiting();
    expect(await approveIt(on)).toContain(
      'Round 2 of Leaders is approved for the gathering. 6 leaders hear of it when that is over: Thursday 5 August 2027, 2:45pm. ' +
        'Until then /rotate undo takes the approval back.',
    );
    const seen = together(await preview(on));
    await on.house.as('hana').types('/rotate', 'leaders');
    expect(on.house.as('hana').sees()).toContain('@Hana Novak approved this round for the gathering on Thursday 5 August 2027.');
    await until(on, '2027-08-05T13:44:00Z');
    expect(names(on)).toHaveLength(6);
    await until(on, '2027-08-05T13:46:00Z');
    const round = await current(on);
    expect(round).toMatchObject({ number: 2, approved_by: HANA, telling: 'announce-now', rotated_on: '2027-08-05' });
    expect(await groups(on, round?.id ?? '')).toEqual(seen);
    expect(heard(on)).toContain(
      'The next round of Leaders is approved for the gathering on Thursday 5 August 2027, and goes out when that is over. Until then it can be looked ' +
        'at and changed, and no leader sees anything of it.\n[Preview the round]',
    );
    expect(names(on)).toHaveLength(12);
    expect(heard(on)).toContain(
      'The gathering is over, and round 2 of Leaders went out as it was approved. 6 leaders and the channel hear of it now.',
    );
    expect((await standing(on)).anchorOn.toString()).toBe('2027-02-02');
    expect(await gatherings.gatheringById(on.tools.db, on.tools.workspace, on.gathering)).toMatchObject({
      revealedAt: expect.stringContaining('2027-08-05T13:45'),
    });
  });

  test('goes out as it was approved where every round waits for approval, and waits where it was not', async () => {
    const on = await waiting({ rotating: 'approve' });
    await until(on, '2027-08-05T13:46:00Z');
    expect((await current(on))?.number).toBe(1);
    expect(heard(on).at(-1)).toContain('Round 2 of Leaders was due on Thursday 5 August 2027. It waits for you');
    const other = await waiting({ rotating: 'approve' });
    await approveIt(other);
    await until(other, '2027-08-05T13:46:00Z');
    expect(await current(other)).toMatchObject({ number: 2, approved_by: HANA });
  });

  test('approved after the gathering, it still keeps the calendar', async () => {
    const on = await waiting({ rotating: 'approve' });
    await until(on, '2027-08-06T10:00:00Z');
    await approved(on);
    expect((await standing(on)).anchorOn.toString()).toBe('2027-02-02');
  });

  test('is taken back in the preview, or by /rotate undo, and then waits again', async () => {
    const on = await waiting({ rotating: 'approve' });
    const hana = on.house.as('hana');
    await approveIt(on);
    await hana.presses('Take the approval back');
    expect(hana.sees()).toContain('The approval for the gathering is taken back. The round stands here as it was.');
    expect(hana.sees()).not.toContain('approved this round for the gathering');
    await approveIt(on);
    expect(await hana.types('/rotate undo', 'leaders')).toContain('next round for the gathering is taken back. No leader had heard of it.');
    expect(await hana.types('/rotate undo', 'leaders')).toContain('Round 1 of Leaders cannot be taken back');
    await until(on, '2027-08-05T13:46:00Z');
    expect((await current(on))?.number).toBe(1);
  });

  test('somebody has joined since: pairs are drawn anew, the round goes out by itself, and organisers hear of it', async () => {
    const on = await waiting({ rotating: 'approve' });
    await approveIt(on);
    await enrol(on, 'goran');
    await until(on, '2027-08-05T13:46:00Z');
    const round = await current(on);
    expect(round).toMatchObject({ number: 2, approved_by: 'programme', telling: 'partners-first' });
    expect((await groups(on, round?.id ?? '')).join()).toContain('Goran');
    expect(heard(on).at(-1)).toContain('Round 2 of Leaders went out after the gathering, but not as it was approved.');
  });

  test('a fact has changed, and the same people are together: it goes out as it was approved', async () => {
    const on = await waiting();
    await approveIt(on);
    const seen = together(await preview(on));
    await change(on, 'amina', { workingTo: '16:30' });
    expect(together(await preview(on))).toEqual(seen);
    await until(on, '2027-08-05T13:46:00Z');
    expect(await current(on)).toMatchObject({ number: 2, approved_by: HANA, telling: 'announce-now' });
  });

  test('another organiser changes it: the preview says so, and it goes out as it stands', async () => {
    const on = await waiting({ rotating: 'approve' });
    await approveIt(on);
    const { proposal } = await preview(on);
    const wish = { what: 'leave-out', user: on.cast.freya.user } as const;
    await edit(on.tools, { proposal: proposal.id, revision: proposal.revision, by: HANA, wish });
    await on.house.as('hana').types('/rotate', 'leaders');
    expect(on.house.as('hana').sees()).toContain('and it has changed since. It goes out as it stands when that is over, at 2:45pm.');
    await until(on, '2027-08-05T13:46:00Z');
    const round = await current(on);
    expect((await groups(on, round?.id ?? '')).join()).not.toContain('Freya');
    expect(round).toMatchObject({ approved_by: 'programme' });
  });

  test('approved, and then told at once instead: the gathering has nothing left to name', async () => {
    const on = await waiting();
    await approveIt(on);
    await approved(on);
    expect(await current(on)).toMatchObject({ number: 2, rotated_on: '2027-07-12' });
    expect((await standing(on)).anchorOn.toString()).toBe('2027-07-12');
    await until(on, '2027-08-06T00:00:00Z');
    expect(await current(on)).toMatchObject({ number: 2 });
  });

  test('the round is taken back before anybody heard of it: it does not go out again by itself', async () => {
    const on = await waiting();
    await approveIt(on);
    on.house.clock.moveTo(Temporal.Instant.from('2027-08-05T13:45:01Z'));
    await rotations.run(on.tools, on.house.now());
    expect(await current(on)).toMatchObject({ number: 2 });
    expect(await undo(on.tools, { programme: on.programme.id, by: HANA })).toMatchObject({ ok: true, what: 'round', number: 2 });
    await until(on, '2027-08-25T13:46:00Z');
    expect(await current(on)).toMatchObject({ number: 1 });
    expect(names(on)).toHaveLength(6);
  });

  test('the bot was away when the gathering ended: leaders hear in their own hours, and organisers when it wakes', async () => {
    const on = await waiting();
    await approveIt(on);
    await on.house.crash();
    on.house.clock.moveTo(Temporal.Instant.from('2027-08-06T02:00:00Z'));
    await on.house.reopen();
    expect(names(on)).toHaveLength(6);
    expect(heard(on).at(-1)).toContain('Round 2 of Leaders went out as it was approved for the gathering, though some time later.');
    await on.house.forward({ hours: 12 });
    expect(names(on)).toHaveLength(12);
  });
});

describe('moving the round while a gathering holds it', () => {
  test('says that the gathering still holds it, or no longer does, since they are too far apart', async () => {
    const on = await waiting();
    const hana = on.house.as('hana');
    const near = 'The gathering on Thursday 5 August 2027 still holds it: its pairs are named there, and nobody hears of them before.';
    expect(await hana.types('/rotate on 2027-09-01', 'leaders')).toContain(near);
    expect(await hana.types('/rotate on 2027-12-01', 'leaders')).toContain(
      'is more than eight weeks from that day, so it no longer holds this round.',
    );
    await until(on, '2027-08-06T12:00:00Z');
    expect((await current(on))?.number).toBe(1);
    await until(on, '2027-12-01T12:00:00Z');
    expect(await current(on)).toMatchObject({ number: 2 });
  });
});

describe('where leaders choose each other', () => {
  test('they can until five working days before the gathering, and those who have are together when it is over', async () => {
    const on = await waiting({ choosing: 'leaders' });
    await until(on, '2027-07-20T10:00:00Z');
    const season = await seasonNow(on.tools.db, await standing(on), on.house.now());
    expect([season.number, season.roundOn.toString(), season.lastDay.toString()]).toEqual([2, '2027-08-05', '2027-07-29']);
    const old = (await groups(on, (await current(on))?.id ?? '')).find((pair) => pair.includes('Amina'));
    const free = SIX.find((name) => name !== 'amina' && !old?.includes(firstName(name))) as Name;
    const wish = (user: string, other: string) => askPartner(on.tools, { programme: on.programme.id, user, other });
    expect(await wish(everyone.amina.id, everyone[free].id)).toMatchObject({ ok: true });
    expect(await wish(everyone[free].id, everyone.amina.id)).toMatchObject({ ok: true });
    await until(on, '2027-08-05T13:46:00Z');
    const pair = (await groups(on, (await current(on))?.id ?? '')).find((each) => each.includes('Amina'));
    expect(pair).toContain(firstName(free));
  });
});

describe('the day of the gathering', () => {
  test('is kept free for word of the match, once it is near; also where an organiser has approved it', async () => {
    const free = async (on: Stage) => {
      const coming = await withComing(on.tools, new Map(), on.house.now());
      return coming.get(on.cast.bo.user)?.at.map((ms) => Temporal.Instant.fromEpochMilliseconds(ms).toString());
    };
    const on = await waiting({ rotating: 'approve' });
    await until(on, '2027-07-30T12:00:00Z');
    expect(await free(on)).toBeUndefined();
    await approveIt(on);
    expect(await free(on)).toEqual(['2027-08-05T13:45:00Z']);
    const other = await waiting();
    await until(other, '2027-07-30T12:00:00Z');
    expect(await free(other)).toEqual(['2027-08-05T13:45:00Z']);
  });
});

describe('leaders, until the gathering is over', () => {
  test('find no name of their next partner anywhere', async () => {
    const on = await waiting();
    await approveIt(on);
    const { proposal } = await preview(on);
    const before = await on.tools.db.selectFrom('outbox').select('key').execute();
    await until(on, '2027-08-05T13:44:00Z');
    // Nothing is even on its way: no letter, no pair, no round; and what stands open is sealed.
    const since = await on.tools.db.selectFrom('outbox').select(['key', 'kind']).execute();
    const kinds = since.filter(({ key }) => !before.some((each) => each.key === key)).map(({ kind }) => kind);
    expect([...new Set(kinds)].sort()).toEqual(['rotation-notice']);
    const kept = await on.tools.db.selectFrom('proposal').select('plan_sealed').where('id', '=', proposal.id).executeTakeFirstOrThrow();
    expect(Object.values(everyone).filter(({ name }) => kept.plan_sealed.includes(name))).toEqual([]);
  });
});
