// How fast letters go, which goes first, and what does not hold up what.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { slowDownAfter } from '../../../src/platform/schedule/downtime.ts';
import { sparing } from '../../../src/platform/schedule/sparing.ts';
import type { Fetch } from '../../../src/platform/slack/client.ts';
import type { Tools } from '../../../src/platform/tools.ts';
import { aRoom } from './a-room.ts';
import { cast, type PostRoom } from './post-room.ts';

const posts = (room: PostRoom) => room.calls.filter(({ method }) => method === 'chat.postMessage');
const gaps = (times: readonly number[]) => times.slice(1).map((time, place) => time - (times[place] ?? 0));

/** The same database, which reads and does not write. */
function fullDisk(db: Tools['db']): Tools['db'] {
  const full = () => {
    throw new Error('database or disk is full');
  };
  const member = (name: string | symbol) => {
    const found = Reflect.get(db, name, db);
    return typeof found === 'function' ? found.bind(db) : found;
  };
  return new Proxy(db, { get: (_, name) => (name === 'transaction' || name === 'updateTable' ? full : member(name)) });
}

describe('pace', () => {
  test("one conversation gets a message a second, the workspace two, and Slack's limits are never met", async () => {
    const room = await aRoom({ limits: 'all' });
    for (const name of cast) for (let each = 1; each <= 5; each += 1) await room.write(name, { key: `letter:${name}:${each}` });
    await room.forward(60);
    expect(Object.values(room.seen('letter:'))).toEqual(cast.map(() => 5));
    expect(Math.min(...gaps(posts(room).map(({ at }) => at)))).toBeGreaterThanOrEqual(500);
    for (const lane of new Set(posts(room).map(({ channel }) => channel))) {
      const times = posts(room).filter(({ channel }) => channel === lane);
      expect(Math.min(...gaps(times.map(({ at }) => at)))).toBeGreaterThanOrEqual(1_000);
    }
    expect(posts(room)).toHaveLength(40);
  });

  test('a letter that may have arrived is looked for again soon, though the first look left nothing on record because the disk was full', async () => {
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const slowly =
      (fetch: Fetch): Fetch =>
      async (input, init) => {
        if (String(input).endsWith('conversations.history')) await asked;
        return fetch(input, init);
      };
    const room = await aRoom({ between: slowly });
    await room.write('Amina');
    room.fails('chat.postMessage', { kind: 'lost', posted: false });
    await room.forward(1);
    const { db } = room.tools;
    const { begin, ended, settled } = room.postman();
    // As the program asks it: at least each minute, and whenever something has ended.
    const ask = sparing(db, begin, ended);
    room.jump(600);
    room.tools.db = fullDisk(db);
    await ask(room.tools.now());
    answer();
    await settled();
    expect(room.logged.join()).toContain('could not be dealt with');
    room.tools.db = db;
    for (let minute = 0; minute < 5; minute += 1) {
      await ask(room.tools.now());
      await settled();
      room.jump(60);
    }
    expect(room.seen('letter:')).toEqual({ Amina: 1 });
  });

  test('a restart does not make it faster', async () => {
    const room = await aRoom();
    for (let each = 1; each <= 6; each += 1) await room.write('Amina', { key: `letter:${each}` });
    for (let each = 0; each < 60; each += 1) {
      await room.forward(0.2);
      await room.restart();
    }
    expect(room.seen('letter:')).toEqual({ Amina: 6 });
    expect(Math.min(...gaps(posts(room).map(({ at }) => at)))).toBeGreaterThanOrEqual(1_000);
  });

  test('a clock that is put back an hour holds up nothing', async () => {
    const room = await aRoom();
    await room.write('Amina', { key: 'one' });
    await room.forward(10);
    room.jump(-3_600);
    await room.write('Amina', { key: 'two' });
    await room.write('Bo', { key: 'three' });
    await room.forward(10);
    expect(room.seen('two')).toEqual({ Amina: 1 });
    expect(room.seen('three')).toEqual({ Bo: 1 });
  });

  test('what someone waits for goes before a rotation, and a rotation before the fortnight', async () => {
    const room = await aRoom();
    await room.write('Amina', { key: 'third', priority: 3 });
    await room.write('Bo', { key: 'second', priority: 2 });
    await room.write('Chidi', { key: 'first', priority: 1 });
    await room.forward(30);
    const at = (key: string) => room.row(key).then(({ started_at }) => started_at ?? '');
    expect([await at('first'), await at('second'), await at('third')]).toEqual(
      [await at('first'), await at('second'), await at('third')].sort(),
    );
  });

  test('a conversation in doubt holds up only itself, and only while nobody knows', async () => {
    const room = await aRoom();
    room.fails('chat.postMessage', { kind: 'lost', posted: true });
    await room.write('Amina', { key: 'one' });
    await room.forward(1);
    await room.write('Amina', { key: 'two' });
    await room.write('Bo', { key: 'three' });
    await room.forward(60);
    expect(room.seen('three')).toEqual({ Bo: 1 });
    expect(room.seen('two')).toEqual({});
    await room.forward(120);
    expect(room.seen('two')).toEqual({ Amina: 1 });
  });

  test('conversations are opened fifty times a minute at most, and nobody waits for that', async () => {
    const room = await aRoom({ limits: 'all' });
    const people = Array.from({ length: 90 }, (_, n) => `L${n}`);
    for (const name of people) {
      const id = `U0${name.toUpperCase()}`;
      room.slack.world.people.set(id, { ...(room.slack.world.people.get('U0BO') as never as object), id, name, handle: name } as never);
    }
    for (const name of people) await room.write(name);
    await room.forward(60);
    expect((await room.rows()).filter(({ state }) => state === 'sent')).toHaveLength(90);
    expect(room.calls.filter(({ method }) => method === 'conversations.open').length).toBeLessThanOrEqual(50);
  });

  test('after a day of silence what is due is planned first and goes out slowly', async () => {
    const room = await aRoom();
    for (const name of cast) await room.write(name);
    const before = room.tools.now().subtract(Temporal.Duration.from({ hours: 30 }));
    await slowDownAfter(room.tools, before, room.tools.now());
    await room.forward(60);
    expect(room.logged.filter((line) => line.includes('down for more than a day'))).toEqual([expect.stringContaining('"count":8')]);
    expect(Math.min(...gaps(posts(room).map(({ at }) => at)))).toBeGreaterThanOrEqual(3_000);
    expect(posts(room)).toHaveLength(8);
  });

  test('after an hour of silence it does not', async () => {
    const room = await aRoom();
    for (const name of cast) await room.write(name);
    await slowDownAfter(room.tools, room.tools.now().subtract({ hours: 1 }), room.tools.now());
    await room.forward(5);
    expect(posts(room)).toHaveLength(8);
  });
});

describe('a letter whose time has passed', () => {
  test('is skipped, with the reason on record', async () => {
    const room = await aRoom();
    await room.write('Amina', { notBefore: room.tools.now().add({ hours: 2 }), expiresAt: room.tools.now().add({ hours: 1 }) });
    await room.forward(3 * 3_600);
    expect(room.seen('letter:')).toEqual({});
    expect(await room.row('letter:Amina')).toMatchObject({ state: 'skipped', reason: 'expired', body_sealed: null, attempt: 0 });
  });

  test('is not skipped while it may be on its way', async () => {
    const room = await aRoom();
    room.fails('chat.postMessage', { kind: 'lost', posted: true });
    await room.write('Amina', { expiresAt: room.tools.now().add({ seconds: 30 }) });
    await room.forward(600);
    expect(await room.row('letter:Amina')).toMatchObject({ state: 'sent' });
  });
});

test('pairs whose conversations must be opened first do not hold up the leaders behind them', async () => {
  const room = await aRoom({ limits: 'all' });
  const people = Array.from({ length: 120 }, (_, n) => `L${n}`);
  for (const name of people) {
    const id = `U0${name}`;
    room.slack.world.people.set(id, { ...(room.slack.world.people.get('U0BO') as never as object), id, name, handle: name } as never);
  }
  for (let n = 0; n < 120; n += 2) await room.write([`L${n}`, `L${n + 1}`], { key: `pair:${n}` });
  for (const name of people) await room.write(name);
  await room.forward(95);
  const states = await room.rows();
  expect(states.filter(({ state }) => state === 'sent')).toHaveLength(180);
});
