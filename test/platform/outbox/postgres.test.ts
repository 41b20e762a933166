// The same postman on PostgreSQL, alone and with a colleague on the same database.
import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { raiseBoot } from '../../../src/platform/db/boot.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { withdraw } from '../../../src/platform/outbox/withdraw.ts';
import { openPglite } from '../both-databases.ts';
import { aRoom } from './a-room.ts';
import type { PostRoom, PostRoomSettings } from './post-room.ts';

const now = () => Temporal.Instant.from('2027-01-11T09:00:00Z');
async function aRoomOnPostgres(settings: PostRoomSettings = {}): Promise<PostRoom> {
  const { db, close } = await openPglite(now);
  return aRoom({ database: { db, boot: await raiseBoot(db, now()), close }, ...settings });
}

test('every kind of letter arrives once, also where the answer was lost', async () => {
  const room = await aRoomOnPostgres({ app: { scopes: ['chat:write', 'im:write', 'im:history', 'mpim:write', 'channels:history'] } });
  room.fails('chat.postMessage', { kind: 'lost', posted: true });
  room.fails('chat.postMessage', { kind: 'lost', posted: false });
  room.fails('chat.postMessage', { kind: 'ratelimited', retryAfter: 5 });
  await room.write('Amina');
  await room.write('Bo', { expiresAt: room.tools.now().add({ hours: 1 }) });
  await room.write(['Chidi', 'Dolores'], { key: 'pair:p1', notBefore: room.tools.now().add({ minutes: 1 }) });
  await room.write('channel', { key: 'announcement:r1', notBefore: room.tools.now().add({ minutes: 2 }) });
  await room.write('Edo', { key: 'withdrawn' });
  expect(await transact(room.tools.db, (tx) => withdraw(tx, room.tools.workspace, { keys: ['withdrawn'], beginnings: [] }))).toBe(true);
  await room.forward(900);
  expect(room.seen('letter:')).toEqual({ Amina: 1, Bo: 1 });
  expect(room.seen('pair:p1')).toEqual({ 'Chidi+Dolores': 1 });
  expect(room.seen('announcement:r1')).toEqual({ '#leaders': 1 });
  expect(room.seen('withdrawn')).toEqual({});
});

test('two postmen on one database send each letter once, one at a time in a conversation', async () => {
  const room = await aRoomOnPostgres({ postmen: 2 });
  const people = ['Amina', 'Bo', 'Chidi', 'Dolores'] as const;
  for (const name of people) for (let n = 1; n <= 4; n += 1) await room.write(name, { key: `letter:${name}:${n}` });
  await room.forward(60);
  for (const name of people) for (let n = 1; n <= 4; n += 1) expect(room.seen(`letter:${name}:${n}`)).toEqual({ [name]: 1 });
  expect(room.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(16);
});

test('where people cannot be written to by their id, those whose conversation is known go first', async () => {
  const room = await aRoomOnPostgres();
  await room.write('Amina', { key: 'one' });
  await room.forward(10);
  room.fails('conversations.open', { kind: 'ratelimited', retryAfter: 300 });
  await room.write('Bo', { key: 'two' });
  await room.forward(1);
  await room.write('Amina', { key: 'three' });
  await room.forward(30);
  expect(room.seen('three')).toEqual({ Amina: 1 });
  await room.forward(600);
  expect(room.seen('two')).toEqual({ Bo: 1 });
});
