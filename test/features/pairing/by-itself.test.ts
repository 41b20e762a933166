// What time alone sets going: the notice two weeks before, the round on its day, the reminders of one that waits; and moving its day.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { approve } from '../../../src/features/pairing/approve.ts';
import { moveNextRound } from '../../../src/features/pairing/move.ts';
import { edit } from '../../../src/features/pairing/preview/edit.ts';
import * as rounds from '../../../src/features/pairing/rounds.ts';
import { undo } from '../../../src/features/pairing/undo.ts';
import { cast as everyone } from '../../cast.ts';
import { approved, change, enrol, HANA, letterKinds, preview, type Stage, stage, standing } from './rotating.ts';

const FOUR = ['amina', 'bo', 'chidi', 'dolores'] as const;
const day = (text: string) => Temporal.PlainDate.from(text);
const heard = (on: Stage) =>
  on.house
    .as('hana')
    .reads()
    .filter((message) => !message.startsWith('New partners'));
const current = (on: Stage) => rounds.current(on.tools.db, on.programme.id);
const until = (on: Stage, instant: string) => on.house.forward(on.house.now().until(Temporal.Instant.from(instant)));

describe('two weeks before', () => {
  test('each organiser hears the date once, with a way to look and to move it', async () => {
    const on = await stage();
    await until(on, '2027-01-19T09:29:00Z');
    expect(heard(on)).toEqual([]);
    await until(on, '2027-01-19T09:31:00Z');
    expect(heard(on)).toEqual([
      'The next round of Leaders begins on Tuesday 2 February 2027 at 9:30am. It goes out by itself then. ' +
        'To move it, type /rotate on and a day in #leaders.\n[Preview the round]',
    ]);
    await until(on, '2027-01-30T09:00:00Z');
    expect(heard(on)).toHaveLength(1);
  });

  test('whoever founded the programme less than two weeks ahead has just set the date', async () => {
    const on = await stage(FOUR, { anchorOn: day('2027-01-15'), foundedAt: '2027-01-12T11:00:00.000Z' });
    await on.house.forward({ days: 1 });
    expect(heard(on)).toEqual([]);
  });

  test('a round that an organiser has moved is told for its new day', async () => {
    const on = await stage();
    await until(on, '2027-01-20T12:00:00Z');
    await moveNextRound(on.tools, { programme: on.programme.id, day: day('2027-03-02'), by: HANA });
    await until(on, '2027-02-20T12:00:00Z');
    expect(heard(on)).toHaveLength(2);
    expect(heard(on)[1]).toContain('Tuesday 2 March 2027');
  });
});

describe('on its day', () => {
  test('a round goes out by itself at the programme’s hour, and the organisers hear of it', async () => {
    const on = await stage();
    await until(on, '2027-02-02T09:29:00Z');
    expect(await current(on)).toBeUndefined();
    await until(on, '2027-02-02T09:31:00Z');
    expect(await current(on)).toMatchObject({ number: 1, approved_by: 'programme', rotated_on: '2027-02-02', telling: 'partners-first' });
    expect(on.house.as('amina').reads()).toHaveLength(1);
    expect(heard(on).at(-1)).toContain('Round 1 of Leaders went out by itself today. 4 leaders hear of it now.');
  });

  test('six calendar months later the next one does, counted from the first day', async () => {
    const on = await stage(FOUR, { anchorOn: day('2027-01-31') });
    await until(on, '2028-02-01T00:00:00Z');
    const all = await on.tools.db.selectFrom('round').select(['number', 'rotated_on']).orderBy('number').execute();
    expect(all).toEqual([
      { number: 1, rotated_on: '2027-01-31' },
      { number: 2, rotated_on: '2027-07-31' },
      { number: 3, rotated_on: '2028-01-31' },
    ]);
  });

  test('it goes out as the organiser has changed it', async () => {
    const on = await stage(['amina', 'bo', 'chidi', 'dolores', 'edo']);
    await until(on, '2027-01-25T12:00:00Z');
    const { proposal } = await preview(on);
    const wish = { what: 'leave-out', user: on.cast.edo.user } as const;
    await edit(on.tools, { proposal: proposal.id, revision: proposal.revision, by: HANA, wish });
    await until(on, '2027-02-02T10:00:00Z');
    expect((await current(on))?.proposal).toBe(proposal.id);
    expect(on.house.as('edo').reads()).toEqual([]);
    expect(await letterKinds(on)).toMatchObject({ match: 4 });
  });

  test('whoever joined in the meantime is in it', async () => {
    const on = await stage();
    await until(on, '2027-01-25T12:00:00Z');
    await preview(on);
    await enrol(on, 'edo');
    await until(on, '2027-02-02T10:00:00Z');
    expect(on.house.as('edo').reads()).toHaveLength(1);
  });

  test('the machine was off: up to two weeks late it still goes out, once', async () => {
    const on = await stage(FOUR, {}, '2027-02-16T08:00:00Z');
    await on.house.forward({ days: 1 });
    expect(await current(on)).toMatchObject({ number: 1, rotated_on: '2027-02-16' });
    expect((await standing(on)).anchorOn.toString()).toBe('2027-02-02');
  });

  test('later than that the organiser decides, and hears so once', async () => {
    const on = await stage(FOUR, {}, '2027-02-17T08:00:00Z');
    await on.house.forward({ days: 5 });
    expect(await current(on)).toBeUndefined();
    expect(heard(on)).toEqual([
      expect.stringContaining('was due on Tuesday 2 February 2027, more than two weeks ago. It no longer goes out by itself.'),
    ]);
    await until(on, '2027-08-02T10:00:00Z');
    expect(await current(on)).toMatchObject({ number: 1, rotated_on: '2027-08-02' });
  });

  test('a round that an organiser approved early does not come again on its day', async () => {
    const on = await stage();
    await approved(on);
    await until(on, '2027-02-03T12:00:00Z');
    expect(await current(on)).toMatchObject({ number: 1, rotated_on: '2027-01-12' });
    expect(heard(on)).toEqual([]);
  });

  test('one that was taken back on its day does not go out again by itself', async () => {
    const on = await stage(FOUR, { anchorOn: day('2027-01-12'), foundedAt: '2026-12-01T09:00:00.000Z' });
    await on.house.tools.db.deleteFrom('outbox').execute();
    const { proposal } = await preview(on);
    const occurrence = { stream: 'rotation', period: '2027-01-12', dueAt: on.tools.now() };
    await approve(on.tools, { proposal: proposal.id, revision: proposal.revision, telling: 'partners-first', by: 'programme', occurrence });
    expect(await undo(on.tools, { programme: on.programme.id, by: HANA })).toMatchObject({ ok: true });
    await on.house.forward({ days: 3 });
    expect(await current(on)).toBeUndefined();
  });
});

describe('a round that cannot go out', () => {
  test('waits for approval where the programme wants that, with one reminder a day until it is decided', async () => {
    const on = await stage(FOUR, { rotating: 'approve' });
    await until(on, '2027-02-04T12:00:00Z');
    const waiting = heard(on).filter((message) => message.includes('waits for you or another organiser'));
    expect([waiting.length, await current(on)]).toEqual([3, undefined]);
    await approved(on);
    await on.house.forward({ days: 5 });
    expect(heard(on).filter((message) => message.includes('waits for you'))).toHaveLength(3);
    expect((await standing(on)).anchorOn.toString()).toBe('2027-02-02');
  });

  test('waits in either setting where a hard rule is in the way, and says which; it goes out when that is gone', async () => {
    const on = await stage(['amina', 'bo']);
    await change(on, 'amina', { manager: everyone.bo.id });
    await until(on, '2027-02-03T12:00:00Z');
    expect(heard(on).filter((message) => message.includes('a rule that is never broken is in the way'))).toHaveLength(2);
    await enrol(on, 'chidi');
    await enrol(on, 'dolores');
    await on.house.forward({ days: 1 });
    expect(await current(on)).toMatchObject({ number: 1, rotated_on: '2027-02-04' });
  });

  test('tells once that there are too few leaders, and goes out by itself when there are two', async () => {
    const on = await stage(['amina']);
    await until(on, '2027-02-05T12:00:00Z');
    expect(heard(on).filter((message) => message.includes('fewer than two leaders'))).toHaveLength(1);
    await enrol(on, 'bo');
    await on.house.forward({ days: 1 });
    expect(await current(on)).toMatchObject({ number: 1, rotated_on: '2027-02-06' });
  });
});

describe('moving the day', () => {
  const move = (on: Stage, to: string, by = HANA) => moveNextRound(on.tools, { programme: on.programme.id, day: day(to), by });

  test('moves every later round with it', async () => {
    const on = await stage();
    expect(await move(on, '2027-03-31')).toMatchObject({ ok: true, soon: false });
    expect(await standing(on)).toMatchObject({ anchorNumber: 1, anchorOn: day('2027-03-31') });
  });

  test('to a day less than two weeks away is told to the other organisers, not to the one who did it', async () => {
    const on = await stage();
    expect(await move(on, '2027-01-20')).toMatchObject({ ok: true, soon: true });
    await on.house.forward({ days: 1 });
    expect(heard(on)).toEqual([]);
  });

  test.each([
    ['today', '2027-01-12', 'past'],
    ['yesterday', '2027-01-11', 'past'],
    ['in three years', '2030-01-12', 'far'],
    ['where it is already', '2027-02-02', 'same'],
  ])('to a day that is %s is refused', async (_, to, because) => {
    const on = await stage();
    expect(await move(on, to)).toEqual({ ok: false, because });
    expect((await standing(on)).anchorOn.toString()).toBe('2027-02-02');
  });

  test('is for organisers', async () => {
    const on = await stage();
    expect(await move(on, '2027-03-31', on.cast.bo.user)).toEqual({ ok: false, because: 'not-organiser' });
  });
});
