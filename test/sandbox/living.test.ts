// The demo lives: others act by themselves while the clock moves, whoever is acted as is left alone, and what happens is on the timeline.
import { afterEach, describe, expect, test } from '@jest/globals';
import { rosterCast } from '../../src/sandbox/demo-cast.ts';
import { type Demo, everything, openDemo } from './demo-stage.ts';

const ROSTER = [
  'email,name,function,level,manager_email,time_zone',
  ...['Finance', 'Operations', 'People', 'Technology'].map(
    (where, at) => `leader${at}@example.org,Leader ${at},${where},Director,,${at % 2 === 0 ? 'Europe/London' : 'America/New_York'}`,
  ),
].join('\n');

interface Moved {
  now: string;
  happened: { things: number; people: number; mine: number };
}

const open: Demo[] = [];
const opened = async (roster?: string) => {
  const demo = await openDemo(roster === undefined ? undefined : rosterCast(roster));
  open.push(demo);
  return demo;
};
afterEach(async () => {
  for (const demo of open.splice(0)) await demo.house.close();
});

const move = (demo: Demo, order: Record<string, unknown>) => demo.post<Moved>('/sandbox/clock', order);
const deedsOf = async (demo: Demo, id: string) => (await everything(demo, '&kind=deeds')).filter(({ by }) => by === id);

describe('while the clock moves', () => {
  test('partners answer, meetings stand and cards come, and whoever is acted as is left alone', async () => {
    const demo = await opened();
    const { id } = demo.house.as('Ruth Adeyemi');
    await move(demo, { as: 'Ruth Adeyemi' });
    const { happened } = await move(demo, { weeks: 5 });
    const told = await everything(demo);
    const kinds = new Set(told.map(({ kind }) => kind));
    for (const kind of ['match', 'pair', 'meeting', 'card', 'opener', 'check-in', 'wrote', 'pressed', 'sent'])
      expect(kinds).toContain(kind);
    expect(await deedsOf(demo, id)).toEqual([]);
    expect(happened.mine).toBe(told.filter(({ people }) => people.includes(id)).length - 1);
    expect(happened.people).toBe(24);
    // Her partner has spoken to her where the two are by themselves.
    const ours = told.filter(({ kind, people }) => kind === 'wrote' && people.includes(id));
    expect(ours.length).toBeGreaterThan(0);
    expect(demo.house.log.filter(({ level }) => level === 'error')).toEqual([]);
  }, 300_000);

  test('the same acts come to the same', async () => {
    const plays = await Promise.all([1, 2].map(() => opened(ROSTER)));
    for (const demo of plays) await move(demo, { weeks: 6 });
    const [first, second] = await Promise.all(plays.map((demo) => everything(demo)));
    expect(first?.length).toBeGreaterThan(50);
    expect(second).toEqual(first);
  }, 300_000);

  test('nobody does anything while others are told not to act', async () => {
    const demo = await opened(ROSTER);
    const before = await everything(demo, '&kind=deeds');
    await move(demo, { others: false });
    await move(demo, { weeks: 6 });
    expect(await everything(demo, '&kind=deeds')).toEqual(before);
    expect((await everything(demo)).map(({ kind }) => kind)).toContain('opener');
  }, 120_000);

  test('half a year brings the second round, without a fault, and no message twice', async () => {
    const demo = await opened(ROSTER);
    await move(demo, { months: 7 });
    const told = await everything(demo);
    expect(told.filter(({ kind }) => kind === 'announcement')).toHaveLength(2);
    const places = told.filter(({ theme }) => theme !== 'deeds').map(({ place }) => `${place?.conversation} ${place?.ts}`);
    expect(new Set(places).size).toBe(places.length);
    expect(demo.house.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(demo.house.slack.complaints).toEqual([]);
  }, 300_000);

  test('an organiser who wants to approve rounds does so by herself, and is waited for while she is acted as', async () => {
    const demo = await opened(ROSTER);
    const olive = demo.house.as('Olive Organiser');
    await olive.types('/coachingpairs settings', 'leadership');
    await olive.fillsIn({ 'A new round': 'approve' });
    expect(await olive.submits()).toEqual({});
    while (olive.sees() !== undefined) await olive.closes();
    await move(demo, { as: 'Olive Organiser' });
    await move(demo, { weeks: 5 });
    const waiting = await everything(demo, '&kind=organisers');
    expect(waiting.map(({ kind }) => kind)).toContain('rotation-waiting');
    expect((await everything(demo)).map(({ kind }) => kind)).not.toContain('match');
    await move(demo, { as: 'leader1' });
    await move(demo, { days: 4 });
    expect((await everything(demo)).map(({ kind }) => kind)).toContain('match');
  }, 120_000);
});

describe('the clock', () => {
  test('goes to the next thing for anyone, and on to the next for me', async () => {
    const demo = await opened(ROSTER);
    const { id } = demo.house.as('leader1');
    await move(demo, { as: 'leader1' });
    const next = await move(demo, { to: 'next' });
    expect(next.happened.things).toBeGreaterThan(0);
    await move(demo, { to: 'mine' });
    const last = (await everything(demo, `&person=${id}`)).at(-1);
    expect(Date.parse(last?.at ?? '')).toBeGreaterThan(Date.parse(next.now) - 60_000);
    expect(last?.by).not.toBe(id);
  }, 120_000);

  test('stops when it is told to, also what waits its turn, and lets people act meanwhile', async () => {
    const demo = await opened(ROSTER);
    const half = move(demo, { months: 6 });
    const another = move(demo, { months: 6 });
    await demo.post('/sandbox/people/leader1/type', { line: '/coachingpairs help' });
    expect(await demo.get('/sandbox/clock')).toMatchObject({ moving: { from: expect.any(String), to: expect.any(String) } });
    await move(demo, { stop: true });
    const { now } = await half;
    expect(Date.parse(now)).toBeLessThan(Date.parse('2027-07-01T00:00:00Z'));
    expect((await another).now).toBe(now);
    expect(await demo.get('/sandbox/clock')).toMatchObject({ moving: null });
  }, 120_000);

  test('two who move it wait for each other', async () => {
    const demo = await opened(ROSTER);
    const began = demo.house.clock.ms();
    const [one, other] = await Promise.all([move(demo, { days: 1 }), move(demo, { days: 1 })]);
    expect(Date.parse(one.now) - began).toBe(86_400_000);
    expect(Date.parse(other.now) - began).toBe(2 * 86_400_000);
  }, 120_000);
});

describe('the timeline', () => {
  test('is narrowed to a person, a pair, a theme and days', async () => {
    const demo = await opened(ROSTER);
    await move(demo, { weeks: 5 });
    const { pairs, weeks, total } = await demo.get<{ pairs: { id: string; people: string[] }[]; weeks: object[]; total: number }>(
      '/sandbox/timeline',
    );
    expect(pairs.length).toBeGreaterThan(0);
    expect(weeks.length).toBeGreaterThanOrEqual(5);
    expect(await everything(demo)).toHaveLength(total);
    const [pair] = pairs;
    const theirs = await everything(demo, `&pair=${pair?.id}`);
    expect(theirs.length).toBeGreaterThan(2);
    expect(theirs.every(({ people }) => people.some((one) => pair?.people.includes(one)))).toBe(true);
    const openers = await everything(demo, '&kind=questions');
    expect(openers.every(({ theme }) => theme === 'questions')).toBe(true);
  }, 120_000);

  test('says what it knows no filter for', async () => {
    const demo = await opened(ROSTER);
    await expect(demo.get('/sandbox/timeline?kind=gossip')).rejects.toThrow('one of partners, questions');
  });
});
