import { describe, expect, test } from '@jest/globals';
import { loadContent } from '../../src/platform/content/load.ts';
import { checkBlocks, tooLongTogether } from '../../src/sandbox/check/blocks.ts';
import { checkView } from '../../src/sandbox/check/views.ts';
import { rooms } from '../../src/sandbox/gallery/samples.ts';
import { changePerson, deactivate } from '../../src/sandbox/happen.ts';
import { appToken, botToken } from '../../src/sandbox/installed.ts';
import { leaveChannel } from '../../src/sandbox/membership.ts';
import { callApi, methods } from '../../src/sandbox/web-api.ts';
import { type Office, openOffice } from './small-office.ts';

type Reply = Record<string, unknown> & { ok: boolean; error?: string; retryAfter?: string };

/** The answer to one call, as the app reads it. */
function ask(office: Office, method: string, args: Record<string, unknown> = {}, token = botToken): Reply {
  const answer = callApi(office.slack, { method, token, args });
  if ('lost' in answer) return { ok: false, error: 'lost' };
  const retryAfter = answer.headers['retry-after'];
  return { ...JSON.parse(answer.body), ...(retryAfter === undefined ? {} : { retryAfter }) };
}

const textOf = (length: number) => 'x'.repeat(length);
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: textOf(length) });
const plain = (length: number) => ({ type: 'plain_text', text: textOf(length) });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain(5), ...more });
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain(5), element, ...more });
const modal = (more: object = {}) => ({ type: 'modal', title: plain(5), blocks: [{ type: 'divider' }], ...more });

describe('who may call', () => {
  test('tokens: none, unknown, revoked, of the wrong kind', async () => {
    const office = await openOffice();
    expect(ask(office, 'auth.test', {}, '')).toMatchObject({ error: 'not_authed' });
    expect(ask(office, 'auth.test', {}, 'xoxb-other')).toMatchObject({ error: 'invalid_auth' });
    expect(ask(office, 'apps.connections.open', {}, botToken)).toMatchObject({ error: 'not_allowed_token_type' });
    expect(ask(office, 'chat.postMessage', {}, appToken)).toMatchObject({ error: 'not_allowed_token_type' });
    for (const token of office.slack.world.tokens.values()) token.revoked = true;
    expect(ask(office, 'auth.test')).toMatchObject({ error: 'token_revoked' });
  });

  test('a scope that was not granted is named, with those that were', async () => {
    const office = await openOffice({ scopes: ['chat:write', 'im:write'] });
    expect(ask(office, 'users.info', { user: 'U000000BO' })).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'chat:write,im:write',
    });
    expect(ask(office, 'conversations.members', { channel: 'C0LEADERS' })).toMatchObject({ needed: 'channels:read' });
    expect(ask(office, 'conversations.open', { users: 'U000AMINA,U000000BO' })).toMatchObject({ needed: 'mpim:write' });
    const { channel } = ask(office, 'conversations.open', { users: 'U000000BO' }) as unknown as { channel: { id: string } };
    expect(ask(office, 'conversations.history', { channel: channel.id })).toMatchObject({ needed: 'im:history' });
  });

  test('what the sandbox does not know is unknown', async () => {
    expect(ask(await openOffice(), 'chat.scheduleMessage')).toMatchObject({ error: 'unknown_method' });
    expect(Object.keys(methods).length).toBeGreaterThan(35);
  });

  test('an address is told only to an app that may read addresses', async () => {
    const office = await openOffice({ scopes: ['users:read'] });
    expect(ask(office, 'users.info', { user: 'U000000BO' })).not.toHaveProperty('user.profile.email');
    expect(ask(await openOffice(), 'users.info', { user: 'U000000BO' })).toHaveProperty('user.profile.email', 'bo@example.org');
  });
});

describe('where the app may write', () => {
  test('not where it is no member, not in an archive, not to nobody', async () => {
    const office = await openOffice();
    const other = [...office.slack.world.conversations.values()].find(({ name }) => name === 'else')?.id;
    const post = (channel: unknown) => ask(office, 'chat.postMessage', { channel, text: 'Hello' });
    expect(post(other)).toMatchObject({ error: 'not_in_channel' });
    expect(post('C0NOWHERE')).toMatchObject({ error: 'channel_not_found' });
    expect(post('C0LEADERS')).toMatchObject({ ok: true });
    expect(post('#leaders')).toMatchObject({ ok: true, channel: 'C0LEADERS' });
    const leaders = office.slack.world.conversations.get('C0LEADERS');
    if (leaders) leaders.archived = true;
    expect(post('C0LEADERS')).toMatchObject({ error: 'is_archived' });
  });

  test('a private channel the app is not in does not exist for it', async () => {
    const office = await openOffice();
    const leaders = office.slack.world.conversations.get('C0LEADERS');
    if (!leaders) throw new Error('no channel');
    leaders.kind = 'private';
    leaveChannel(office.slack, leaders, office.slack.world.app.botUser);
    expect(ask(office, 'conversations.info', { channel: 'C0LEADERS' })).toMatchObject({ error: 'channel_not_found' });
    expect(ask(office, 'chat.postMessage', { channel: 'C0LEADERS', text: 'x' })).toMatchObject({ error: 'channel_not_found' });
  });

  test('the same people are the same conversation; people who are gone cannot be reached', async () => {
    const office = await openOffice();
    const open = (users: string) => ask(office, 'conversations.open', { users });
    const first = open('U000AMINA,U000000BO');
    expect(open('U000000BO,U000AMINA')).toMatchObject({ channel: first.channel, no_op: true, already_open: true });
    expect(first).not.toHaveProperty('no_op');
    expect(open('')).toMatchObject({ error: 'not_enough_users' });
    expect(open('U1,U2,U3,U4,U5,U6,U7,U8,U9')).toMatchObject({ error: 'too_many_users' });
    expect(open('U0NOBODY')).toMatchObject({ error: 'user_not_found' });
    const dm = open('U000000BO') as unknown as { channel: { id: string } };
    const bo = office.slack.world.people.get('U000000BO');
    if (bo) deactivate(office.slack, bo);
    expect(open('U000000BO')).toMatchObject({ error: 'user_disabled' });
    expect(ask(office, 'chat.postMessage', { channel: dm.channel.id, text: 'x' })).toMatchObject({ ok: true });
    expect(ask(office, 'views.publish', { user_id: 'U000000BO', view: { type: 'home', blocks: [] } })).toMatchObject({
      error: 'user_disabled',
    });
  });

  test('not into a Messages tab that is off', async () => {
    const office = await openOffice({ messagesTab: false });
    expect(ask(office, 'chat.postMessage', { channel: 'U000000BO', text: 'x' })).toMatchObject({ error: 'messages_tab_disabled' });
  });

  test('only its own messages are changed or taken back', async () => {
    const office = await openOffice();
    const ts = await office.as('bo').says('Hello', 'leaders');
    expect(ask(office, 'chat.update', { channel: 'C0LEADERS', ts, text: 'x' })).toMatchObject({ error: 'cant_update_message' });
    expect(ask(office, 'chat.delete', { channel: 'C0LEADERS', ts })).toMatchObject({ error: 'cant_delete_message' });
    expect(ask(office, 'chat.update', { channel: 'C0LEADERS', ts: '1.000001', text: 'x' })).toMatchObject({ error: 'message_not_found' });
    const mine = ask(office, 'chat.postMessage', { channel: 'C0LEADERS', text: 'x' });
    expect(ask(office, 'chat.update', { channel: 'C0LEADERS', ts: mine.ts, text: textOf(4001) })).toMatchObject({ error: 'msg_too_long' });
  });
});

describe('what may be said', () => {
  const faultsOf = (...blocks: object[]) => checkBlocks(blocks, 'message');

  test.each([
    ['a section of 3000 letters', [{ type: 'section', text: mrkdwn(3000) }], []],
    [
      'a section of 3001',
      [{ type: 'section', text: mrkdwn(3001) }],
      ['must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
    ],
    ['an empty text', [{ type: 'section', text: mrkdwn(0) }], ['must be more than 0 characters [json-pointer:/blocks/0/text/text]']],
    ['a header of 151', [{ type: 'header', text: plain(151) }], ['must be less than 151 characters [json-pointer:/blocks/0/text/text]']],
    ['a header with formatting', [{ type: 'header', text: mrkdwn(5) }], ['unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]']],
    ['a section with nothing', [{ type: 'section' }], ['must define either `text` or `fields` [json-pointer:/blocks/0]']],
    ['an unknown block', [{ type: 'poem' }], ['unsupported type: poem [json-pointer:/blocks/0/type]']],
    [
      'emoji in mrkdwn',
      [{ type: 'section', text: { ...mrkdwn(5), emoji: true } }],
      ['invalid additional property: emoji [json-pointer:/blocks/0/text]'],
    ],
    [
      '26 buttons',
      [{ type: 'actions', elements: Array.from({ length: 26 }, (_, n) => button({ action_id: `a${n}` })) }],
      ['no more than 25 items allowed [json-pointer:/blocks/0/elements]'],
    ],
    [
      'a label of 76',
      [{ type: 'actions', elements: [button({ text: plain(76) })] }],
      ['must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]'],
    ],
    [
      'a text field outside of an input',
      [{ type: 'actions', elements: [{ type: 'plain_text_input' }] }],
      ['unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]'],
    ],
    [
      'a picture without words',
      [{ type: 'image', image_url: 'https://example.org/a.png' }],
      ['missing required field: alt_text [json-pointer:/blocks/0]'],
    ],
    [
      'the same action twice',
      [{ type: 'actions', elements: [button(), button()] }],
      ['`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]'],
    ],
  ])('%s', (_, blocks, faults) => {
    expect(faultsOf(...(blocks as object[]))).toEqual(faults);
  });

  test('block ids are used once, and there are 50 blocks at most', () => {
    expect(faultsOf({ type: 'divider', block_id: 'x' }, { type: 'divider', block_id: 'x' })).toEqual([
      '`block_id` "x" already exists [json-pointer:/blocks/1/block_id]',
    ]);
    expect(faultsOf(...Array.from({ length: 51 }, () => ({ type: 'divider' })))).toEqual([
      'no more than 50 items allowed [json-pointer:/blocks]',
    ]);
    expect(
      checkBlocks(
        Array.from({ length: 100 }, () => ({ type: 'divider' })),
        'home',
      ),
    ).toEqual([]);
  });

  test('a preset must be one of the options, and menus have at most 100', () => {
    const option = (n: number) => ({ text: plain(n), value: String(n) });
    const select = (more: object) => input({ type: 'static_select', options: [option(1), option(2)], ...more });
    expect(checkBlocks([select({ initial_option: option(2) })], 'modal')).toEqual([]);
    expect(checkBlocks([select({ initial_option: option(3) })], 'modal')).toEqual([
      'initial option must be one of the options [json-pointer:/blocks/0/element]',
    ]);
    const many = Array.from({ length: 101 }, (_, n) => option(n + 1));
    expect(checkBlocks([input({ type: 'static_select', options: many })], 'modal')).toContain(
      'no more than 100 items allowed [json-pointer:/blocks/0/element/options]',
    );
  });

  test('a refusal is told in Slack’s form; so are text that is missing and blocks that are no blocks', async () => {
    const office = await openOffice();
    const post = (args: object) => ask(office, 'chat.postMessage', { channel: 'C0LEADERS', ...args });
    const words = 'unsupported type: poem [json-pointer:/blocks/0/type]';
    expect(post({ blocks: JSON.stringify([{ type: 'poem' }]) })).toMatchObject({
      error: 'invalid_blocks',
      errors: [words],
      response_metadata: { messages: [`[ERROR] ${words}`] },
    });
    expect(post({ blocks: 'no json' })).toMatchObject({ error: 'invalid_blocks_format' });
    expect(post({})).toMatchObject({ error: 'no_text' });
    expect(post({ text: 'x', metadata: '{"event_type":"a"}' })).toMatchObject({ error: 'invalid_metadata_format' });
    await office.pass(10_000);
    expect(post({ text: 'x', metadata: { event_type: 'a', event_payload: { k: textOf(9000) } } })).toMatchObject({
      error: 'metadata_too_large',
    });
    expect(post({ text: textOf(50_000) })).toMatchObject({ ok: true, message: { text: textOf(40_000) } });
  });

  test('modals have short titles, a button where there are inputs, and keep notes of 3000 letters', () => {
    expect(checkView(modal(), 'modal')).toEqual([]);
    expect(checkView(modal({ title: plain(25) }), 'modal')).toEqual(['must be less than 25 characters [json-pointer:/view/title/text]']);
    expect(checkView(modal({ title: undefined }), 'modal')).toEqual(['missing required field: title [json-pointer:/view]']);
    expect(checkView(modal({ private_metadata: textOf(3001) }), 'modal')).toHaveLength(1);
    expect(checkView(modal({ blocks: [input({ type: 'plain_text_input' })] }), 'modal')).toEqual([
      'missing required field: submit [json-pointer:/view]',
    ]);
    expect(checkView({ type: 'home', blocks: [], submit: plain(4) }, 'home')).toEqual([
      'invalid additional property: submit [json-pointer:/view]',
    ]);
    expect(checkView(modal(), 'home')).toEqual(['unsupported type: modal [json-pointer:/view/type]']);
    const focused = (block_id: string) => input({ type: 'plain_text_input', focus_on_load: true }, { block_id });
    expect(checkView(modal({ submit: plain(4), blocks: [focused('a'), focused('b')] }), 'modal')).toHaveLength(1);
  });
});

describe('how often', () => {
  test('one message a second in a channel after a short burst, and the wait is told', async () => {
    const office = await openOffice();
    const post = () => ask(office, 'chat.postMessage', { channel: 'C0LEADERS', text: 'x' });
    const replies = Array.from({ length: 6 }, post);
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true, true, false, false]);
    expect(replies.at(-1)).toMatchObject({ error: 'ratelimited', retryAfter: '1' });
    for (let second = 0; second < 20; second += 1) {
      await office.pass(1_000);
      expect(post()).toMatchObject({ ok: true });
    }
  });

  test('other methods by their tier, each for itself', async () => {
    const office = await openOffice();
    const calls = (method: string, count: number) =>
      Array.from({ length: count }, () => ask(office, method, { user: 'U000000BO' })).filter(({ ok }) => ok).length;
    expect(calls('users.info', 120)).toBe(100);
    expect(calls('users.list', 30)).toBe(20);
    expect(ask(office, 'users.list')).toMatchObject({ retryAfter: '3' });
    await office.pass(60_000);
    expect(calls('users.list', 30)).toBe(20);
  });
});

describe('what is read back', () => {
  test('history comes newest first, in pages, with metadata only for those who ask', async () => {
    const office = await openOffice();
    const { channel } = ask(office, 'conversations.open', { users: 'U000000BO' }) as unknown as { channel: { id: string } };
    for (const text of ['one', 'two', 'three']) {
      ask(office, 'chat.postMessage', { channel: channel.id, text, metadata: { event_type: 'note', event_payload: { k: text } } });
      await office.pass(1_000);
    }
    const history = (args: object) =>
      ask(office, 'conversations.history', { channel: channel.id, ...args }) as unknown as {
        messages: { text: string; ts: string; metadata?: object }[];
        has_more: boolean;
        response_metadata?: { next_cursor: string };
      };
    const first = history({ limit: 2, include_all_metadata: true });
    expect(first).toMatchObject({
      has_more: true,
      messages: [{ text: 'three', metadata: { event_payload: { k: 'three' } } }, { text: 'two' }],
    });
    expect(history({ limit: 2, cursor: first.response_metadata?.next_cursor })).toMatchObject({
      has_more: false,
      messages: [{ text: 'one' }],
    });
    expect(history({}).messages[0]).not.toHaveProperty('metadata');
    const [, two] = first.messages;
    expect(history({ oldest: two?.ts }).messages.map(({ text }) => text)).toEqual(['three']);
    expect(history({ oldest: two?.ts, inclusive: true }).messages.map(({ text }) => text)).toEqual(['three', 'two']);
    expect(history({ latest: two?.ts }).messages.map(({ text }) => text)).toEqual(['one']);
    office.slack.faults.readLag = 2_000;
    expect(history({}).messages.map(({ text }) => text)).toEqual(['two', 'one']);
    expect(history({ cursor: 'nonsense' })).toMatchObject({ error: 'invalid_cursor' });
  });

  test('people and members come in pages; guests and people from elsewhere are marked', async () => {
    const office = await openOffice();
    const page = ask(office, 'users.list', { limit: 3 }) as unknown as {
      members: { id: string }[];
      response_metadata: { next_cursor: string };
    };
    expect(page.members).toHaveLength(3);
    const rest = ask(office, 'users.list', { limit: 3, cursor: page.response_metadata.next_cursor }) as unknown as typeof page;
    expect(rest.members.map(({ id }) => id)).toEqual(['U000CHIDI']);
    expect(rest.response_metadata.next_cursor).toBe('');
    expect(rest.members[0]).toMatchObject({ is_restricted: true });
    const chidi = office.slack.world.people.get('U000CHIDI');
    if (chidi) changePerson(office.slack, chidi, { kind: 'external' });
    expect(ask(office, 'users.info', { user: 'U000CHIDI' })).toMatchObject({ user: { is_stranger: true, team_id: 'T0ELSEWHERE' } });
  });
});

test('the longest messages the bot can send are together what Slack takes of blocks', () => {
  const content = loadContent();
  const drawn = rooms.flatMap(({ samples }) => samples.map(({ id, draw }) => ({ id, ...draw(content, 'longest') })));
  const messages = drawn.filter(({ surface, blocks }) => surface === 'message' && blocks);
  expect(messages.length).toBeGreaterThan(50);
  expect(messages.filter(({ blocks = [] }) => tooLongTogether(blocks)).map(({ id }) => id)).toEqual([]);
});
