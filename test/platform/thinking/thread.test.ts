// The thread in which heads think, as it was built: what is asked is answered in turn, and nothing that happens in there ends the process.
// `npm test` builds first; after a change run `npm run build` before these tests alone.
import { execFile } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { drawing } from '../../../src/features/pairing/draw.ts';
import { heads } from '../../../src/heads.ts';
import type { Head } from '../../../src/platform/thinking/think.ts';
import { openThread, type Thread, type ThreadSettings } from '../../../src/platform/thinking/thread.ts';
import { factsOf, person, week } from '../../features/pairing/people.ts';

const odd = new URL('./odd-thread.mjs', import.meta.url);
const built = new URL('../../../dist/thread.js', import.meta.url);

const threads: Thread[] = [];
afterEach(async () => {
  for (const thread of threads.splice(0)) await thread.close();
});

function opened(settings: Partial<ThreadSettings> = {}): Thread {
  const thread = openThread({ entry: odd, ...settings });
  threads.push(thread);
  return thread;
}

/** A head of `odd-thread.mjs`, which alone knows how it thinks. */
function head(name: string, quick = false): Head<unknown, unknown> {
  const think = () => `${name}, here`;
  return { name, think, isQuick: () => quick };
}

describe('what is asked', () => {
  test('is answered by the thread; what is quick is answered on the spot, and starts none', async () => {
    const { think, isUp } = opened();
    expect(await think(head('doubles', true), 21)).toBe('doubles, here');
    expect(isUp()).toBe(false);
    expect(await think(head('doubles'), 21)).toBe(42);
    expect(isUp()).toBe(true);
  });

  test('waits its turn, and everyone gets their own answer', async () => {
    const { think } = opened();
    const order: unknown[] = [];
    const asked = [think(head('waits'), 50), ...[1, 2, 3].map((number) => think(head('doubles'), number))];
    for (const answer of asked) void answer.then((each) => order.push(each));
    expect(await Promise.all(asked)).toEqual(['waited', 2, 4, 6]);
    expect(order).toEqual(['waited', 2, 4, 6]);
  });

  test('may be kept in mind for the next time; a mind that fails afterwards has answered all the same, and another one begins', async () => {
    const { think } = opened();
    const answers: unknown[] = [];
    for (const what of ['one', 'two', 'the impossible', 'three', 'four']) answers.push(await think(head('remembers'), what));
    expect(answers).toEqual(['nothing', 'one', 'two', 'nothing', 'three']);
  });

  test('is asked of a thread that has not been told the settings', async () => {
    expect(await opened().think(head('environment'), undefined)).toBe(0);
  });
});

describe('what goes wrong in the thread', () => {
  test.each([
    ['throws', /^too many of them$/],
    ['hoards', /memory limit/],
    ['ends', /^the thread ended with 7 before it had answered$/],
    ['gives no data', /could not be cloned/],
    ['nobody', /^no head is called nobody$/],
    ['waits', /^waits took longer than 0.3 seconds$/],
  ])('%s: whoever asked hears of it, and whoever asks next is answered', async (name, message) => {
    const { think } = opened({ limitMs: name === 'waits' ? 300 : 10_000, heapMb: 64 });
    const [wrong, next] = await Promise.allSettled([think(head(name), 10_000), think(head('doubles'), 4)]);
    expect(wrong).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(message) } });
    expect(next).toEqual({ status: 'fulfilled', value: 8 });
    expect(await think(head('doubles'), 5)).toBe(10);
  });

  test('a fault keeps its name and its place', async () => {
    const fault = await opened()
      .think(head('throws'), 0)
      .catch((each: Error) => each);
    expect(fault).toMatchObject({ name: 'RangeError', stack: expect.stringContaining('odd-thread.mjs') });
  });

  test('one that comes when nothing is asked ends the thread only', async () => {
    const { think, isUp } = opened();
    // News of the fault and the answer come on different ways: on a busy machine the fault may be heard first.
    const answer = await think(head('breaks later'), 0).catch(({ message }: Error) => message);
    expect([undefined, 'nobody listens']).toContain(answer);
    while (isUp()) await new Promise((resolve) => setTimeout(resolve, 2));
    expect(await think(head('doubles'), 6)).toBe(12);
  });

  test('facts that are not plain data are refused, and the next are not', async () => {
    const { think } = opened();
    await expect(think(head('doubles'), () => 1)).rejects.toThrow(/could not be cloned/);
    expect(await think(head('doubles'), 7)).toBe(14);
  });

  test('a thread without a program is a refusal too', async () => {
    const { think } = opened({ entry: new URL('./nowhere.mjs', import.meta.url) });
    await expect(think(head('doubles'), 1)).rejects.toThrow(/nowhere/);
    await expect(think(head('doubles'), 1)).rejects.toThrow(/nowhere/);
  });
});

describe('its end', () => {
  test('it goes when nobody has asked for a while, and comes again', async () => {
    const { think, isUp } = opened({ idleMs: 1 });
    expect(await think(head('doubles'), 1)).toBe(2);
    while (isUp()) await new Promise((resolve) => setTimeout(resolve, 2));
    expect(await think(head('doubles'), 2)).toBe(4);
  });

  test('closing it answers those who wait, and those who come after', async () => {
    const thread = opened();
    const asked = [thread.think(head('waits'), 60_000), thread.think(head('doubles'), 1)];
    const told = Promise.allSettled(asked);
    await thread.close();
    expect((await told).map((each) => each.status === 'rejected' && each.reason.message)).toEqual([
      'the thread was closed before it had answered',
      'the thread was closed before it had answered',
    ]);
    expect(thread.isUp()).toBe(false);
    await expect(thread.think(head('doubles'), 1)).rejects.toThrow('the thread has been closed');
  });
});

describe('the heads of the house', () => {
  test('each has a name of its own', () => {
    expect(new Set(heads.map(({ name }) => name)).size).toBe(heads.length);
  });

  test('a thousand people are paired while the loop stays free, and as they would have been on the spot', async () => {
    const { think } = opened({ entry: built });
    const facts = factsOf(Array.from({ length: 1_000 }, (_, n) => person(`P${n}`, `F${(n * 7) % 9}`, { hours: week(9 + (n % 5), 17) })));
    const asked = { gathered: { facts, chosen: [] }, edits: [], seed: 'thread' };
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const plan = await think(drawing, asked);
    delay.disable();
    const began = performance.now();
    expect(plan).toEqual(drawing.think(asked));
    const onTheSpot = performance.now() - began;
    // A heartbeat, in nanoseconds, may come a quarter of a second late; where the machine is slow or busy, a quarter of what it takes on the spot.
    expect(delay.max / 1e6).toBeLessThan(Math.max(250, onTheSpot / 4));
  }, 60_000);
});

test('a program that asks and forgets to close the thread ends all the same, and one that still waits does not', async () => {
  const folder = new URL('../../../dist/platform/thinking/thread.js', import.meta.url);
  const program = `
    const { openThread } = await import(${JSON.stringify(folder.href)});
    const { think } = openThread({ entry: new URL(${JSON.stringify(odd.href)}) });
    const doubles = { name: 'doubles', isQuick: () => false };
    think(doubles, 4).then((answer) => console.log(answer));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], { timeout: 60_000 });
  expect(stdout).toBe('8\n');
}, 70_000);
