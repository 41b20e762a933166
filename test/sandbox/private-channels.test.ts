// A private channel that the app makes for a while: who sees it, who comes and goes, what the app hears of it, and what it may do with which right.
import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '../../src/sandbox/control/sights.ts';
import { appSettings, botToken } from '../../src/sandbox/installed.ts';
import { callApi } from '../../src/sandbox/web-api.ts';
import { type Office, openOffice } from './small-office.ts';

let office: Office;
let heard: string[];
let forum: string;

const settings = appSettings();

beforeEach(async () => {
  office = await openOffice({ scopes: [...settings.scopes, 'chat:write'], events: [...settings.events, 'member_joined_channel'] });
  heard = [];
  office.app.event(/.*/ as never, async ({ event }) => {
    const { type, user = '', channel_type: kind = '' } = event as { type: string; user?: string; channel_type?: string };
    heard.push([type, user, kind].filter((word) => word !== '').join(' '));
  });
  forum = (ask('conversations.create', { name: 'forum-2027-01-12-a1b2', is_private: true }).channel as { id: string }).id;
});

function ask(method: string, args: Record<string, unknown> = {}): Record<string, unknown> {
  const answer = callApi(office.slack, { method, token: botToken, args });
  return 'lost' in answer ? {} : JSON.parse(answer.body);
}

type Seen = { name: string; kind: string; archived: boolean };
const sees = (name: string) =>
  (screen(office.slack, name).conversations as Seen[]).filter(({ kind }) => kind === 'private').map(({ name: called }) => called);

test('it is seen by those who are in it, from when they come until they are taken out', async () => {
  expect([sees('amina'), sees('bo')]).toEqual([[], []]);
  ask('conversations.invite', { channel: forum, users: 'U000AMINA,U000000BO' });
  expect([sees('amina'), sees('bo'), sees('chidi')]).toEqual([['forum-2027-01-12-a1b2'], ['forum-2027-01-12-a1b2'], []]);
  ask('chat.postMessage', { channel: forum, text: 'Welcome.' });
  expect(office.as('bo').readsLast('#forum-2027-01-12-a1b2')).toBe('Welcome.');
  ask('conversations.kick', { channel: forum, user: 'U000000BO' });
  expect([sees('amina'), sees('bo')]).toEqual([['forum-2027-01-12-a1b2'], []]);
  expect(() => office.as('bo').reads('#forum-2027-01-12-a1b2')).toThrow();
  await office.pass(0);
  expect(heard).toEqual(['member_joined_channel U000AMINA G', 'member_joined_channel U000000BO G', 'member_left_channel U000000BO G']);
});

test('archived it stays to be read, takes nothing new, and the app is told of it', async () => {
  ask('conversations.invite', { channel: forum, users: 'U000AMINA' });
  const { ts } = ask('chat.postMessage', { channel: forum, text: 'Welcome.' });
  expect(ask('conversations.archive', { channel: forum })).toEqual({ ok: true });
  const there = (screen(office.slack, 'amina').conversations as Seen[]).find(({ kind }) => kind === 'private');
  expect(there).toMatchObject({ archived: true });
  for (const [method, args] of [
    ['chat.postMessage', { text: 'More.' }],
    ['chat.delete', { ts }],
    ['conversations.invite', { users: 'U000000BO' }],
    ['conversations.kick', { user: 'U000AMINA' }],
  ] as const)
    expect([method, ask(method, { channel: forum, ...args }).error]).toEqual([method, 'is_archived']);
  expect(ask('conversations.archive', { channel: forum })).toMatchObject({ error: 'already_archived' });
  await office.pass(0);
  const told = office.slack.calls.entries.filter((entry) => entry.what === 'event' && entry.type === 'group_archive');
  expect(told).toHaveLength(1);
});

test('it is found among the app’s own by its kind, and not while archived where that is asked', () => {
  const found = (args: Record<string, unknown>) => (ask('users.conversations', args).channels as { id: string }[]).map(({ id }) => id);
  expect(found({ types: 'private_channel' })).toEqual([forum]);
  expect(found({ types: 'public_channel,private_channel' })).toEqual(['C0LEADERS', forum]);
  expect(found({})).toEqual(['C0LEADERS']);
  expect(ask('users.conversations', { types: 'mpim' })).toMatchObject({ error: 'missing_scope', needed: 'mpim:read' });
  ask('conversations.archive', { channel: forum });
  expect(found({ types: 'private_channel', exclude_archived: true })).toEqual([]);
  expect(found({ types: 'private_channel' })).toEqual([forum]);
});

test('whom the app cannot take out it is told by name', () => {
  const kicked = (user: string, channel = forum) => ask('conversations.kick', { channel, user }).error;
  expect(kicked(settings.botUser)).toBe('cant_kick_self');
  expect(kicked('U0NOBODY')).toBe('user_not_found');
  expect(kicked('U000000BO')).toBe('not_in_channel');
  expect(kicked('U000000BO', 'C0NOWHERE')).toBe('channel_not_found');
  const { channel } = ask('conversations.open', { users: 'U000AMINA,U000000BO' }) as { channel: { id: string } };
  expect(kicked('U000000BO', channel.id)).toBe('method_not_supported_for_channel_type');
});

test('the right to write in private channels is not one to manage public ones, and without it there is none', () => {
  expect(ask('conversations.create', { name: 'public' })).toMatchObject({ error: 'missing_scope', needed: 'channels:manage' });
  expect(ask('conversations.kick', { channel: 'C0LEADERS', user: 'U000000BO' })).toMatchObject({ needed: 'channels:manage' });
  office.slack.world.app.scopes = office.slack.world.app.scopes.filter((scope) => scope !== 'groups:write');
  expect(ask('conversations.create', { name: 'private', is_private: true })).toMatchObject({ needed: 'groups:write' });
  expect(ask('conversations.invite', { channel: forum, users: 'U000000BO' })).toMatchObject({ needed: 'groups:write' });
});

test('as many files come in one message as Slack takes, and no more', () => {
  const upload = () => {
    const { file_id: id } = ask('files.getUploadURLExternal', { filename: 'slide.png', length: 3 }) as { file_id: string };
    Object.assign(office.slack.world.files.get(id) ?? {}, { bytes: Buffer.from('png') });
    return { id, title: 'Slide' };
  };
  const share = (count: number) =>
    ask('files.completeUploadExternal', { files: Array.from({ length: count }, upload), channel_id: forum, initial_comment: 'The pack.' });
  expect(share(14)).toMatchObject({ ok: true, files: expect.any(Array) });
  expect(office.slack.world.conversations.get(forum)?.messages.at(-1)).toMatchObject({ text: 'The pack.', files: expect.any(Array) });
  expect(share(15)).toMatchObject({ ok: false, error: 'internal_error' });
});
