import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Source } from '../../../src/features/coaching/contacts/source.ts';
import { contacts } from '../../../src/features/coaching/contacts/stream.ts';
import { openers } from '../../../src/features/coaching/openers.ts';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import * as leaders from '../../../src/features/joining/leaders.ts';
import { stamp } from '../../../src/platform/clock.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { tick } from '../../../src/platform/schedule/tick.ts';
import { at, type Ground, openGround, type Round, rest, userOf } from './ground.ts';

const stream = contacts([openers]);
let ground: Ground;
let programme: Programme;
let amina: Leader;
let bo: Leader;
let round: Round;

beforeEach(async () => {
  ground = await openGround();
  programme = await ground.programme();
  amina = await ground.leader('Amina', programme);
  bo = await ground.leader('Bo', programme, { timeZone: 'America/New_York' });
  round = await ground.round(programme, [[amina, bo]]);
});

afterEach(() => ground.close());

/** The clock knocks at `now`; what the stream says of its next knock. */
async function knock(now: string): Promise<string | undefined> {
  ground.clock.now = at(now);
  return (await stream.run(ground.tools, ground.clock.now))?.toString();
}

const to = async () => (await ground.letters('opener')).map((letter) => letter.to);
const change = (leader: Leader, how: Partial<Leader>) =>
  transact(ground.tools.db, (tx) => leaders.change(tx, { ...leader, ...how }, ground.clock.now));
const onRecord = async () => {
  const rows = await ground.tools.db.selectFrom('occurrence').selectAll().orderBy('period').orderBy('subject').execute();
  return rows.map(({ subject, period, outcome, reason }) => ({ leader: subject.split(':')[1], period, outcome, reason }));
};

/** Amina and Bo have a meeting in each fortnight, so that nobody takes them for silent. */
const meetEachFortnight = () =>
  ground.tools.db
    .insertInto('meeting')
    .values(
      Array.from({ length: 13 }, (_, index) => ({
        ...{ id: ground.tools.newId(), workspace: 'T1', pair: round.pairs[0] ?? '', fortnight: index + 1, state: 'arranged' },
        ...{ starts_at: null, minutes: 60, sequence: 1, first: amina.id, arranged_by: amina.id, timer_started_at: null },
        ...{ arranged_at: stamp(ground.clock.now), changed_at: stamp(ground.clock.now) },
      })),
    )
    .execute();

test('a kind of message that could not be looked at is looked at again soon, though nothing has been written since', async () => {
  let faults = 1;
  const stumbling: Source = {
    ...openers,
    wishes: async (...given) => {
      if (faults-- > 0) throw new Error('for a moment');
      return openers.wishes(...given);
    },
  };
  const stumbler = contacts([stumbling]);
  const next = await tick(ground.tools, at('2027-01-19T09:31:00Z'), [stumbler]);
  expect(next?.toString()).toBe('2027-01-19T09:46:00Z');
  expect(await to()).toEqual([]);
  await tick(ground.tools, at('2027-01-19T09:46:00Z'), [stumbler]);
  expect(await to()).toHaveLength(1);
});

describe('the opener of a fortnight', () => {
  test('reaches Amina and Bo each at half past nine where they are, and once', async () => {
    expect(await knock('2027-01-19T09:29:00Z')).toBe('2027-01-19T09:30:00Z');
    expect(await to()).toEqual([]);
    expect(await knock('2027-01-19T09:30:00Z')).toBe('2027-01-19T14:30:00Z');
    expect(await to()).toEqual([amina.user]);
    await knock('2027-01-19T14:30:00Z');
    await knock('2027-01-19T14:31:00Z');
    expect(await to()).toEqual([amina.user, bo.user]);
  });

  test('has the element, its meaning, a question, the practice and the way out', async () => {
    await knock('2027-01-19T09:30:00Z');
    const [letter] = await ground.letters('opener');
    expect(letter?.key).toBe(`opener:${round.pairs[0]}:1:${amina.id}`);
    expect(letter?.text).toContain('Trusting each other: Agree how you will work.');
    expect(letter?.text).toContain('Each of us can bring the unfinished version');
    expect(letter?.text).toContain('A question to carry with you: Think of a colleague you can be frank with.');
    expect(letter?.text).toContain('Small practice: Bring one thing');
    expect(letter?.text).toContain('Change times, pause or stop: Home tab.');
    expect(letter?.expiresAt).toBe('2027-01-25T00:00:00.000Z');
  });

  test('comes twelve times in a round, each in its element, before the closing fortnight, whichever weeks the programme rests', async () => {
    await rest(ground.tools, programme, '2027-03-29', '2027-04-04');
    await meetEachFortnight();
    for (let now: string | undefined = '2027-01-18T00:00:00Z'; now; ) now = await knock(now);
    const rows = await ground.tools.db.selectFrom('prompt').selectAll().where('leader', '=', amina.id).orderBy('fortnight').execute();
    expect(rows.map(({ element }) => element)).toEqual([
      ...['trust', 'trust', 'champion', 'champion', 'empower', 'empower', 'challenge', 'challenge', 'question', 'question'],
      ...['account', 'account'],
    ]);
    const days = rows.map(({ due_at }) => due_at.slice(0, 16));
    expect(days.slice(0, 6)).toEqual(
      ['01-19T09:30', '02-02T09:30', '02-16T09:30', '03-02T09:30', '03-16T09:30', '04-06T08:30'].map((day) => `2027-${day}`),
    );
    expect((await onRecord()).every(({ outcome }) => outcome === 'done')).toBe(true);
  });

  test('in a whole round, each starter card is offered to each once, with the question of its fortnight', async () => {
    await meetEachFortnight();
    for (let now: string | undefined = '2027-01-18T00:00:00Z'; now; ) now = await knock(now);
    const letters = (await ground.letters('opener')).filter((letter) => letter.to === userOf('Bo'));
    const offered = letters.map(({ key, text }) => [Number(key.split(':')[2]), /Two-minute card: (.*)\.$/m.exec(text)?.[1]]);
    expect(offered.filter(([, title]) => title)).toEqual([
      [1, "Agreeing how you'll work"],
      [2, 'Listening so someone can think'],
      [3, 'Feedback that can be used'],
      [5, 'When you want to advise'],
      [6, 'Knowing the edges'],
      [7, 'When feelings arrive'],
      [9, 'Questions that open'],
    ]);
  });
});

describe('nobody is written to who should not be', () => {
  test('Bo pauses: nothing comes, and when the week is over it is on record why', async () => {
    await change(bo, { pausedAt: stamp(ground.clock.now) });
    await knock('2027-01-19T15:00:00Z');
    expect(await to()).toEqual([amina.user]);
    await knock('2027-01-25T05:00:00Z');
    expect(await onRecord()).toContainEqual({ leader: bo.id, period: '1.1', outcome: 'skipped', reason: 'paused' });
  });

  test('Bo comes back within the week and gets it late, in his hours', async () => {
    await change(bo, { pausedAt: stamp(ground.clock.now), pausedUntil: Temporal.PlainDate.from('2027-01-21') });
    await knock('2027-01-20T15:00:00Z');
    expect(await to()).toEqual([amina.user]);
    expect(await knock('2027-01-21T05:00:00Z')).toBe('2027-01-21T14:00:00Z');
    await knock('2027-01-21T14:00:00Z');
    expect(await to()).toEqual([amina.user, bo.user]);
  });

  test('Amina leaves and hears nothing more', async () => {
    await change(amina, { leftAt: stamp(ground.clock.now) });
    await knock('2027-01-19T15:00:00Z');
    expect(await to()).toEqual([bo.user]);
    expect(await onRecord()).toContainEqual({ leader: amina.id, period: '1.1', outcome: 'skipped', reason: 'left' });
  });

  test('their pair ends, their round is closed or undone: nothing comes', async () => {
    await ground.tools.db
      .updateTable('pair')
      .set({ ended_at: stamp(ground.clock.now) })
      .execute();
    await knock('2027-01-19T15:00:00Z');
    expect(await to()).toEqual([]);
    expect(new Set((await onRecord()).map(({ reason }) => reason))).toEqual(new Set(['ended']));
    await ground.tools.db
      .updateTable('round')
      .set({ closed_at: stamp(ground.clock.now) })
      .execute();
    expect(await knock('2027-02-02T15:00:00Z')).toBeUndefined();
    expect(await onRecord()).toHaveLength(2);
  });
});

describe('after the bot was away', () => {
  test('an opener that was due yesterday evening waits for the morning', async () => {
    expect(await knock('2027-01-19T22:00:00Z')).toBe('2027-01-20T09:00:00Z');
    expect(await to()).toEqual([]);
  });

  test('of three weeks without it, only the present fortnight is opened, and the others are on record', async () => {
    await knock('2027-02-17T15:00:00Z');
    expect((await ground.letters('opener')).map(({ key }) => key.split(':')[2])).toEqual(['3', '3']);
    const late = (await onRecord()).filter(({ outcome }) => outcome === 'skipped');
    expect(late.map(({ period, reason }) => `${period} ${reason}`)).toEqual(['1.1 late', '1.1 late', '1.2 late', '1.2 late']);
  });
});

test('three hundred leaders are written to in one knock, and the next knock finds nothing to do', async () => {
  const many = await Promise.all(Array.from({ length: 300 }, (_, index) => ground.leader(`Hana${index}`, programme)));
  const pairs = Array.from({ length: 150 }, (_, index) => many.slice(2 * index, 2 * index + 2));
  const other = await ground.programme({ channel: 'C0OTHER' });
  await ground.tools.db
    .updateTable('leader')
    .set({ programme: other.id })
    .where('slack_user', 'like', `${userOf('Hana')}%`)
    .execute();
  await ground.round(other, pairs);
  const began = process.cpuUsage();
  await knock('2027-01-19T15:00:00Z');
  expect(await ground.letters('opener')).toHaveLength(302);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1000).toBeLessThan(10_000);
  await knock('2027-01-19T15:01:00Z');
  expect(await ground.letters('opener')).toHaveLength(302);
  expect(await ground.tools.db.selectFrom('prompt').select('id').execute()).toHaveLength(302);
});
