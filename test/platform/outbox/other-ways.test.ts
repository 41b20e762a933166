// Where the first way is closed: groups that cannot be opened, people who can be reached only by id, pictures that are not taken, letters that a
// person decides about, and letters that are taken back.
import { describe, expect, test } from '@jest/globals';
import { transact } from '../../../src/platform/db/transact.ts';
import { postAgain, settleAsPosted } from '../../../src/platform/outbox/decide.ts';
import { withdraw } from '../../../src/platform/outbox/withdraw.ts';
import { section } from '../../../src/platform/slack/blocks.ts';
import { rememberDm } from '../../../src/platform/slack/dms.ts';
import { aRoom } from './a-room.ts';
import type { PostRoom } from './post-room.ts';

const refused = (code: string) => ({ kind: 'error' as const, code, posted: false });
const allScopes = ['commands', 'chat:write', 'im:write', 'im:history', 'mpim:write', 'users:read', 'files:write', 'channels:history'];
const without = (...scopes: string[]) => ({ app: { scopes: allScopes.filter((scope) => !scopes.includes(scope)) } });

describe('a group conversation', () => {
  test('that may not be opened becomes a message to each, and the operator reads once which scope is missing', async () => {
    const room = await aRoom(without('mpim:write'));
    await room.write(['Amina', 'Bo'], { key: 'pair:p1' });
    await room.write(['Chidi', 'Dolores'], { key: 'pair:p2' });
    await room.forward(60);
    expect(room.seen('pair:')).toEqual({ Amina: 1, Bo: 1, Chidi: 1, Dolores: 1 });
    expect((await room.rows()).map(({ key, state }) => `${key} ${state}`)).toEqual([
      'pair:p1 skipped',
      'pair:p1:U0AMINA sent',
      'pair:p1:U0BO sent',
      'pair:p2 skipped',
      'pair:p2:U0CHIDI sent',
      'pair:p2:U0DOLORES sent',
    ]);
    expect(room.logged.filter((line) => line.includes('each person is told alone'))).toEqual([expect.stringContaining('mpim:write')]);
  });

  test.each(['unknown_method', 'user_disabled', 'restricted_action', 'something_new'])('refused with %s, too', async (code) => {
    const room = await aRoom();
    room.fails('conversations.open', refused(code));
    await room.write(['Amina', 'Bo'], { key: 'pair:p1' });
    await room.forward(60);
    expect(room.seen('pair:p1')).toEqual({ Amina: 1, Bo: 1 });
  });

  test('is opened later where Slack did not answer: opening twice shows nobody anything', async () => {
    const room = await aRoom();
    room.fails('conversations.open', { kind: 'lost', posted: true });
    room.fails('conversations.open', { kind: 'ratelimited', retryAfter: 20 });
    await room.write(['Amina', 'Bo'], { key: 'pair:p1' });
    await room.forward(60);
    expect(room.seen('pair:p1')).toEqual({ 'Amina+Bo': 1 });
  });
});

describe('a person', () => {
  test.each(['missing_scope', 'unknown_method', 'something_new'])(
    'whose conversation cannot be opened (%s) is written to by their id',
    async (code) => {
      const room = await aRoom();
      room.fails('conversations.open', refused(code), 10);
      await room.write('Amina');
      await room.write('Bo');
      await room.forward(60);
      expect(room.seen('letter:')).toEqual({ Amina: 1, Bo: 1 });
      expect((await room.row('letter:Amina')).channel).toMatch(/^D/);
    },
  );

  test('whose conversation was another before the app was installed anew is found again', async () => {
    const room = await aRoom();
    await rememberDm(room.tools, room.tools.db, 'U0AMINA', 'D0LONGGONE');
    await room.write('Amina');
    await room.forward(60);
    expect(room.seen('letter:Amina')).toEqual({ Amina: 1 });
  });

  test('whose conversation only another message tells is looked into soon after that one', async () => {
    const room = await aRoom();
    room.fails('conversations.open', refused('unknown_method'), 1_000);
    room.fails('chat.postMessage', { kind: 'lost', posted: false });
    await room.write('Amina', { key: 'first' });
    await room.forward(150);
    expect((await room.row('first')).state).toBe('unclear');
    await room.write('Amina', { key: 'second' });
    await room.forward(120);
    expect(room.seen('first')).toEqual({ Amina: 1 });
    expect(room.seen('second')).toEqual({ Amina: 1 });
  });

  test('whose conversation is not found at all is not looked for for ever', async () => {
    const room = await aRoom();
    room.fails('chat.postMessage', refused('channel_not_found'), 100);
    await room.write('Amina');
    await room.forward(600);
    expect(await room.row('letter:Amina')).toMatchObject({ state: 'dead', reason: 'channel_not_found', attempt: 2 });
  });

  test('is not held up where this Slack does not take ids of people for conversations', async () => {
    const room = await aRoom({
      between: (fetch) => async (input, init) => {
        const to = new URLSearchParams(String(init?.body)).get('channel') ?? '';
        if (!to.startsWith('U')) return fetch(input, init);
        return new Response('{"ok":false,"error":"channel_not_found"}', { headers: { 'content-type': 'application/json' } });
      },
    });
    for (let n = 0; n < 30; n += 1) {
      room.slack.world.people.set(`U0L${n}`, {
        ...(room.slack.world.people.get('U0BO') as never as object),
        id: `U0L${n}`,
        name: `L${n}`,
        handle: `l${n}`,
      } as never);
      await room.write(`L${n}`);
    }
    await room.forward(60);
    expect((await room.rows()).map(({ state }) => state)).toEqual(Array(30).fill('sent'));
  });

  test('is written to in the same conversation the next time, without opening it again', async () => {
    const room = await aRoom();
    await room.write('Amina', { key: 'one' });
    await room.forward(10);
    await room.write('Amina', { key: 'two' });
    await room.forward(10);
    expect(room.calls.filter(({ method }) => method === 'conversations.open')).toHaveLength(1);
  });
});

const drawing = {
  name: 'map.png',
  alt: 'Four pairs join Finance and People.',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text y="15">Map</text></svg>',
};
const withPicture = { key: 'announcement:r1', body: { text: 'New partners.', blocks: [section('New partners.')], picture: drawing } };

describe('a picture', () => {
  test('stands below the words, with its text for those who do not see it', async () => {
    const room = await aRoom();
    await room.write('channel', withPicture);
    await room.forward(60);
    const [message] = room.slack.world.conversations.get('C0LEADERS')?.messages.filter(({ text }) => text === 'New partners.') ?? [];
    expect(message?.blocks.map(({ type }) => type)).toEqual(['section', 'image']);
    expect(message?.blocks[1]).toMatchObject({ alt_text: drawing.alt });
    const [file] = [...room.slack.world.files.values()];
    expect(file).toMatchObject({ altText: drawing.alt, name: 'map.png' });
    expect(
      Buffer.from(file?.bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  test.each(['missing_scope', 'unknown_method'])('that Slack does not take (%s) is left out, and the words go', async (code) => {
    const room = await aRoom();
    room.fails('files.getUploadURLExternal', refused(code));
    await room.write('channel', withPicture);
    await room.forward(60);
    expect(room.seen('New partners.')).toEqual({ '#leaders': 1 });
  });

  test('that makes Slack refuse the blocks is left out at the second attempt', async () => {
    const room = await aRoom();
    room.fails('chat.postMessage', refused('invalid_blocks'));
    await room.write('channel', withPicture);
    await room.forward(60);
    const [message] = room.slack.world.conversations.get('C0LEADERS')?.messages.filter(({ text }) => text === 'New partners.') ?? [];
    expect(message?.blocks.map(({ type }) => type)).toEqual(['section']);
    expect(await room.row('announcement:r1')).toMatchObject({ state: 'sent', attempt: 2 });
  });

  test('that cannot be drawn is left out', async () => {
    const room = await aRoom();
    await room.write('channel', { ...withPicture, body: { ...withPicture.body, picture: { ...drawing, svg: 'no drawing' } } });
    await room.forward(60);
    expect(room.seen('New partners.')).toEqual({ '#leaders': 1 });
  });
});

describe('an announcement nobody knows about', () => {
  async function inDoubt(posted: boolean): Promise<{ room: PostRoom; id: string }> {
    const room = await aRoom();
    room.fails('chat.postMessage', { kind: 'lost', posted });
    const id = await room.write('channel', { key: 'announcement:r1' });
    await room.forward(3_600);
    return { room, id };
  }

  test('is settled by whoever has seen it', async () => {
    const { room, id } = await inDoubt(true);
    expect(await settleAsPosted(room.tools, id)).toEqual({ ok: true });
    await room.forward(3_600);
    expect(room.seen('announcement:r1')).toEqual({ '#leaders': 1 });
    expect(await settleAsPosted(room.tools, id)).toEqual({ ok: false, because: 'settled-already' });
    expect(await postAgain(room.tools, id)).toEqual({ ok: false, because: 'settled-already' });
  });

  test('is posted when nobody has seen it, once, however often that is pressed', async () => {
    const { room, id } = await inDoubt(false);
    expect(await Promise.all([postAgain(room.tools, id), postAgain(room.tools, id)])).toContainEqual({ ok: true });
    await room.forward(60);
    expect(await postAgain(room.tools, id)).toEqual({ ok: false, because: 'settled-already' });
    await room.forward(3_600);
    expect(room.seen('announcement:r1')).toEqual({ '#leaders': 1 });
  });

  test('is looked up where the channel may be read', async () => {
    const room = await aRoom({ app: { scopes: allScopes } });
    room.fails('chat.postMessage', { kind: 'lost', posted: true });
    room.fails('chat.postMessage', { kind: 'lost', posted: false });
    await room.write('channel', { key: 'announcement:r1' });
    await room.forward(3_600);
    expect(room.seen('announcement:r1')).toEqual({ '#leaders': 1 });
    expect((await room.row('announcement:r1')).state).toBe('sent');
  });

  test('that was refused can be posted once what was in its way is gone', async () => {
    const room = await aRoom();
    room.fails('chat.postMessage', refused('not_in_channel'));
    const id = await room.write('channel', { key: 'announcement:r1' });
    await room.forward(60);
    expect(await room.row('announcement:r1')).toMatchObject({ state: 'dead', reason: 'not_in_channel' });
    expect(await postAgain(room.tools, id)).toEqual({ ok: true });
    await room.forward(60);
    expect(room.seen('announcement:r1')).toEqual({ '#leaders': 1 });
  });

  test('of another workspace is unknown', async () => {
    const { room, id } = await inDoubt(true);
    const elsewhere = { ...room.tools, workspace: 'T0ELSEWHERE' };
    expect(await settleAsPosted(elsewhere, id)).toEqual({ ok: false, because: 'unknown' });
    expect(await postAgain(elsewhere, id)).toEqual({ ok: false, because: 'unknown' });
  });
});

describe('letters that are taken back', () => {
  const takeBack = (room: PostRoom, what: Parameters<typeof withdraw>[2]) =>
    transact(room.tools.db, (tx) => withdraw(tx, room.tools.workspace, what));

  test('before the first has gone are never sent', async () => {
    const room = await aRoom();
    await room.write('Amina', { key: 'match:r1:amina' });
    await room.write('Bo', { key: 'match:r1:bo' });
    await room.write('Chidi', { key: 'match:r2:chidi' });
    expect(await takeBack(room, { keys: [], beginnings: ['match:r1:'] })).toBe(true);
    await room.forward(60);
    expect(room.seen('match:')).toEqual({ Chidi: 1 });
    expect(await room.row('match:r1:bo')).toMatchObject({ state: 'skipped', reason: 'withdrawn', body_sealed: null });
  });

  test('after the first has gone stay as they are, all of them', async () => {
    const room = await aRoom();
    await room.write('Amina', { key: 'match:r1:amina' });
    await room.forward(0.1);
    await room.write('Bo', { key: 'match:r1:bo', notBefore: room.tools.now().add({ hours: 1 }) });
    expect(await takeBack(room, { keys: ['match:r1:bo'], beginnings: ['match:r1:'] })).toBe(false);
    await room.forward(2 * 3_600);
    expect(room.seen('match:r1')).toEqual({ Amina: 1, Bo: 1 });
  });
});
