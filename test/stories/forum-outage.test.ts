// Slack is away for minutes in the middle of a Forum's hour. When it is back, the line of that moment is there within seconds, and no line that is over.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CallFault } from '../../src/sandbox/faults.ts';
import type { House } from '../open-house.ts';
import { type ForumScene, forumScene, minute } from './forum-scene.ts';

let scene: ForumScene;
let house: House;

beforeEach(async () => {
  scene = await forumScene();
  house = scene.house;
  await scene.sitting(['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya']);
});

/** Every call fails like this from one minute of the hour to another. */
async function awayFrom(from: number, to: number, fault: CallFault): Promise<void> {
  await scene.until(minute(from));
  house.slack.faults.calls.push({ method: '*', fault, times: Number.POSITIVE_INFINITY });
  await scene.until(minute(to));
  house.slack.faults.calls = [];
}

/** What has been said from that minute on. */
const saidFrom = async (from: number) => (await scene.said()).filter(({ at }) => at >= from * 60 && at < 4000);

const AWAY: [string, CallFault][] = [
  ['the connection is lost', { kind: 'lost', posted: false }],
  ['Slack says that it is not well', { kind: 'status', status: 503, posted: false }],
];

describe.each(AWAY)('away: %s', (_, fault) => {
  test.each([1, 2, 4])('for %d minutes from the beginning of a round on', async (minutes) => {
    await awayFrom(15.9, 15.9 + minutes, fault);
    await scene.until(minute(20.5));
    const [back, ...more] = (await saidFrom(15.9)).filter(({ text }) => !text.startsWith('One minute left'));
    expect(back?.text).toMatch(/^You are here\. .*\n\nFacts only\./s);
    expect((back?.at ?? 0) - (15.9 + minutes) * 60).toBeLessThanOrEqual(8);
    expect(more).toEqual([]);
    await scene.until(minute(21.2));
    expect((await scene.lines()).at(-1)).toMatchObject({ line: 'ask', at: 21 * 60 });
  });

  test('over the beginning of two rounds: only the line of the moment comes, without a word about the one before', async () => {
    await awayFrom(15.9, 22, fault);
    await scene.until(minute(24));
    const [back, ...more] = await saidFrom(15.9);
    expect(back?.text).toMatch(/^One open question/);
    expect((back?.at ?? 0) - 22 * 60).toBeLessThanOrEqual(8);
    expect(more).toEqual([]);
  });
});

test('the call that failed first had arrived: its line is said once more, and why; not as often as it was tried', async () => {
  await awayFrom(15.9, 19.5, { kind: 'lost', posted: true });
  await scene.until(minute(20.5));
  const texts = (await saidFrom(15.9)).map(({ text }) => text).filter((text) => text.includes('Facts only'));
  expect(texts.map((text) => text.slice(0, 12))).toEqual(['Facts only. ', 'You are here']);
});
