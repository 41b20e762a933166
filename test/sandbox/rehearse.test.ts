// A rehearsal: the same seed is the same play, and nobody hears too much. Longer runs: `npm run test:rounds`.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { chooseLabel } from '../../src/sandbox/colleagues/choices.ts';
import { openDiary } from '../../src/sandbox/colleagues/diary.ts';
import type { Line } from '../../src/sandbox/colleagues/transcript.ts';
import { workingMinutesAfter } from '../../src/sandbox/colleagues/working-time.ts';
import { play } from '../../src/sandbox/rehearse/play.ts';
import { openTally } from '../../src/sandbox/rehearse/tally.ts';
import { halfYear } from '../crash/half-year.ts';

const FROM = Temporal.Instant.from('2027-01-04T09:00:00Z');
/** Eight leaders from Honolulu to Auckland. */
const SMALL = 7;
const ROSTER = [
  'email,name,function,level,manager_email,time_zone',
  ...['Finance', 'Operations', 'People', 'Technology', 'Finance'].map(
    (where, at) => `leader${at}@example.org,Leader ${at},${where},Director,,${at % 2 === 0 ? 'Europe/London' : 'America/New_York'}`,
  ),
].join('\n');

async function transcript(seed: number): Promise<string[]> {
  const lines: string[] = [];
  const { house } = await play({ roster: ROSTER, from: FROM, months: 2, seed, onLine: (line) => lines.push(JSON.stringify(line)) });
  await house.close();
  return lines;
}

const line: Line = {
  ...{ at: '2027-03-02T09:30:00Z', to: 'U1', email: 'amina@example.org', timeZone: 'Europe/London', workingDays: [1, 2, 3, 4, 5] },
  ...{ workingHours: { from: '09:00', to: '17:00' }, surface: 'dm', kind: 'opener', key: 'opener:1', unprompted: true },
  ...{ fortnight: 1, element: 'trust', text: 'A question' },
};

function outcomeOf(...changes: Partial<Line>[]) {
  const tally = openTally(FROM);
  for (const [at, change] of changes.entries()) tally.add({ ...line, key: `key:${at}`, ...change });
  return tally.done();
}

describe('the play', () => {
  test('is the same for the same seed, and tells of which fortnight a message is', async () => {
    const first = await transcript(5);
    expect(first.length).toBeGreaterThan(20);
    expect(await transcript(5)).toEqual(first);
    const fortnightsOf = (wanted: string) =>
      first
        .map((line) => JSON.parse(line) as Line)
        .filter(({ kind }) => kind === wanted)
        .map(({ fortnight }) => fortnight);
    expect(fortnightsOf('opener')).toContain(1);
    // The second time a pair agrees is not its second fortnight.
    expect([...new Set(fortnightsOf('agreed'))]).toEqual([null]);
  }, 300_000);

  test('of two months with rests and outages keeps every rule', async () => {
    const { violations, messages } = await halfYear(SMALL, 2);
    expect(violations).toEqual([]);
    expect(messages).toBeGreaterThan(50);
  }, 300_000);
});

describe('the tally', () => {
  test('counts the third message of a week in the reader’s zone, Monday to Sunday', () => {
    const week = [
      { at: '2027-03-01T10:00:00Z' },
      { at: '2027-03-03T10:00:00Z' },
      { at: '2027-03-05T10:00:00Z' },
      { at: '2027-03-08T10:00:00Z' },
    ];
    expect(outcomeOf(...week)).toMatchObject({ tooManyInAWeek: 1, tooManyInADay: 0, outsideHours: 0 });
  });

  test('counts the second of a day, whatever the kind', () => {
    expect(outcomeOf({ kind: 'card', surface: 'group' }, { at: '2027-03-02T15:00:00Z' })).toMatchObject({
      tooManyInADay: 1,
      tooManyInAWeek: 0,
    });
  });

  test.each([
    ['2027-03-02T08:59:00Z', 1],
    ['2027-03-02T17:00:00Z', 1],
    ['2027-03-06T10:00:00Z', 1],
    ['2027-03-02T16:59:00Z', 0],
  ])('at %s counts %i outside of the hours', (at, outsideHours) => {
    expect(outcomeOf({ at })).toMatchObject({ outsideHours });
  });

  test('lets somebody who works at night be reached at night', () => {
    expect(outcomeOf({ workingHours: { from: '22:00', to: '06:00' }, at: '2027-03-03T02:00:00Z' })).toMatchObject({ outsideHours: 0 });
  });

  test('counts what came twice, and leaves alone what was asked for', () => {
    expect(outcomeOf({ key: 'a' }, { key: 'a', unprompted: false, at: '2027-03-02T22:00:00Z' })).toMatchObject({
      twice: 1,
      outsideHours: 0,
      tooManyInADay: 0,
    });
  });
});

describe('the people', () => {
  test('press what draws them, and only that', () => {
    expect(chooseLabel(['Delete my data', 'We met'], 'prompt', () => 0.5)).toBe('We met');
    expect(chooseLabel(['Delete my data', 'Leave'], 'prompt', () => 0.5)).toBeUndefined();
    expect(chooseLabel(['This suits me', 'Ask for another'], 'asking', () => 0.1)).toBe('Ask for another');
    expect(chooseLabel(['Write to Bo'], 'late', () => 0.9)).toBe('Write to Bo');
  });

  test('act in their working time, across a weekend and a clock change', () => {
    const friday = Temporal.Instant.from('2027-03-26T16:30:00Z').epochMilliseconds;
    const then = workingMinutesAfter(friday, 60, 'Europe/London');
    expect(Temporal.Instant.fromEpochMilliseconds(then).toString()).toBe('2027-03-29T08:30:00Z');
  });

  test('do what is planned in order of time', async () => {
    const diary = openDiary();
    const done: string[] = [];
    for (const [at, name] of [
      [5, 'c'],
      [1, 'a'],
      [5, 'd'],
      [3, 'b'],
    ] as const)
      diary.add({ at, run: async () => void done.push(name) });
    expect(diary.next()).toBe(1);
    for (const { run } of diary.due(5)) await run();
    expect(done).toEqual(['a', 'b', 'c', 'd']);
    expect(diary.next()).toBeUndefined();
  });
});
