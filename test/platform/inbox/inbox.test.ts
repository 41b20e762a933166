// Events: on disk before Slack is told, once however often they come, in order whatever order they come in, and tried again when they fail.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Event } from '../../../src/platform/inbox/kinds.ts';
import { type Handler, type Inbox, openInbox } from '../../../src/platform/inbox/process.ts';
import { openPostRoom, type PostRoom } from '../outbox/post-room.ts';

let room: PostRoom;
let seen: Event[];
beforeEach(async () => {
  room = await openPostRoom();
  seen = [];
});
afterEach(() => room.close());

const collect: Handler = async (_, event) => void seen.push(event);
const kinds = ['reply', 'reply_changed', 'reply_deleted', 'person_changed', 'left_channel', 'channel_changed', 'disconnected'];
const all = Object.fromEntries(kinds.map((kind) => [kind, [collect]]));
const open = (handlers: Record<string, readonly Handler[]> = all): Inbox => openInbox(room.tools, handlers, () => {});

const seconds = () => Math.floor(room.now() / 1000);
const ts = (n: number) => `${seconds()}.${String(n).padStart(6, '0')}`;
const said = (n: number, more: object = {}) => ({
  type: 'message',
  channel_type: 'im',
  channel: 'D0AMINA',
  user: 'U0AMINA',
  text: `Words ${n}`,
  ts: ts(n),
  ...more,
});
const changed = (n: number, text: string, edited = n) => ({
  ...{ type: 'message', subtype: 'message_changed', channel_type: 'im', channel: 'D0AMINA', event_ts: ts(900 + edited) },
  message: { user: 'U0AMINA', ts: ts(n), text, edited: { user: 'U0AMINA', ts: ts(900 + edited) } },
  previous_message: { user: 'U0AMINA', ts: ts(n), text: `Words ${n}` },
});
const deleted = (n: number) => ({
  ...{ type: 'message', subtype: 'message_deleted', channel_type: 'im', channel: 'D0AMINA', deleted_ts: ts(n), event_ts: ts(990) },
  previous_message: { user: 'U0AMINA', ts: ts(n), text: `Words ${n}` },
});
let ids = 0;
const wrapped = (event: object) => ({
  type: 'event_callback',
  team_id: room.tools.workspace,
  event_id: `Ev${++ids}`,
  event_time: seconds(),
  event,
});
const bring = (inbox: Inbox, event: object) => inbox.receive(wrapped(event));
const rows = () => room.tools.db.selectFrom('inbox').selectAll().orderBy('received_at').execute();
const round = (inbox: Inbox) => inbox.round(room.tools.now());
const told = () =>
  seen.map(({ kind, fields, text }) => [kind, fields.ts ?? fields.user ?? fields.channel ?? '', text ?? ''].join(' ').trim());

describe('what is kept', () => {
  test("Amina's reply is on disk before anyone has handled it, and her words cannot be read there", async () => {
    const inbox = open();
    await bring(inbox, said(1, { text: 'Too quick with Bo &amp; sorry', client_msg_id: 'c1', thread_ts: '1.2' }));
    const [row] = await rows();
    expect(row).toMatchObject({ kind: 'reply', done_at: null });
    expect(JSON.parse(row?.fields ?? '')).toEqual({
      user: 'U0AMINA',
      channel: 'D0AMINA',
      ts: ts(1),
      thread_ts: '1.2',
      client_msg_id: 'c1',
    });
    expect(JSON.stringify(row)).not.toContain('quick');
    await round(inbox);
    expect(seen.map(({ text }) => text)).toEqual(['Too quick with Bo & sorry']);
    expect((await rows())[0]).toMatchObject({ sealed: null, done_at: expect.any(String) });
  });

  test('the other kinds', async () => {
    const inbox = open();
    await room.tools.db
      .insertInto('person')
      .values({
        workspace: room.tools.workspace,
        slack_user: 'U0BO',
        name: 'Bo',
        email: null,
        title: null,
        time_zone: null,
        kind: 'member',
        workspace_admin_at: null,
        dm: null,
        refreshed_at: '2027-01-01T00:00:00.000Z',
      })
      .execute();
    for (const event of [
      { type: 'user_change', user: { id: 'U0BO', updated: 5 } },
      { type: 'team_join', user: { id: 'U0NEW' } },
      { type: 'member_left_channel', user: 'U0BO', channel: 'C0LEADERS' },
      { type: 'member_left_channel', user: room.tools.botUser, channel: 'C0OTHER' },
      { type: 'channel_archive', channel: 'C0LEADERS', user: 'U0BO' },
      { type: 'group_rename', channel: { id: 'G0LEADERS', name: 'new' } },
      { type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } },
    ])
      await bring(inbox, { event_ts: ts(++ids), ...event });
    await round(inbox);
    expect(seen.map(({ kind, fields }) => `${kind} ${Object.values(fields).join(' ')}`.trim()).sort()).toEqual([
      'channel_changed C0LEADERS archived',
      'channel_changed C0OTHER left',
      'channel_changed G0LEADERS renamed',
      'disconnected',
      'left_channel U0BO C0LEADERS',
      'person_changed U0BO',
    ]);
  });

  test.each([
    ['our own message', () => said(1, { user: room.tools.botUser })],
    ["another bot's message", () => said(1, { bot_id: 'B1' })],
    ["Slackbot's message", () => said(1, { user: 'USLACKBOT' })],
    ['a message in a channel', () => said(1, { channel_type: 'channel', channel: 'C0LEADERS' })],
    ["a pair's conversation", () => said(1, { channel_type: 'mpim', channel: 'G0PAIR' })],
    ['a message about a message', () => said(1, { subtype: 'channel_join' })],
    ['a message from another organisation', () => said(1, { user_team: 'T0ELSEWHERE' })],
    ['a preview of a link', () => changed(1, 'Words 1')],
    [
      'a change of our own message',
      () => ({ ...changed(1, 'New'), message: { user: room.tools.botUser, bot_id: 'B1', ts: ts(1), text: 'New' } }),
    ],
    ['a change of somebody unknown', () => ({ type: 'user_change', user: { id: 'U0STRANGER', updated: 1 } })],
    ['a token of a person', () => ({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } })],
    ['something else', () => ({ type: 'reaction_added' })],
    ['something without a form', () => ({ type: 'message' })],
  ])('%s is not', async (_, event) => {
    const inbox = open();
    await bring(inbox, event());
    await inbox.receive({ nonsense: true });
    await inbox.receive(undefined);
    expect(await rows()).toEqual([]);
  });

  test('an event of another workspace is refused, and the operator reads that it was', async () => {
    const inbox = open();
    await inbox.receive({ ...wrapped(said(1)), team_id: 'T0ELSEWHERE' });
    expect(await rows()).toEqual([]);
    expect(room.logged).toEqual([expect.stringContaining('another workspace')]);
  });

  test('Home is drawn at once and leaves nothing behind', async () => {
    const inbox = open({ home_opened: [collect] });
    await bring(inbox, { type: 'app_home_opened', user: 'U0AMINA', tab: 'home', channel: 'D0AMINA' });
    await bring(inbox, { type: 'app_home_opened', user: 'U0BO', tab: 'messages', channel: 'D0BO' });
    await inbox.settled();
    expect(seen).toEqual([{ workspace: room.tools.workspace, kind: 'home_opened', fields: { user: 'U0AMINA', channel: 'D0AMINA' } }]);
    expect(await rows()).toEqual([]);
  });

  test('what cannot be saved is not acknowledged', async () => {
    const inbox = open();
    await room.close();
    await expect(bring(inbox, said(1))).rejects.toThrow();
    room = await openPostRoom();
  });
});

describe('what comes twice', () => {
  test('is one event, with a new event id, later, and after it was handled', async () => {
    const inbox = open();
    for (let copy = 0; copy < 11; copy += 1) await bring(inbox, said(1));
    await round(inbox);
    await bring(inbox, said(1));
    await round(inbox);
    expect(told()).toEqual([`reply ${ts(1)} Words 1`]);
  });

  test('is one event although its time differs, when the client calls it the same', async () => {
    const inbox = open();
    await bring(inbox, said(1, { client_msg_id: 'same' }));
    await bring(inbox, said(2, { client_msg_id: 'same' }));
    await round(inbox);
    expect(told()).toEqual([`reply ${ts(1)} Words 1`]);
  });

  test('two messages with the same words are two', async () => {
    const inbox = open();
    await bring(inbox, said(1, { text: 'Yes' }));
    await bring(inbox, said(2, { text: 'Yes' }));
    await round(inbox);
    expect(seen).toHaveLength(2);
  });
});

describe('what comes out of order', () => {
  test('a change before its message waits for it', async () => {
    const inbox = open();
    await bring(inbox, changed(1, 'Better words'));
    await round(inbox);
    expect(told()).toEqual([]);
    await bring(inbox, said(1));
    await round(inbox);
    expect(told()).toEqual([`reply ${ts(1)} Words 1`, `reply_changed ${ts(1)} Better words`]);
  });

  test('a deletion before its message comes after it', async () => {
    const inbox = open();
    await bring(inbox, deleted(1));
    await bring(inbox, said(1));
    await round(inbox);
    expect(told()).toEqual([`reply ${ts(1)} Words 1`, `reply_deleted ${ts(1)}`]);
  });

  test('an older change after a newer one changes nothing', async () => {
    const inbox = open();
    await bring(inbox, said(1));
    await bring(inbox, changed(1, 'The last words', 8));
    await bring(inbox, changed(1, 'The words before', 4));
    await round(inbox);
    expect(told().at(-1)).toBe(`reply_changed ${ts(1)} The last words`);
    expect(seen).toHaveLength(2);
  });

  test('a deletion whose message never comes is handled in the end', async () => {
    const inbox = open();
    await bring(inbox, deleted(1));
    const next = await round(inbox);
    expect(next?.epochMilliseconds).toBe(room.now() + 600_000);
    room.jump(600);
    await round(inbox);
    expect(seen.map(({ kind }) => kind)).toEqual(['reply_deleted']);
  });

  test('a tombstone is a deletion', async () => {
    const inbox = open();
    await bring(inbox, said(1));
    await bring(inbox, {
      ...changed(1, 'This message was deleted.'),
      message: { subtype: 'tombstone', user: 'USLACKBOT', ts: ts(1), text: 'This message was deleted.' },
    });
    await round(inbox);
    expect(told()).toEqual([`reply ${ts(1)} Words 1`, `reply_deleted ${ts(1)}`]);
  });
});

describe('what fails', () => {
  test('is tried again with growing pauses, holds up its own changes and nothing else', async () => {
    let failing = true;
    const moody: Handler = async (tools, event) => {
      if (failing && event.fields.ts === ts(1)) throw new Error('not now');
      await collect(tools, event);
    };
    const first = ts(1);
    const inbox = open({ reply: [moody], reply_changed: [collect] });
    await bring(inbox, said(1));
    await bring(inbox, changed(1, 'Better words'));
    await bring(inbox, said(2));
    expect((await round(inbox))?.epochMilliseconds).toBe(room.now() + 10_000);
    expect(told()).toEqual([`reply ${ts(2)} Words 2`]);
    failing = false;
    room.jump(10);
    await round(inbox);
    expect(told().slice(1)).toEqual([`reply ${first} Words 1`, `reply_changed ${first} Better words`]);
  });

  test('again and again is put aside for the operator, sealed, and its words stand in no log', async () => {
    const inbox = open({
      reply: [
        async () => {
          throw new Error('Words 1 cannot be stored');
        },
      ],
    });
    await bring(inbox, said(1));
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await round(inbox);
      room.jump(601);
    }
    const [row] = await rows();
    expect(row).toMatchObject({ attempts: 8, failed: 'Error', done_at: null });
    expect(row?.sealed).not.toBeNull();
    expect(room.logged.filter((line) => line.includes('given up'))).toHaveLength(1);
  });

  test('for one handler is repeated for all of them: each must bear that', async () => {
    let failing = true;
    const inbox = open({
      reply: [
        collect,
        async () => {
          if (failing) throw new Error('not now');
        },
      ],
    });
    await bring(inbox, said(1));
    await round(inbox);
    failing = false;
    room.jump(10);
    await round(inbox);
    expect(seen).toHaveLength(2);
    expect((await rows())[0]?.done_at).not.toBeNull();
  });
});

test('what was acknowledged before the process died is handled when it lives again', async () => {
  await bring(open(), said(1));
  await round(open());
  expect(told()).toEqual([`reply ${ts(1)} Words 1`]);
});

test("a reply tells the postman where Amina's conversation is", async () => {
  const inbox = open();
  await bring(inbox, said(1));
  await round(inbox);
  const person = await room.tools.db.selectFrom('person').select('dm').where('slack_user', '=', 'U0AMINA').executeTakeFirst();
  expect(person?.dm).toBe('D0AMINA');
});
