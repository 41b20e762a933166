// A forum's hour on both databases, without Slack: lines are enqueued once at their minutes, two presses at once do one thing, taps are counted of nobody.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { act } from '../../../../src/features/gathering/forums/hour/act.ts';
import { keepTap } from '../../../../src/features/gathering/forums/hour/answer.ts';
import { goAhead } from '../../../../src/features/gathering/forums/hour/go-ahead.ts';
import { takeKeeper, takeQuestion, takeReader } from '../../../../src/features/gathering/forums/hour/parts.ts';
import { forumHours } from '../../../../src/features/gathering/forums/hour/streams.ts';
import { talliesOf } from '../../../../src/features/gathering/forums/hour/tallies.ts';
import type { Leader } from '../../../../src/features/joining/leaders.ts';
import { databases } from '../../../platform/both-databases.ts';
import { type Ground, openGround, userOf } from '../../coaching/ground.ts';
import { seatedForum } from './seated-forum.ts';

const START = Temporal.Instant.from('2027-02-04T14:00:00Z');
const BEFORE = '2027-02-04T13:58:00Z';
const NAMES = ['Amina', 'Bo', 'Chidi', 'Dolores', 'Edo', 'Freya'];

describe.each(databases)('on %s', (_, open) => {
  let ground: Ground;
  let forum: string;
  let programmes = 0;

  async function seatFor(names: readonly string[]): Promise<void> {
    ground.clock.now = Temporal.Instant.from(BEFORE);
    programmes += 1;
    const programme = await ground.programme({ channel: `C0LEADERS${programmes}` });
    const leaders: Leader[] = [];
    for (const name of names) leaders.push(await ground.leader(name, programme));
    await ground.round(
      programme,
      [0, 2, 4].map((at) => leaders.slice(at, at + 2)).filter((pair) => pair.length === 2),
    );
    forum = (await seatedForum(ground.tools, { programme, offeredBy: userOf('Amina'), startsAt: START, leaders })).id;
  }

  /** Lets the stream do what is due, from one due instant to the next. */
  async function until(minutes: number): Promise<void> {
    const target = START.add({ milliseconds: Math.round(minutes * 60_000) });
    for (;;) {
      const next = await forumHours.run(ground.tools, ground.clock.now);
      if (!next || Temporal.Instant.compare(next, target) > 0) break;
      ground.clock.now = Temporal.Instant.compare(next, ground.clock.now) > 0 ? next : ground.clock.now.add({ seconds: 1 });
    }
    ground.clock.now = target;
    await forumHours.run(ground.tools, target);
  }

  const said = async () => {
    const letters = await ground.tools.db
      .selectFrom('outbox')
      .select(['key', 'not_before'])
      .where('key', 'like', `forum:${forum}:%`)
      .execute();
    return letters
      .map(({ key, not_before }) => `${START.until(not_before).total('minutes')} ${key.split(':')[2]} ${key.split(':')[3]}`)
      .sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b));
  };
  const row = () => ground.tools.db.selectFrom('forum').selectAll().where('id', '=', forum).executeTakeFirstOrThrow();
  const pressing = async (name: string) => {
    const { step, step_ends_at } = await row();
    return { user: userOf(name), forum, step, ends: Temporal.Instant.from(step_ends_at ?? '').epochMilliseconds };
  };

  // One database for all of them: each test has a programme of its own.
  beforeAll(async () => {
    ground = await openGround(BEFORE, open);
  }, 60_000);
  afterAll(() => ground.close());

  test('the lines of an hour are each enqueued once, at their minute', async () => {
    await seatFor(NAMES);
    await until(61);
    expect((await said()).filter((line) => line.includes('line'))).toEqual(
      [0, 2, 6, 10, 16, 21, 27.5, 34, 42, 47, 56].map((minute, at) => `${minute} line ${at + 1}`),
    );
    expect((await said()).filter((line) => line.includes('time'))).toHaveLength(7);
    expect((await row()).ended_because).toBe('done');
  });

  test('two who press at once: one line follows, one of them reads the words', async () => {
    await seatFor(NAMES);
    await until(1);
    const [amina, bo] = [await pressing('Bo'), await pressing('Chidi')];
    const done = await Promise.all([act(ground.tools, amina, 'next'), act(ground.tools, bo, 'next')]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await row()).step).toBe(2);
    const roles = await Promise.all(['Dolores', 'Edo', 'Freya'].map(async (name) => takeKeeper(ground.tools, await pressing(name))));
    expect(roles.map((each) => (each.ok ? 'taken' : each.because)).sort()).toEqual(['keeper-taken', 'keeper-taken', 'taken']);
  });

  test('two who bring a question at once: it is the one’s who came first, and the other is told whose', async () => {
    await seatFor(NAMES);
    await until(7);
    const pressed = await Promise.all(['Dolores', 'Edo'].map((name) => pressing(name)));
    const done = await Promise.all(pressed.map((each) => takeQuestion(ground.tools, each)));
    expect(done.map((each) => (each.ok ? 'mine' : each.because)).sort()).toEqual(['held', 'mine']);
    const mine = done.find((each) => each.ok);
    const refused = done.find((each) => !each.ok);
    expect(mine?.ok && mine.hour.forum.holder).toBe((await row()).holder);
    expect(refused?.ok === false && refused.names).toHaveLength(1);
  });

  test('more time in the last second keeps the round, a second later it is over; two who ask for it at once have it once', async () => {
    await seatFor(NAMES);
    await until(6 - 1 / 120);
    const pressed = await Promise.all(['Bo', 'Bo'].map((name) => pressing(name)));
    await Promise.all(pressed.map((each) => act(ground.tools, each, 'more')));
    await until(7.9);
    expect(await row()).toMatchObject({ step: 2, step_ends_at: START.add({ minutes: 8 }).toString({ smallestUnit: 'millisecond' }) });
    const late = await pressing('Bo');
    await until(8);
    expect(await act(ground.tools, late, 'more')).toEqual({ ok: false, because: 'round-over' });
    expect(await row()).toMatchObject({ step: 3 });
  });

  test('whoever has no place can press nothing, and the same is said of a forum that there is not', async () => {
    await seatFor(NAMES.slice(0, 5));
    await until(1);
    const strange = { ...(await pressing('Freya')), user: userOf('Freya') };
    for (const verb of [takeReader, takeKeeper, takeQuestion])
      expect(await verb(ground.tools, strange)).toEqual({ ok: false, because: 'not-seated' });
    expect(await act(ground.tools, strange, 'next')).toEqual({ ok: false, because: 'not-seated' });
    expect(await act(ground.tools, { ...strange, forum: 'f'.repeat(32) }, 'next')).toEqual({ ok: false, because: 'not-seated' });
    expect(await goAhead(ground.tools, { user: userOf('Freya'), forum })).toEqual({ ok: false, because: 'not-seated' });
    expect(await keepTap(ground.tools, { user: userOf('Freya'), forum, item: 'fo.1', choice: 0 })).toEqual({
      ok: false,
      because: 'not-seated',
    });
  });

  test('a tap counts once, in its order, and only one of its choices; when all have answered it is counted', async () => {
    await seatFor(NAMES);
    await until(57);
    const tap = (name: string, item: string, choice: number) => keepTap(ground.tools, { user: userOf(name), forum, item, choice });
    await tap('Amina', 'fo.2', 0);
    await tap('Amina', 'fo.1', 7);
    expect(await talliesOf(ground.tools.db, await forumNow())).toEqual([]);
    await Promise.all([tap('Amina', 'fo.1', 0), tap('Amina', 'fo.1', 0)]);
    for (const name of NAMES.slice(1)) await tap(name, 'fo.1', 0);
    await until(61);
    for (const name of NAMES) await tap(name, 'fo.2', 2);
    expect(
      (await talliesOf(ground.tools.db, await forumNow())).map(({ item, choice, replies }) => `${item} ${choice} ${replies}`).sort(),
    ).toEqual(['fo.1 0 6', 'fo.2 2 6']);
    const { counted_at, result } = await row();
    expect(counted_at).not.toBeNull();
    expect(JSON.parse(result ?? '{}')).toEqual({
      ...{ replied: 6, asked: 6 },
      sayings: [
        { item: 'fo.1', saying: { bands: ['most', 'all'] } },
        { item: 'fo.2', saying: { bands: ['few', 'some'] } },
      ],
    });
  });

  test('four of four answered: nothing is said but how many', async () => {
    await seatFor(NAMES.slice(0, 4));
    await until(57);
    for (const name of NAMES.slice(0, 4))
      for (const item of ['fo.1', 'fo.2']) await keepTap(ground.tools, { user: userOf(name), forum, item, choice: 0 });
    await until(61);
    expect(JSON.parse((await row()).result ?? '{}')).toEqual({ replied: 4, asked: 4, sayings: [] });
    expect((await said()).at(-1)).toContain('result');
  });

  const forumNow = async () => ({ id: forum, workspace: ground.tools.workspace });
});
