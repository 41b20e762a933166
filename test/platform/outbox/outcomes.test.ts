// What each answer of Slack does to a letter, row by row of the table.
import { describe, expect, test } from '@jest/globals';
import { aRoom } from './a-room.ts';

const refused = (code: string) => ({ kind: 'error' as const, code, posted: false });

describe('sent', () => {
  test('Amina gets her letter once, with a mark nobody can read anything from, and its text is kept no longer', async () => {
    const room = await aRoom();
    await room.write('Amina', { key: 'match:r1:amina' });
    await room.forward(600);
    expect(room.seen('match:r1:amina')).toEqual({ Amina: 1 });
    const row = await room.row('match:r1:amina');
    expect(row).toMatchObject({ state: 'sent', attempt: 1, body_sealed: null });
    const dm = room.slack.world.conversations.get(row.channel ?? '');
    const message = dm?.messages.find((each) => each.ts === row.ts);
    const mark = message?.metadata?.event_payload.k;
    expect(message?.metadata?.event_type).toBe('coaching_pairs');
    expect(mark).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(message?.blocks[0]).toMatchObject({ block_id: `k_${mark}` });
  });

  test('the same key is the same letter, however often it is written', async () => {
    const room = await aRoom();
    const first = await room.write('Bo', { key: 'opener:p1:1:bo' });
    expect(await room.write('Bo', { key: 'opener:p1:1:bo' })).toBe(first);
    await room.forward(60);
    expect(await room.write('Bo', { key: 'opener:p1:1:bo' })).toBe(first);
    await room.forward(60);
    expect(room.seen('opener:p1:1:bo')).toEqual({ Bo: 1 });
  });

  test('the pair hears in its own conversation, and the channel in the channel', async () => {
    const room = await aRoom();
    await room.write(['Chidi', 'Dolores'], { key: 'pair:p1' });
    await room.write('channel', { key: 'announcement:r1' });
    await room.forward(60);
    expect(room.seen('pair:p1')).toEqual({ 'Chidi+Dolores': 1 });
    expect(room.seen('announcement:r1')).toEqual({ '#leaders': 1 });
  });

  test('signs that Slack acts on are text in the notification', async () => {
    const room = await aRoom();
    await room.write('Edo', { key: 'k', body: { text: '<!channel> said R&D to <@U0AMINA>', blocks: [] } });
    await room.forward(60);
    const [dm] = [...room.slack.world.conversations.values()].filter(({ kind }) => kind === 'dm');
    expect(dm?.messages[0]?.text).toBe('&lt;!channel&gt; said R&amp;D to <@U0AMINA>');
  });
});

describe('later', () => {
  test('told to wait, everything waits exactly so long, and then goes', async () => {
    const room = await aRoom();
    room.fails('chat.postMessage', { kind: 'ratelimited', retryAfter: 30 });
    await room.write('Amina');
    await room.write('Bo');
    await room.forward(120);
    const posts = room.calls.filter(({ method }) => method === 'chat.postMessage').map(({ at }) => at);
    expect(posts).toHaveLength(3);
    expect((posts[1] ?? 0) - (posts[0] ?? 0)).toBe(30_000);
    expect(room.seen('letter:')).toEqual({ Amina: 1, Bo: 1 });
  });

  test('a 429 that does not say for how long waits half a minute', async () => {
    const room = await aRoom();
    room.fails('chat.postMessage', { kind: 'status', status: 429, posted: false });
    await room.write('Amina');
    await room.forward(120);
    const posts = room.calls.filter(({ method }) => method === 'chat.postMessage').map(({ at }) => at);
    expect((posts[1] ?? 0) - (posts[0] ?? 0)).toBe(30_000);
    expect(room.seen('letter:Amina')).toEqual({ Amina: 1 });
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'])(
    'where Slack cannot be reached (%s) nothing has left, and it is tried again',
    async (code) => {
      let down = true;
      const room = await aRoom({
        between: (fetch) => async (input, init) => {
          if (down && String(input).endsWith('chat.postMessage'))
            throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
          return fetch(input, init);
        },
      });
      await room.write('Amina');
      await room.forward(100);
      expect(await room.row('letter:Amina')).toMatchObject({ state: 'pending', reason: code });
      down = false;
      await room.forward(100);
      expect(room.seen('letter:Amina')).toEqual({ Amina: 1 });
      expect(room.calls.filter(({ method }) => method === 'conversations.history')).toEqual([]);
    },
  );

  test('a letter is not sent before its time', async () => {
    const room = await aRoom();
    await room.write('Amina', { notBefore: room.tools.now().add({ hours: 2 }) });
    await room.forward(7_199);
    expect(room.seen('letter:Amina')).toEqual({});
    await room.forward(2);
    expect(room.seen('letter:Amina')).toEqual({ Amina: 1 });
  });
});

describe('refused for good', () => {
  test('is told to the operator by a mark: the key, which names a person, stands in no line', async () => {
    const room = await aRoom();
    await room.write('Amina', { key: 'match:r1:U0AMINA' });
    room.fails('chat.postMessage', refused('is_archived'));
    await room.forward(60);
    const line = room.logged.find((each) => each.startsWith('A message was refused for good'));
    expect(line).toContain(room.tools.vault.mark('match:r1:U0AMINA'));
    expect(room.logged.join('\n')).not.toContain('U0AMINA');
  });

  test.each([
    'not_in_channel',
    'is_archived',
    'user_disabled',
    'messages_tab_disabled',
    'restricted_action',
    'restricted_action_read_only_channel',
    'msg_too_long',
    'invalid_blocks',
    'invalid_metadata_format',
    'metadata_too_large',
    'cannot_dm_bot',
  ])('%s: it is never sent again, and whom it concerns is told', async (code) => {
    const room = await aRoom();
    room.fails('chat.postMessage', refused(code), 5);
    await room.write('Amina');
    await room.forward(3_600);
    expect(await room.row('letter:Amina')).toMatchObject({ state: 'dead', reason: code, attempt: 1, body_sealed: null });
    expect(room.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    const told = await room.tools.db.selectFrom('inbox').selectAll().where('kind', '=', 'undelivered').execute();
    expect(told.map(({ fields }) => JSON.parse(fields))).toEqual([
      expect.objectContaining({ key: 'letter:Amina', letter: 'match', state: 'dead', reason: code, to: 'person', user: 'U0AMINA' }),
    ]);
  });

  test('someone who has left cannot be opened a conversation with, and nothing is posted', async () => {
    const room = await aRoom();
    room.fails('conversations.open', refused('user_disabled'));
    await room.write('Bo');
    await room.forward(600);
    expect(await room.row('letter:Bo')).toMatchObject({ state: 'dead', reason: 'user_disabled', attempt: 0 });
    expect(room.calls.map(({ method }) => method)).toEqual(['conversations.open']);
  });
});

describe('the whole workspace', () => {
  test.each(['token_revoked', 'account_inactive', 'invalid_auth', 'missing_scope', 'org_login_required', 'unknown_method'])(
    '%s: everything waits, nothing is lost, the operator reads why',
    async (code) => {
      const room = await aRoom();
      room.fails('chat.postMessage', refused(code));
      await room.write('Amina');
      await room.write('Bo');
      await room.forward(600);
      expect(room.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
      expect(room.logged.filter((line) => line.includes('takes no messages') && line.includes(code))).toHaveLength(1);
      await room.forward(600);
      expect(room.seen('letter:')).toEqual({ Amina: 1, Bo: 1 });
    },
  );
});

describe('unclear', () => {
  test.each([
    ['the connection broke after the request', { kind: 'lost' as const, posted: true }],
    ['the connection broke before Slack read it', { kind: 'lost' as const, posted: false }],
    ['Slack answered 500 and had posted it', { kind: 'status' as const, status: 500, posted: true }],
    ['Slack answered 503 and had not', { kind: 'status' as const, status: 503, posted: false }],
    ['the answer could not be read', { kind: 'garbage' as const, posted: true }],
    ['internal_error, posted', { kind: 'error' as const, code: 'internal_error', posted: true }],
    ['fatal_error, not posted', { kind: 'error' as const, code: 'fatal_error', posted: false }],
    ['an error nobody knows, posted', { kind: 'error' as const, code: 'something_new', posted: true }],
    ['an error nobody knows, not posted', { kind: 'error' as const, code: 'something_new', posted: false }],
    ['it arrived half a minute after we gave up', { kind: 'late' as const, ms: 30_000 }],
  ])('%s: it is looked for, and seen once in the end', async (_, fault) => {
    const room = await aRoom();
    room.fails('chat.postMessage', fault);
    await room.write('Amina');
    await room.forward(119);
    expect(await room.row('letter:Amina')).toMatchObject({ state: 'unclear' });
    expect(room.calls.filter(({ method }) => method === 'conversations.history')).toEqual([]);
    await room.forward(600);
    expect(await room.row('letter:Amina')).toMatchObject({ state: 'sent', body_sealed: null });
    expect(room.seen('letter:Amina')).toEqual({ Amina: 1 });
  });

  test('what is not there at the first look is looked for again half a minute later before it is sent again', async () => {
    const room = await aRoom();
    room.fails('chat.postMessage', { kind: 'lost', posted: false });
    await room.write('Amina');
    await room.forward(600);
    const looks = room.calls.filter(({ method }) => method === 'conversations.history').map(({ at }) => at);
    const posts = room.calls.filter(({ method }) => method === 'chat.postMessage').map(({ at }) => at);
    expect(looks).toHaveLength(2);
    expect((looks[0] ?? 0) - (posts[0] ?? 0)).toBeGreaterThanOrEqual(120_000);
    expect((looks[1] ?? 0) - (looks[0] ?? 0)).toBeGreaterThanOrEqual(30_000);
    expect(posts[1]).toBeGreaterThanOrEqual(looks[1] ?? Number.POSITIVE_INFINITY);
  });

  test.each([
    ['of Slack', (answer: object) => answer],
    ['of a Slack-like server that gives no cursors', (answer: object) => ({ ...answer, response_metadata: {} })],
  ])('it is found behind many later messages %s', async (_, told) => {
    const room = await aRoom({
      between: (fetch) => async (input, init) => {
        const answer = await fetch(input, init);
        return String(input).endsWith('conversations.history') ? Response.json(told((await answer.json()) as object)) : answer;
      },
    });
    await room.write('Amina', { key: 'before' });
    await room.forward(10);
    room.fails('chat.postMessage', { kind: 'lost', posted: true });
    await room.write('Amina');
    await room.forward(2);
    const { channel } = await room.row('letter:Amina');
    const dm = room.slack.world.conversations.get(channel ?? '');
    const last = Number(dm?.messages.at(-1)?.ts);
    for (let each = 1; each <= 40; each += 1) {
      dm?.messages.push({ ts: (last + each).toFixed(6), user: 'U0AMINA', text: 'More', blocks: [] });
    }
    await room.forward(600);
    expect(room.seen('letter:Amina')).toEqual({ Amina: 1 });
    expect(await room.row('letter:Amina')).toMatchObject({ state: 'sent', attempt: 1 });
  });

  test('where history may not be read it is never sent again blindly: after a day the operator decides', async () => {
    const room = await aRoom();
    room.fails('chat.postMessage', { kind: 'lost', posted: true });
    room.fails('conversations.history', refused('missing_scope'), 10_000);
    await room.write('Amina');
    await room.forward(10);
    await room.write('Bo');
    await room.forward(3_600);
    expect((await room.row('letter:Amina')).state).toBe('unclear');
    expect((await room.row('letter:Bo')).state).toBe('sent');
    await room.forward(24 * 3_600);
    expect(await room.row('letter:Amina')).toMatchObject({ state: 'operator', attempt: 1 });
    expect(room.seen('letter:Amina')).toEqual({ Amina: 1 });
  });

  test("a pair's message is not repeated there: each of them hears it alone", async () => {
    const room = await aRoom();
    room.fails('chat.postMessage', { kind: 'lost', posted: false });
    await room.write(['Amina', 'Bo'], { key: 'pair:p1' });
    await room.forward(600);
    expect(room.seen('pair:p1')).toEqual({ Amina: 1, Bo: 1 });
    expect(await room.row('pair:p1')).toMatchObject({ state: 'skipped', reason: 'told-each:unclear' });
    const groups = room.calls.filter(({ method, channel }) => method === 'conversations.history' && channel.startsWith('G'));
    expect(groups).toEqual([]);
  });

  test('an announcement waits for the organiser where the channel may not be read', async () => {
    const room = await aRoom();
    room.fails('chat.postMessage', { kind: 'lost', posted: true });
    await room.write('channel', { key: 'announcement:r1' });
    await room.forward(48 * 3_600);
    const row = await room.row('announcement:r1');
    expect(row).toMatchObject({ state: 'organiser', attempt: 1 });
    expect(row.body_sealed).not.toBeNull();
    const told = await room.tools.db.selectFrom('inbox').select('fields').where('kind', '=', 'undelivered').execute();
    expect(told.map(({ fields }) => JSON.parse(fields))).toEqual([expect.objectContaining({ state: 'organiser', channel: 'C0LEADERS' })]);
  });
});
