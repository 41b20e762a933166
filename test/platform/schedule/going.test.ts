// The app kept going by the real clock: what is kept to the second does not wait for what waits for Slack.
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { setLogger } from 'node-cron';
import { Temporal } from 'temporal-polyfill';
import { type Going, keepGoing } from '../../../src/platform/schedule/going.ts';
import type { Stream } from '../../../src/platform/schedule/stream.ts';
import { openPostRoom, type PostRoom } from '../outbox/post-room.ts';

let room: PostRoom;
let going: Going | undefined;
beforeEach(async () => {
  room = await openPostRoom();
});
afterEach(async () => {
  await going?.stop();
  await room.close();
});

/** Something that others can wait for. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const now = () => Temporal.Now.instant();

function kept(timetable: readonly Stream[]): Going {
  const idle = { round: async () => undefined, settled: async () => {} };
  const door = {
    open: async () => ({ ok: true as const, value: undefined }),
    close: async () => {},
    isOpen: () => true,
    receiver: undefined as never,
  };
  const bells = { postman: () => {}, inbox: () => {}, stir: () => {} };
  const tools = { ...room.tools, now };
  return keepGoing({ tools, inbox: idle as never, postman: room.postman(), door, bells, underWay: new Set(), timetable });
}

test('an hour goes on while another stream waits for an answer of Slack', async () => {
  const slack = gate();
  const goneOn = gate();
  let waits = 0;
  let lines = 0;
  const waiting: Stream = {
    name: 'spaces',
    always: true,
    run: async () => {
      waits += 1;
      if (waits > 1) await slack.opened;
      return now();
    },
  };
  const hours: Stream = {
    name: 'hours',
    exact: true,
    run: async (_, at) => {
      lines += 1;
      if (lines === 4) goneOn.open();
      return at.add({ milliseconds: 20 });
    },
  };
  going = kept([hours, waiting]);
  expect(await going.start()).toMatchObject({ ok: true });
  await goneOn.opened;
  expect(waits).toBeLessThanOrEqual(2);
  slack.open();
});

test('everything is planned once before anything is sent', async () => {
  const asked: string[] = [];
  const stream = (name: string, exact: boolean): Stream => ({ name, exact, run: async () => void asked.push(name) });
  going = kept([stream('hours', true), stream('openers', false), stream('home', false)]);
  await going.start();
  expect(asked.slice(0, 3)).toEqual(['hours', 'openers', 'home']);
});

test('a machine that slept for a night wakes without a word about each minute of it', async () => {
  const printed: unknown[] = [];
  const print = (...line: unknown[]) => void printed.push(line);
  setLogger({ debug: print, info: print, warn: print, error: print });
  jest.useFakeTimers({ now: Date.UTC(2026, 10, 23, 22), doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  try {
    let asked = 0;
    const stream: Stream = {
      name: 'nights',
      always: true,
      run: async () => {
        asked += 1;
        return undefined;
      },
    };
    going = kept([stream]);
    await going.start();
    const before = asked;
    jest.setSystemTime(Date.UTC(2026, 10, 24, 6));
    await jest.advanceTimersByTimeAsync(61_000);
    expect(asked).toBeGreaterThan(before);
    expect(printed).toEqual([]);
  } finally {
    jest.useRealTimers();
  }
});
