import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { openWith } from '../../src/sandbox/conversations.ts';
import { eventKinds } from '../../src/sandbox/events.ts';
import { addConversation } from '../../src/sandbox/found.ts';
import { archive, changePerson, deleteChannel, holdBack, joinTeam, removeApp, rename, uninstall } from '../../src/sandbox/happen.ts';
import { appToken, botToken } from '../../src/sandbox/installed.ts';
import { joinChannel, leaveChannel } from '../../src/sandbox/membership.ts';
import { actionPayload, commandPayload } from '../../src/sandbox/payloads.ts';
import { putModal } from '../../src/sandbox/views.ts';
import { callApi, methods } from '../../src/sandbox/web-api.ts';
import type { Block, Conversation } from '../../src/sandbox/world.ts';
import { differsFromAnswer, differsFromEvent } from './published.ts';
import { type Office, openOffice } from './small-office.ts';

type Json = unknown;

const fileOf = (path: string) => new URL(`../data/slack-samples/${path}.json`, import.meta.url);
const sample = (path: string): Json => JSON.parse(readFileSync(fileOf(path), 'utf8'));

/** Fields that Slack's documentation shows and the samples leave out. */
const documented = new Set([
  'context_team_id',
  'context_enterprise_id',
  'event.event_ts',
  'event.cache_ts',
  'event.user.profile.status_emoji_display_info',
  'event.user.profile.fields',
  'view.blocks',
  'response_urls',
]);

/** What Slack's samples show, its documentation says or every app meets, and the types of its libraries leave out. */
const beyondTheTypes: readonly RegExp[] = [
  /^(?:TokensRevoked|AppUninstalled|ChannelDeleted)Event\.(?:event_ts|actor_id) is not published$/,
  /^FileShareMessageEvent\.(?:team|client_msg_id) is not published$/,
  /^FileShareMessageEvent\.files\.(?:user_team|timestamp|ims|has_more_shares|file_access) is not published$/,
  // The types say a text; the samples say a number.
  /^FileShareMessageEvent\.files\.comments_count is number, not string$/,
];

const kindOf = (value: Json): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

/** Where what we send is not as Slack's sample: another kind of value, or a field nobody has heard of. */
function differences(ours: Json, theirs: Json, path = ''): string[] {
  if (ours === null || theirs === null) return [];
  if (kindOf(ours) !== kindOf(theirs)) return [`${path} is ${kindOf(ours)}, not ${kindOf(theirs)}`];
  if (Array.isArray(ours) && Array.isArray(theirs))
    return theirs.length === 0 ? [] : ours.flatMap((one) => differences(one, theirs[0], path));
  if (kindOf(ours) !== 'object') return [];
  const sampleFields = theirs as Record<string, Json>;
  // Objects keyed by ids, or emptied in the sample, say nothing about their fields.
  if (Object.keys(sampleFields).length === 0 || /\.(?:fields|shares|values)$/.test(path)) return [];
  return Object.entries(ours as Record<string, Json>).flatMap(([name, value]) => {
    const at = path === '' ? name : `${path}.${name}`;
    if (name in sampleFields) return differences(value, sampleFields[name], at);
    return documented.has(at) ? [] : [`${at} is not in the sample`];
  });
}

async function busyOffice(): Promise<Office & { dm: string; ts: string }> {
  const office = await openOffice({ scopes: allScopes, events: allEvents });
  const { channel } = await office.web.conversations.open({ users: 'U000000BO' });
  const dm = channel?.id ?? '';
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'Hello' } }];
  const metadata = { event_type: 'coaching_outbox', event_payload: { k: 'a' } };
  const posted = await office.web.chat.postMessage({ channel: dm, text: 'Hello', blocks, metadata });
  return { ...office, dm, ts: posted.ts ?? '' };
}

const allScopes = [
  ...['commands', 'chat:write', 'im:write', 'im:history', 'im:read', 'mpim:write', 'mpim:read', 'users:read', 'users:read.email'],
  ...[
    'users.profile:read',
    'channels:read',
    'channels:history',
    'channels:join',
    'channels:manage',
    'groups:read',
    'groups:write',
    'groups:history',
    'mpim:history',
    'files:read',
    'files:write',
  ],
  ...['team:read', 'dnd:read', 'reactions:write', 'bookmarks:read', 'bookmarks:write'],
];
const allEvents = Object.keys(eventKinds);

function call(office: Office, method: string, args: Record<string, unknown>, token = botToken): Record<string, Json> {
  const answer = callApi(office.slack, { method, token, args });
  if ('lost' in answer) throw new Error('the call was lost');
  return JSON.parse(answer.body);
}

const home = { type: 'home', blocks: [{ type: 'divider' }] };
const modal = { type: 'modal', title: { type: 'plain_text', text: 'A question' }, blocks: [{ type: 'divider' }] } as unknown as Block & {
  blocks: Block[];
};

const theChannel = ({ slack }: Office) => slack.world.conversations.get('C0LEADERS') as Conversation;

/** A trigger of Bo's: of a command, or of something in a modal that stands open. */
function triggerOf(office: Office, on?: ReturnType<typeof putModal>): string {
  const { slack } = office;
  if (on) return String(actionPayload(slack, 'U000000BO', { view: on }, { type: 'button' }).trigger_id);
  const typed = { user: 'U000000BO', conversation: theChannel(office), command: '/coachingpairs', text: '' };
  return commandPayload(slack, typed).trigger_id ?? '';
}

/** An upload that waits to be completed; where `shared`, one that has been. */
function uploaded(office: Office & { dm: string }, shared = false): string {
  const { file_id: id } = call(office, 'files.getUploadURLExternal', { filename: 'map.png', length: 3, alt_txt: 'A map' });
  const file = office.slack.world.files.get(String(id));
  if (file) file.bytes = Buffer.from('png');
  if (shared) call(office, 'files.completeUploadExternal', { files: [{ id, title: 'Map' }], channel_id: office.dm });
  return String(id);
}

/** Every method, the arguments to try it with, and the fields that must be there. */
const tries: [
  method: string,
  args: (office: Office & { dm: string; ts: string }) => Record<string, unknown>,
  needed: string[],
  token?: string,
][] = [
  ['api.test', () => ({ foo: 'bar' }), ['args.foo']],
  ['auth.test', () => ({}), ['url', 'team', 'user', 'team_id', 'user_id', 'bot_id']],
  ['apps.connections.open', () => ({}), ['url'], appToken],
  ['bots.info', () => ({ bot: 'B0COACHING' }), ['bot.id', 'bot.app_id', 'bot.user_id']],
  ['team.info', () => ({}), ['team.id', 'team.name', 'team.domain']],
  [
    'users.info',
    () => ({ user: 'U000000BO' }),
    ['user.id', 'user.tz', 'user.deleted', 'user.is_admin', 'user.is_restricted', 'user.profile.email'],
  ],
  ['users.list', () => ({ limit: 2 }), ['members.0.id', 'response_metadata.next_cursor']],
  ['users.lookupByEmail', () => ({ email: 'bo@example.org' }), ['user.id']],
  ['users.profile.get', () => ({ user: 'U000000BO' }), ['profile.real_name']],
  ['team.profile.get', () => ({}), ['profile.fields']],
  ['users.conversations', () => ({ user: 'U000000BO' }), ['channels.0.id', 'response_metadata.next_cursor']],
  ['users.getPresence', () => ({ user: 'U000000BO' }), ['presence']],
  ['dnd.teamInfo', () => ({ users: 'U000000BO' }), ['users.U000000BO.dnd_enabled']],
  ['dnd.info', () => ({ user: 'U000000BO' }), ['dnd_enabled']],
  ['conversations.open', ({ dm }) => ({ channel: dm, return_im: true }), ['channel.id', 'channel.user', 'no_op']],
  [
    'conversations.info',
    () => ({ channel: 'C0LEADERS', include_num_members: true }),
    ['channel.name', 'channel.is_member', 'channel.num_members'],
  ],
  ['conversations.list', () => ({ types: 'public_channel,im' }), ['channels.0.id', 'response_metadata.next_cursor']],
  ['conversations.members', () => ({ channel: 'C0LEADERS', limit: 1 }), ['members.0', 'response_metadata.next_cursor']],
  ['conversations.history', ({ dm }) => ({ channel: dm, include_all_metadata: true }), ['messages.0.metadata.event_payload.k', 'has_more']],
  ['conversations.replies', ({ dm, ts }) => ({ channel: dm, ts, include_all_metadata: true }), ['messages.0.ts', 'has_more']],
  ['conversations.setTopic', () => ({ channel: 'C0LEADERS', topic: 'Pairs' }), ['channel.topic.value']],
  ['conversations.create', () => ({ name: 'forum' }), ['channel.id']],
  ['conversations.invite', () => ({ channel: 'C0LEADERS', users: 'U000CHIDI' }), ['channel.id']],
  ['conversations.join', () => ({ channel: 'C0LEADERS' }), ['channel.id', 'warning']],
  ['conversations.kick', () => ({ channel: 'C0LEADERS', user: 'U000000BO' }), []],
  ['conversations.leave', () => ({ channel: 'C0LEADERS' }), []],
  ['conversations.archive', () => ({ channel: 'C0LEADERS' }), []],
  ['chat.postMessage', ({ dm }) => ({ channel: dm, text: 'Hello' }), ['channel', 'ts', 'message.bot_id', 'message.text']],
  ['chat.update', ({ dm, ts }) => ({ channel: dm, ts, text: 'Hello again' }), ['channel', 'ts', 'text', 'message.edited.ts']],
  ['chat.delete', ({ dm, ts }) => ({ channel: dm, ts }), ['channel', 'ts']],
  ['chat.postEphemeral', () => ({ channel: 'C0LEADERS', user: 'U000000BO', text: 'Psst' }), ['message_ts']],
  ['chat.getPermalink', ({ dm, ts }) => ({ channel: dm, message_ts: ts }), ['permalink', 'channel']],
  ['reactions.add', ({ dm, ts }) => ({ channel: dm, timestamp: ts, name: 'wave' }), []],
  ['bookmarks.add', () => ({ channel_id: 'C0LEADERS', title: 'Plan', type: 'link', link: 'https://example.org' }), ['bookmark.id']],
  ['bookmarks.list', () => ({ channel_id: 'C0LEADERS' }), ['bookmarks']],
  ['files.getUploadURLExternal', () => ({ filename: 'map.png', length: 3 }), ['upload_url', 'file_id']],
  [
    'files.completeUploadExternal',
    (office) => ({ files: [{ id: uploaded(office), title: 'Map' }], channel_id: office.dm }),
    ['files.0.id', 'files.0.permalink'],
  ],
  ['files.info', (office) => ({ file: uploaded(office, true) }), ['file.url_private_download', 'file.mimetype', 'file.size']],
  ['views.open', (office) => ({ trigger_id: triggerOf(office), view: modal }), ['view.id', 'view.hash', 'view.root_view_id']],
  [
    'views.push',
    (office) => ({ trigger_id: triggerOf(office, putModal(office.slack, 'U000000BO', modal)), view: modal }),
    ['view.previous_view_id'],
  ],
  ['views.update', ({ slack }) => ({ view_id: putModal(slack, 'U000000BO', modal).id, view: modal }), ['view.hash']],
  ['views.publish', () => ({ user_id: 'U000000BO', view: home }), ['view.id', 'view.hash', 'view.state.values']],
];

describe('answers of the Web API', () => {
  const hasSample = (method: string) => existsSync(fileOf(`api/${method}`));
  const held = (method: string) => (hasSample(method) ? 'Slack’s sample and its library’s type' : 'its library’s type');

  test.each(tries.map((one) => [one[0], held(one[0]), one] as const))(
    '%s has the shape of %s',
    async (_, _held, [method, args, needed, token]) => {
      const office = await busyOffice();
      const answer = call(office, method, args(office), token);
      expect(answer).toMatchObject({ ok: true });
      expect(hasSample(method) ? differences(answer, sample(`api/${method}`)) : []).toEqual([]);
      expect(differsFromAnswer(method, answer).filter((each) => !beyondTheTypes.some((known) => known.test(each)))).toEqual([]);
      for (const path of needed) expect(answer).toHaveProperty(path);
    },
  );

  test('no method is left out', () => {
    expect(tries.map(([method]) => method).sort()).toEqual(Object.keys(methods).sort());
  });

  test('a file, from its upload to its share, has the shape of Slack’s sample', async () => {
    const office = await busyOffice();
    const result = await office.web.filesUploadV2({ channel_id: office.dm, filename: 'map.png', file: Buffer.from('png'), title: 'Map' });
    const { response_metadata: _ofTheClient, ...answer } = result.files[0] ?? { ok: false };
    expect(differences(answer, sample('api/files.completeUploadExternal'))).toEqual([]);
    expect(office.as('bo').readsLast()).toBe('(file: map.png)');
  });
});

describe('what Slack sends', () => {
  /** Everything that reaches the app while `act` is done. */
  async function sent(act: (office: Office & { dm: string }) => unknown): Promise<Record<string, Json>[]> {
    const office = await busyOffice();
    const bodies: Record<string, Json>[] = [];
    const { transport } = office.slack;
    office.slack.transport = {
      atOnce: false,
      deliver: async (envelope) => {
        bodies.push(JSON.parse(JSON.stringify(envelope.payload)));
        return transport?.deliver(envelope);
      },
    };
    await office.pass(0);
    bodies.splice(0);
    await act(office);
    await office.pass(0);
    return bodies;
  }

  const events: [name: string, act: (office: Office & { dm: string }) => unknown][] = [
    ['AppHomeOpenedPayload', ({ as }) => as('bo').opensHome()],
    ['MessagePayload', async ({ as }) => as('bo').repliesTo(await as('bo').says('Hello'), 'there')],
    ['MessageChangedPayload', async ({ as }) => as('bo').edits(await as('bo').says('Hello'), 'Hi')],
    ['MessageDeletedPayload', async ({ as }) => as('bo').deletes(await as('bo').says('Hello'))],
    ['TeamJoinPayload', ({ slack }) => joinTeam(slack, { name: 'Dolores Reyes' })],
    ['UserChangePayload', ({ slack }) => changePerson(slack, slack.world.people.get('U000000BO') as never, { title: 'Chief' })],
    ['MemberJoinedChannelPayload', ({ slack }) => joinChannel(slack, slack.world.conversations.get('C0LEADERS') as never, 'U000CHIDI')],
    ['MemberLeftChannelPayload', ({ slack }) => leaveChannel(slack, slack.world.conversations.get('C0LEADERS') as never, 'U000000BO')],
    ['ChannelArchivePayload', ({ slack }) => archive(slack, slack.world.conversations.get('C0LEADERS') as never, 'U000AMINA')],
    ['ChannelDeletedPayload', ({ slack }) => deleteChannel(slack, slack.world.conversations.get('C0LEADERS') as never, 'U000AMINA')],
    ['TokensRevokedPayload', ({ slack }) => uninstall(slack)],
  ];

  test.each(events)('%s has the shape of Slack’s sample', async (name, act) => {
    const bodies = await sent(act);
    const wanted = sample(`events/${name}`) as { event: { type: string; subtype?: string } };
    const alike = bodies.filter(({ event }) => {
      const { type, subtype, thread_ts } = event as { type: string; subtype?: string; thread_ts?: string };
      return type === wanted.event.type && subtype === wanted.event.subtype && (name !== 'MessagePayload' || thread_ts !== undefined);
    });
    expect(alike.length).toBeGreaterThan(0);
    expect(alike.flatMap((body) => differences(body, wanted))).toEqual([]);
    for (const field of ['token', 'team_id', 'api_app_id', 'event_id', 'event_time', 'authorizations'])
      expect(alike[0]).toHaveProperty(field);
  });

  /** Every subscription, the type under which Slack publishes it, and what brings it about. */
  const published: [kind: string, type: string, act: (office: Office & { dm: string }) => unknown][] = [
    ['app_home_opened', 'AppHomeOpenedEvent', ({ as }) => as('bo').opensHome()],
    ['message.im', 'GenericMessageEvent', async ({ as }) => as('bo').repliesTo(await as('bo').says('Hello 👋'), 'there')],
    ['message.im', 'FileShareMessageEvent', ({ as }) => as('bo').says('Look', undefined, { name: 'a.txt', text: 'A' })],
    ['message.im', 'MessageChangedEvent', async ({ as }) => as('bo').edits(await as('bo').says('See https://example.org'), 'Hi')],
    ['message.im', 'MessageDeletedEvent', async ({ as }) => as('bo').deletes(await as('bo').says('Hello'))],
    ['message.channels', 'GenericMessageEvent', ({ as }) => as('bo').says('Hello all', '#leaders')],
    ['message.groups', 'GenericMessageEvent', (office) => office.as('bo').says('Hello board', privateChannel(office).id)],
    ['message.mpim', 'GenericMessageEvent', (office) => office.as('bo').says('Hello both', groupOf(office))],
    ['team_join', 'TeamJoinEvent', ({ slack }) => joinTeam(slack, { name: 'Dolores Reyes' })],
    [
      'user_change',
      'UserChangeEvent',
      ({ slack }) => changePerson(slack, slack.world.people.get('U000000BO') as never, { title: 'Chief' }),
    ],
    ['member_joined_channel', 'MemberJoinedChannelEvent', (office) => joinChannel(office.slack, theChannel(office), 'U000CHIDI')],
    ['member_left_channel', 'MemberLeftChannelEvent', (office) => leaveChannel(office.slack, theChannel(office), 'U000000BO')],
    ...ofChannels('channel', 'Channel', theChannel),
    ...ofChannels('group', 'Group', privateChannel),
    ['app_uninstalled', 'AppUninstalledEvent', ({ slack }) => uninstall(slack)],
    ['tokens_revoked', 'TokensRevokedEvent', ({ slack }) => uninstall(slack)],
  ];

  function ofChannels(kind: string, type: string, place: (office: Office) => Conversation): typeof published {
    return [
      [`${kind}_archive`, `${type}ArchiveEvent`, (office) => archive(office.slack, place(office), 'U000AMINA')],
      [`${kind}_unarchive`, `${type}UnarchiveEvent`, (office) => archive(office.slack, place(office), 'U000AMINA', false)],
      [`${kind}_deleted`, `${type}DeletedEvent`, (office) => deleteChannel(office.slack, place(office), 'U000AMINA')],
      [`${kind}_left`, `${type}LeftEvent`, (office) => removeApp(office.slack, place(office))],
      [`${kind}_rename`, `${type}RenameEvent`, (office) => rename(office.slack, place(office), 'renamed', 'U000AMINA')],
    ];
  }

  function privateChannel({ slack }: Office): Conversation {
    const members = ['U000000BO', slack.world.app.botUser];
    return addConversation(slack.world, { kind: 'private', name: 'board', members, creator: 'U000000BO', created: 1 });
  }

  function groupOf({ slack }: Office): string {
    return openWith(slack.world, [slack.world.app.botUser, 'U000000BO', 'U000AMINA'], slack.now()).conversation.id;
  }

  const subtypes: Record<string, string> = {
    FileShareMessageEvent: 'file_share',
    MessageChangedEvent: 'message_changed',
    MessageDeletedEvent: 'message_deleted',
  };

  test.each(published)('%s has the shape of its library’s type, %s', async (kind, type, act) => {
    const events = (await sent(act)).map(({ event }) => event as { type: string; subtype?: string });
    const alike = events.filter((event) => event.type === kind.split('.')[0] && event.subtype === subtypes[type]);
    expect(alike.length).toBeGreaterThan(0);
    const found = alike.flatMap((event) => differsFromEvent(type, event));
    expect(found.filter((each) => !beyondTheTypes.some((known) => known.test(each)))).toEqual([]);
  });

  test('no event is left out', () => {
    expect([...new Set(published.map(([kind]) => kind))].sort()).toEqual(Object.keys(eventKinds).sort());
  });

  test('app_rate_limited, which is no event in an envelope of events, has the shape of its type', async () => {
    const [body] = await sent(({ slack }) => holdBack(slack));
    expect(differsFromEvent('AppRateLimitedEvent', body)).toEqual([]);
  });

  test('commands, presses, submissions and closings have the shapes of Slack’s samples', async () => {
    const view = {
      type: 'modal',
      callback_id: 'office.question',
      notify_on_close: true,
      title: { type: 'plain_text', text: 'A question' },
      submit: { type: 'plain_text', text: 'Save' },
      blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'office.more', text: { type: 'plain_text', text: 'More' } }] }],
    } as const;
    const bodies = await sent(async ({ app, as, web, dm }) => {
      app.command('/coachingpairs', async ({ ack, client, body }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: { ...view, blocks: [...view.blocks] } });
      });
      app.view('office.question', ({ ack }) => ack());
      app.view({ callback_id: 'office.question', type: 'view_closed' }, ({ ack }) => ack());
      app.action(/./, ({ ack }) => ack());
      const bo = as('bo');
      await web.chat.postMessage({ channel: dm, text: 'Press', blocks: [...view.blocks] });
      await bo.presses('More');
      await bo.types('/coachingpairs note');
      await bo.submits();
      await bo.types('/coachingpairs note');
      await bo.closes();
    });
    const ofType = (type: string) => bodies.find((body) => body.type === type);
    const command = bodies.find((body) => body.command !== undefined);
    // As a form everything is text, also what is a flag elsewhere.
    expect(differences({ ...command, is_enterprise_install: false }, sample('app-backend/SlashCommandPayload'))).toEqual([]);
    expect(differences(ofType('block_actions'), sample('app-backend/BlockActionPayload'))).toEqual([]);
    expect(differences(ofType('view_submission'), sample('app-backend/ViewSubmissionPayload'))).toEqual([]);
    expect(differences(ofType('view_closed'), sample('app-backend/ViewClosedPayload'))).toEqual([]);
  });
});
