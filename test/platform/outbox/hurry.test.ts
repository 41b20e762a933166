// What somebody waits for goes fast: the next line of fifty groups at the same moment, within Slack's limits, before everything else.
import { describe, expect, test } from '@jest/globals';
import type { Letter } from '../../../src/platform/outbox/enqueue.ts';
import * as pauses from '../../../src/platform/outbox/lane-pauses.ts';
import { slowDownAfter } from '../../../src/platform/schedule/downtime.ts';
import { addConversation } from '../../../src/sandbox/found.ts';
import { aRoom } from './a-room.ts';
import { cast, type PostRoom, userOf } from './post-room.ts';

const posts = (room: PostRoom) => room.calls.filter(({ method }) => method === 'chat.postMessage');

/** Private channels that the bot is in. */
function spaces(room: PostRoom, count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const id = `C0FORUM${String(n).padStart(2, '0')}`;
    const members = [room.tools.botUser, userOf('Amina')];
    addConversation(room.slack.world, { id, kind: 'private', name: id.toLowerCase(), members, creator: room.tools.botUser, created: 0 });
    return id;
  });
}

function line(room: PostRoom, minutes = 0): Partial<Letter> {
  const notBefore = room.tools.now().add({ minutes });
  return { priority: 1, kind: 'forum-script', notBefore, expiresAt: notBefore.add({ minutes: 5 }) };
}

/** When the letter under each key was posted, in seconds after `from`. */
async function postedAfter(room: PostRoom, from: number): Promise<[key: string, seconds: number][]> {
  const rows = (await room.rows()).filter(({ state }) => state === 'sent');
  return rows.map(({ key, started_at }) => [key, (Date.parse(started_at ?? '') - from) / 1000]);
}

describe('the next lines of fifty groups', () => {
  test('are all said within five seconds, before letters that nobody waits for, and Slack has nothing to say against it', async () => {
    const room = await aRoom({ limits: 'all' });
    const begun = room.now();
    for (const name of cast) for (let n = 0; n < 4; n += 1) await room.write(name, { key: `other:${name}:${n}` });
    for (const minute of [1, 3, 5])
      for (const id of spaces(room, 50)) await room.write(id, { ...line(room, minute), key: `${id}:${minute}` });
    await room.forward(400);
    const posted = await postedAfter(room, begun);
    for (const minute of [1, 3, 5]) {
      const late = posted
        .filter(([key]) => key.startsWith('C0FORUM') && key.endsWith(`:${minute}`))
        .map(([, seconds]) => seconds - minute * 60);
      expect(late).toHaveLength(50);
      expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...late)).toBeLessThan(5);
    }
    expect(posts(room)).toHaveLength(150 + 32);
    expect(posted.filter(([key]) => key.startsWith('other:'))).toHaveLength(32);
  });

  test('go before what was due earlier, and the others go on behind them', async () => {
    const room = await aRoom({ limits: 'all' });
    const begun = room.now();
    for (const name of cast) for (let n = 0; n < 20; n += 1) await room.write(name, { key: `other:${name}:${n}` });
    for (const id of spaces(room, 50)) await room.write(id, { ...line(room, 1), key: `${id}:1` });
    await room.forward(120);
    const posted = await postedAfter(room, begun);
    const times = (beginning: string) => posted.filter(([key]) => key.startsWith(beginning)).map(([, seconds]) => seconds);
    expect(Math.max(...times('C0FORUM'))).toBeLessThan(65);
    expect(times('other:').filter((at) => at > 60.6 && at < Math.max(...times('C0FORUM')))).toEqual([]);
    expect(times('other:')).toHaveLength(160);
    expect(room.logged.filter((each) => each.includes('ratelimited'))).toEqual([]);
  });

  test('are as fast with a bot that was started anew in the middle of them, and each is said once', async () => {
    const room = await aRoom({ limits: 'all' });
    const begun = room.now();
    for (const id of spaces(room, 50)) await room.write(id, { ...line(room), key: `${id}:1` });
    for (let n = 0; n < 12; n += 1) {
      await room.forward(0.4);
      await room.restart();
    }
    const posted = await postedAfter(room, begun);
    expect(posted).toHaveLength(50);
    expect(Math.max(...posted.map(([, seconds]) => seconds))).toBeLessThan(5);
    expect(posts(room)).toHaveLength(50);
  });

  test('of sixty and more are not more than Slack takes', async () => {
    const room = await aRoom({ limits: 'all' });
    for (const id of spaces(room, 99)) await room.write(id, { ...line(room), key: `${id}:1` });
    await room.forward(20);
    expect(posts(room)).toHaveLength(99);
    expect((await room.rows()).every(({ state }) => state === 'sent')).toBe(true);
  });

  test('wait as long as Slack asks when it is too much, all of them', async () => {
    const room = await aRoom();
    for (const id of spaces(room, 20)) await room.write(id, { ...line(room), key: `${id}:1` });
    await room.forward(0.5);
    room.fails('chat.postMessage', { kind: 'ratelimited', retryAfter: 30 });
    const before = posts(room).length;
    await room.forward(30);
    expect(posts(room).length).toBe(before + 1);
    await room.forward(5);
    expect((await room.rows()).filter(({ state }) => state === 'sent')).toHaveLength(20);
  });

  test('are not slowed down after a day of silence, as the rest is', async () => {
    const room = await aRoom();
    for (const name of cast) await room.write(name);
    await slowDownAfter(room.tools, room.tools.now().subtract({ hours: 30 }), room.tools.now());
    for (const id of spaces(room, 50)) await room.write(id, { ...line(room), key: `${id}:1` });
    await room.forward(5);
    const sent = (await room.rows()).filter(({ state }) => state === 'sent').map(({ key }) => key);
    expect(sent.filter((key) => key.startsWith('C0FORUM'))).toHaveLength(50);
    expect(sent.length).toBeLessThanOrEqual(52);
    expect((await pauses.current(room.tools.db, room.tools.workspace, room.tools.now())).slow).toBeDefined();
  });
});

describe('lines in group conversations', () => {
  const groups = cast.flatMap((one, at) => cast.slice(at + 1).map((other) => [one, other]));

  test('that were opened before are all said within five seconds, too', async () => {
    const room = await aRoom({ limits: 'all' });
    for (const group of groups) await room.write(group, { key: `welcome:${group}` });
    await room.forward(120);
    const begun = room.now();
    for (const group of groups) await room.write(group, { ...line(room), key: `line:${group}` });
    await room.forward(10);
    const late = (await postedAfter(room, begun)).filter(([key]) => key.startsWith('line:')).map(([, seconds]) => seconds);
    expect(late).toHaveLength(28);
    expect(Math.max(...late)).toBeLessThan(5);
    expect(room.seen('line:Amina,Bo')).toEqual({ 'Amina+Bo': 1 });
  });

  test('are opened anew where they are not what they were', async () => {
    const room = await aRoom();
    await room.write(['Amina', 'Bo'], { key: 'welcome' });
    await room.forward(5);
    room.fails('chat.postMessage', { kind: 'error', code: 'channel_not_found', posted: false });
    await room.write(['Amina', 'Bo'], { ...line(room), key: 'line' });
    await room.forward(5);
    expect(room.seen('This is line.')).toEqual({ 'Amina+Bo': 1 });
    expect(room.calls.filter(({ method }) => method === 'conversations.open')).toHaveLength(2);
  });

  test('are given up where Slack finds no conversation at the second attempt either', async () => {
    const room = await aRoom();
    room.fails('chat.postMessage', { kind: 'error', code: 'channel_not_found', posted: false }, 9);
    await room.write(['Amina', 'Bo'], { ...line(room), key: 'line' });
    await room.forward(20);
    expect(await room.row('line')).toMatchObject({ state: 'dead', reason: 'channel_not_found', attempt: 2 });
  });

  test('are opened again after a day, and always for what is no line of an hour', async () => {
    const room = await aRoom();
    const opens = () => room.calls.filter(({ method }) => method === 'conversations.open').length;
    await room.write(['Amina', 'Bo'], { key: 'welcome' });
    await room.forward(5);
    await room.write(['Amina', 'Bo'], { key: 'meeting' });
    await room.forward(5);
    expect(opens()).toBe(2);
    await room.write(['Amina', 'Bo'], { ...line(room), key: 'line' });
    await room.forward(5);
    expect(opens()).toBe(2);
    room.jump(27 * 3_600);
    await room.write(['Amina', 'Bo'], { ...line(room), key: 'another line' });
    await room.forward(5);
    expect(opens()).toBe(3);
  });
});

describe('a line of an hour', () => {
  test('of which nobody knows whether it arrived holds up the next one for seconds only, and is not said again', async () => {
    const room = await aRoom();
    const [id = ''] = spaces(room, 1);
    room.fails('chat.postMessage', { kind: 'lost', posted: true });
    await room.write(id, { ...line(room), key: 'first' });
    await room.forward(1);
    await room.write(id, { ...line(room), key: 'second' });
    await room.forward(13);
    expect((await room.row('second')).state).toBe('sent');
    await room.forward(600);
    expect(await room.row('first')).toMatchObject({ state: 'skipped', reason: 'in-doubt' });
    const told = room.slack.world.conversations.get(id)?.messages.map(({ text }) => text);
    expect(told).toEqual(['This is first.', 'This is second.']);
  });

  test('that is too late is not said', async () => {
    const room = await aRoom();
    const [id = ''] = spaces(room, 1);
    await room.write(id, { ...line(room), key: 'first' });
    room.jump(301);
    await room.forward(10);
    expect(await room.row('first')).toMatchObject({ state: 'skipped', reason: 'expired' });
  });
});
