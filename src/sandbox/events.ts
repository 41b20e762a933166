// What Slack tells the app of its own accord: which events there are, who subscribed to them with which scope, and how they look.

import { channelType } from './describe/conversation.ts';
import { describeMessage } from './describe/message.ts';
import { describePerson, fieldsOf } from './describe/person.ts';
import { nextId, nextTs } from './ids.ts';
import { verificationToken } from './installed.ts';
import type { SmallSlack } from './small-slack.ts';
import type { Block, Conversation, Message, Person } from './world.ts';

/** Every event to which an app can subscribe here, with the scope without which it is not sent. */
export const eventKinds: Readonly<Record<string, string | undefined>> = {
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  app_home_opened: undefined,
  user_change: 'users:read',
  team_join: 'users:read',
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
  ...ofChannels('channel', 'channels:read'),
  ...ofChannels('group', 'groups:read'),
  app_uninstalled: undefined,
  tokens_revoked: undefined,
};

function ofChannels(kind: 'channel' | 'group', scope: string): Record<string, string> {
  return Object.fromEntries(['archive', 'unarchive', 'deleted', 'left', 'rename'].map((what) => [`${kind}_${what}`, scope]));
}

/** Puts an event on its way, if the app has subscribed to it and may hear it. */
export function emit(slack: SmallSlack, subscription: string, event: Block): void {
  const { app } = slack.world;
  if (!isInstalled(slack) && !lastWords.includes(subscription)) return;
  if (!(subscription in eventKinds)) throw new Error(`The sandbox does not list the event ${subscription}.`);
  const scope = event.channel_type === 'G' ? 'groups:read' : eventKinds[subscription];
  if (!app.events.includes(subscription) || (scope !== undefined && !app.scopes.includes(scope))) return;
  slack.outgoing.push({ type: 'events_api', payload: wrapped(slack, event) });
}

/** What an app is told of its own end; nothing else reaches it after that. */
const lastWords = ['app_uninstalled', 'tokens_revoked'];

function isInstalled({ world }: SmallSlack): boolean {
  return [...world.tokens.values()].some((token) => token.kind === 'bot' && !token.revoked);
}

function wrapped(slack: SmallSlack, event: Block): Block {
  const { world } = slack;
  const id = nextId(world, 'Ev');
  return {
    token: verificationToken,
    team_id: world.team.id,
    context_team_id: world.team.id,
    context_enterprise_id: null,
    api_app_id: world.app.id,
    event,
    type: 'event_callback',
    event_id: id,
    event_time: Math.floor(slack.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: world.team.id, user_id: world.app.botUser, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${id}`,
  };
}

const subscriptions = { dm: 'message.im', group: 'message.mpim', channel: 'message.channels', private: 'message.groups' } as const;

/** A new message, to an app that is in the conversation. */
export function emitMessage(slack: SmallSlack, conversation: Conversation, message: Message): void {
  if (message.onlyFor !== undefined || !conversation.members.includes(slack.world.app.botUser)) return;
  const described = describeMessage(slack.world, message, { metadata: true, baseUrl: slack.baseUrl });
  emit(slack, subscriptions[conversation.kind], {
    ...described,
    ...(message.files === undefined ? {} : { subtype: 'file_share' }),
    ...(message.threadTs === undefined
      ? {}
      : { parent_user_id: conversation.messages.find((one) => one.ts === message.threadTs)?.user ?? message.user }),
    channel: conversation.id,
    event_ts: message.ts,
    channel_type: channelType(conversation),
  });
}

/** A message changed (`after`) or deleted (no `after`). */
export function emitRevision(slack: SmallSlack, conversation: Conversation, before: Message, after?: Message): void {
  if (before.onlyFor !== undefined || !conversation.members.includes(slack.world.app.botUser)) return;
  const ts = nextTs(slack.world, slack.now());
  const describe = (message: Message) => describeMessage(slack.world, message, { metadata: true, baseUrl: slack.baseUrl });
  emit(slack, subscriptions[conversation.kind], {
    type: 'message',
    subtype: after ? 'message_changed' : 'message_deleted',
    ...(after
      ? { message: { ...describe(after), source_team: slack.world.team.id, user_team: slack.world.team.id } }
      : { deleted_ts: before.ts }),
    previous_message: describe(before),
    channel: conversation.id,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: channelType(conversation),
  });
}

/** `user_change` or `team_join`. */
export function emitPerson(slack: SmallSlack, type: 'user_change' | 'team_join', person: Person): void {
  const now = slack.now();
  const { profile, ...described } = describePerson(slack.world, person, now) as { profile: Block };
  emit(slack, type, {
    type,
    user: { ...described, locale: 'en-GB', profile: { ...profile, fields: fieldsOf(person) } },
    cache_ts: Math.floor(now / 1000),
    event_ts: `${Math.floor(now / 1000)}.000100`,
  });
}
