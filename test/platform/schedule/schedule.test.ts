// What time sets going: once each, whatever fails beside it, and kept going by a loop that can be woken.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { transact } from '../../../src/platform/db/transact.ts';
import { startLoop } from '../../../src/platform/schedule/loop.ts';
import { claim, settled, settledSubjects } from '../../../src/platform/schedule/occurrences.ts';
import type { Stream } from '../../../src/platform/schedule/stream.ts';
import { lastTick, tick } from '../../../src/platform/schedule/tick.ts';
import { openPostRoom, type PostRoom } from '../outbox/post-room.ts';

let room: PostRoom;
beforeEach(async () => {
  room = await openPostRoom();
});
afterEach(() => room.close());

const opener = { programme: 'p1', stream: 'opener', subject: 'amina', period: '3' };

describe('an occurrence', () => {
  const claimed = (more: object = {}) =>
    transact(room.tools.db, (tx) =>
      claim(room.tools, tx, { ...opener, dueAt: room.tools.now(), outcome: 'done', ...more }, room.tools.now()),
    );

  test('is claimed by the first who asks, whenever it was due', async () => {
    expect(await claimed()).toBe(true);
    expect(await claimed({ dueAt: room.tools.now().add({ hours: 5 }) })).toBe(false);
    expect(await claimed({ subject: 'bo' })).toBe(true);
    expect(await settled(room.tools.db, opener)).toMatchObject({ outcome: 'done', reason: null });
    expect(await settled(room.tools.db, { ...opener, period: '4' })).toBeUndefined();
  });

  test('that is skipped has its reason on record', async () => {
    await claimed({ outcome: 'skipped', reason: 'paused' });
    expect(await settled(room.tools.db, opener)).toMatchObject({ outcome: 'skipped', reason: 'paused' });
  });

  test('of many people is looked up at once', async () => {
    await claimed();
    await claimed({ subject: 'bo' });
    await claimed({ subject: 'chidi', period: '2' });
    expect(await settledSubjects(room.tools.db, opener)).toEqual(new Set(['amina', 'bo']));
  });

  test('whose effect fails is not claimed', async () => {
    const broken = transact(room.tools.db, async (tx) => {
      await claim(room.tools, tx, { ...opener, dueAt: room.tools.now(), outcome: 'done' }, room.tools.now());
      throw new Error('the effect failed');
    });
    await expect(broken).rejects.toThrow();
    expect(await settled(room.tools.db, opener)).toBeUndefined();
  });
});

describe('a tick', () => {
  const stream = (name: string, run: Stream['run']): Stream => ({ name, run });

  test('runs every stream, also after one that fails, and says when the next thing is due', async () => {
    const ran: string[] = [];
    const in2h = room.tools.now().add({ hours: 2 });
    const in1h = room.tools.now().add({ hours: 1 });
    const next = await tick(room.tools, room.tools.now(), [
      stream('one', async () => {
        ran.push('one');
        return in2h;
      }),
      stream('two', async () => {
        throw new Error('something about Bo');
      }),
      stream('three', async () => {
        ran.push('three');
        return in1h;
      }),
    ]);
    expect(ran).toEqual(['one', 'three']);
    expect(next?.equals(in1h)).toBe(true);
    expect(room.logged.filter((line) => line.includes('two'))).toHaveLength(1);
    expect((await lastTick(room.tools.db))?.equals(room.tools.now())).toBe(true);
  });

  test('notices that the clock was put back', async () => {
    await tick(room.tools, room.tools.now(), []);
    room.jump(-60);
    await tick(room.tools, room.tools.now(), []);
    expect(room.logged).toEqual([expect.stringContaining('gone back')]);
  });

  test('forgets after ninety days that a message was sent, not before', async () => {
    await room.write('Amina');
    await room.forward(10);
    room.jump(89 * 86_400);
    await tick(room.tools, room.tools.now(), []);
    expect(await room.rows()).toHaveLength(1);
    room.jump(2 * 86_400);
    await tick(room.tools, room.tools.now(), []);
    expect(await room.rows()).toHaveLength(0);
  });
});

describe('a loop', () => {
  const log = () => room.tools.log;

  test('runs at once, again when knocked, never twice at a time, and not after it was stopped', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const loop = startLoop({
      now: room.tools.now,
      log: log(),
      run: async () => {
        runs += 1;
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return undefined;
      },
    });
    for (let each = 0; each < 5; each += 1) loop.knock();
    while (runs < 2) await new Promise((resolve) => setImmediate(resolve));
    await loop.stop();
    const before = runs;
    loop.knock();
    await new Promise((resolve) => setImmediate(resolve));
    expect([most, runs]).toEqual([1, before]);
  });

  test('comes back when it said it would', async () => {
    let runs = 0;
    const loop = startLoop({
      now: room.tools.now,
      log: log(),
      run: async (now) => {
        runs += 1;
        return runs < 3 ? now.add({ milliseconds: 5 }) : undefined;
      },
    });
    while (runs < 3) await new Promise((resolve) => setTimeout(resolve, 1));
    await loop.stop();
    expect(runs).toBe(3);
  });

  test('goes on after a fault, which the operator reads', async () => {
    let runs = 0;
    const loop = startLoop({
      now: room.tools.now,
      log: log(),
      run: async () => {
        runs += 1;
        if (runs === 1) throw new Error('once');
        return undefined;
      },
    });
    while (room.logged.length === 0) await new Promise((resolve) => setImmediate(resolve));
    loop.knock();
    while (runs < 2) await new Promise((resolve) => setImmediate(resolve));
    await loop.stop();
    expect(room.logged).toEqual([expect.stringContaining('met a fault')]);
  });
});
