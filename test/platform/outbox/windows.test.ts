// Letters that may reach their readers only at certain times.
import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { aRoom } from './a-room.ts';
import type { PostRoom } from './post-room.ts';

const HOUR = 3_600;
/** It is Monday, nine o'clock: today from nine to eleven, tomorrow from nine to ten. */
const windowsOf = (room: PostRoom) => {
  const at = (hours: number) => Temporal.Instant.fromEpochMilliseconds(room.now() + hours * HOUR * 1000);
  return [
    { opens: at(0), closes: at(2) },
    { opens: at(24), closes: at(25) },
  ];
};
const down = { call: () => ({ kind: 'status', status: 503, posted: false }) as const, event: () => undefined };

test('a letter goes within them at once', async () => {
  const room = await aRoom();
  await room.write('Amina', { windows: windowsOf(room) });
  await room.forward(60);
  expect(room.seen('letter:')).toEqual({ Amina: 1 });
});

test('one that Slack does not take in time waits for the next of them, not for Slack alone', async () => {
  const room = await aRoom();
  await room.write('Amina', { windows: windowsOf(room) });
  room.slack.faults.mix = down;
  await room.forward(3 * HOUR);
  delete room.slack.faults.mix;
  await room.forward(20 * HOUR);
  expect(room.seen('letter:')).toEqual({});
  await room.forward(HOUR + 60);
  expect(room.seen('letter:')).toEqual({ Amina: 1 });
});

test('where none is left it is given up, with the reason on record', async () => {
  const room = await aRoom();
  await room.write('Amina', { windows: windowsOf(room) });
  room.slack.faults.mix = down;
  await room.forward(26 * HOUR);
  delete room.slack.faults.mix;
  await room.forward(26 * HOUR);
  expect(room.seen('letter:')).toEqual({});
  const [row] = await room.rows();
  expect([row?.state, row?.reason, row?.body_sealed]).toEqual(['skipped', 'no-window', null]);
});

test('told to each because the group cannot be opened, it keeps them', async () => {
  const room = await aRoom();
  room.fails('conversations.open', { kind: 'error', code: 'user_disabled', posted: false });
  await room.write(['Amina', 'Bo'], { key: 'card:p1', windows: windowsOf(room) });
  await room.forward(60);
  expect(room.seen('card:p1')).toEqual({ Amina: 1, Bo: 1 });
  expect((await room.rows()).every(({ windows }) => windows !== null)).toBe(true);
});

test('where nobody can know whether it arrived in a group, it is left at that: twice would be once too often', async () => {
  const room = await aRoom();
  room.fails('chat.postMessage', { kind: 'lost', posted: true });
  await room.write(['Amina', 'Bo'], { key: 'card:p1', priority: 3, windows: windowsOf(room) });
  await room.forward(HOUR);
  expect(room.seen('card:p1')).toEqual({ 'Amina+Bo': 1 });
  expect(await room.row('card:p1')).toMatchObject({ state: 'skipped', reason: 'in-doubt' });
});

test('the first words of a pair do not come again in the next fortnight: they are told to each instead', async () => {
  const room = await aRoom();
  room.fails('chat.postMessage', { kind: 'lost', posted: true });
  await room.write(['Amina', 'Bo'], { key: 'pair:p1', priority: 2, windows: windowsOf(room) });
  await room.forward(HOUR);
  expect(room.seen('pair:p1')).toEqual({ 'Amina+Bo': 1, Amina: 1, Bo: 1 });
});
