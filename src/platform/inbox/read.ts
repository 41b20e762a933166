// Which of Slack's events matter, and the few fields of each that are kept. Everything else in a payload is left where it came from. Pure.
import { z } from 'zod';
import { unescaped } from '../slack/inputs.ts';
import type { EventKind } from './kinds.ts';

export interface Incoming {
  kind: EventKind;
  /** What the event means: the same for every copy of it that Slack may send. */
  key: string;
  /** A second name by which a copy may be known. */
  twin?: string;
  fields: Record<string, string>;
  /** To be sealed. */
  text?: string;
  /** Worth keeping only where the person is known here already: Slack reports every change of everyone. */
  onlyIfKnown?: boolean;
}

const id = z.string().min(1);
const maybe = z.string().optional().catch(undefined);

const envelope = z.object({
  team_id: maybe,
  event_id: maybe,
  event_time: z.number().optional().catch(undefined),
  event: z.looseObject({ type: z.string() }),
});

const messageShape = z.object({
  user: maybe,
  text: z.string().catch(''),
  ts: maybe,
  thread_ts: maybe,
  client_msg_id: maybe,
  bot_id: maybe,
  subtype: maybe,
  user_team: maybe,
  edited: z.object({ ts: id }).optional().catch(undefined),
  files: z.array(z.object({ id })).optional().catch(undefined),
});
type Message = z.infer<typeof messageShape>;

const dmShape = messageShape.extend({
  channel: id,
  channel_type: maybe,
  event_ts: maybe,
  deleted_ts: maybe,
  message: messageShape.optional().catch(undefined),
  previous_message: messageShape.optional().catch(undefined),
});

/** Whom and where we are: our own messages and those of other workspaces are not news. */
export interface Us {
  workspace: string;
  botUser: string;
}

type Payload = z.infer<typeof envelope>;

/** The event in `body`, if it is one that is kept; `elsewhere` when it belongs to another workspace. */
export function readEvent(body: unknown, us: Us): Incoming | 'elsewhere' | undefined {
  const payload = envelope.safeParse(body).data;
  if (!payload) return undefined;
  if (payload.team_id !== undefined && payload.team_id !== us.workspace) return 'elsewhere';
  const { type } = payload.event;
  if (type === 'message') return readMessage(payload, us);
  if (type === 'app_home_opened') return readHome(payload);
  if (type === 'user_change' || type === 'team_join') return readPerson(payload);
  if (type === 'member_left_channel') return readMember(payload, us);
  if (type === 'app_uninstalled') return { kind: 'disconnected', key: `disconnected:${moment(payload)}`, fields: {} };
  if (type === 'tokens_revoked') return readRevoked(payload);
  return readChannel(payload);
}

function readMessage({ event }: Payload, us: Us): Incoming | undefined {
  const message = dmShape.safeParse(event).data;
  if (!message || (message.channel_type ?? (message.channel.startsWith('D') ? 'im' : '')) !== 'im') return undefined;
  if (message.subtype === 'message_changed')
    return readChange(message.channel, message.message, message.previous_message, us, message.event_ts);
  if (message.subtype === 'message_deleted') return readDeletion(message.channel, message.deleted_ts, message.previous_message, us);
  if (message.subtype !== undefined && message.subtype !== 'file_share') return undefined;
  if (!isTheirs(message, us) || !message.ts) return undefined;
  const { user, channel, ts, thread_ts, client_msg_id } = message;
  return {
    kind: 'reply',
    key: `reply:${channel}:${ts}`,
    ...(client_msg_id && { twin: `said:${channel}:${client_msg_id}` }),
    fields: present({ user, channel, ts, thread_ts, client_msg_id, file: message.files?.[0]?.id }),
    text: unescaped(message.text),
  };
}

function readChange(channel: string, after: Message | undefined, before: Message | undefined, us: Us, eventTs = ''): Incoming | undefined {
  if (!after?.ts) return undefined;
  // A deleted message that has replies is not taken away but turned into a tombstone.
  if (after.subtype === 'tombstone') return readDeletion(channel, after.ts, before, us);
  // Slack also reports the preview of a link as a change; the words are what they were.
  if (!isTheirs(after, us) || after.text === before?.text) return undefined;
  return {
    kind: 'reply_changed',
    key: `changed:${channel}:${after.ts}:${after.edited?.ts ?? eventTs}`,
    fields: present({ user: after.user, channel, ts: after.ts }),
    text: unescaped(after.text),
  };
}

function readDeletion(channel: string, ts: string | undefined, before: Message | undefined, us: Us): Incoming | undefined {
  if (!ts || (before && !isTheirs(before, us))) return undefined;
  return { kind: 'reply_deleted', key: `deleted:${channel}:${ts}`, fields: present({ user: before?.user, channel, ts }) };
}

function isTheirs(message: Message, us: Us): boolean {
  const { user, bot_id, user_team } = message;
  if (!user || bot_id || user === us.botUser || user === 'USLACKBOT') return false;
  return user_team === undefined || user_team === us.workspace;
}

function readHome({ event }: Payload): Incoming | undefined {
  const { user, tab, channel } = z.object({ user: id, tab: maybe, channel: maybe }).safeParse(event).data ?? {};
  // The same event is sent for the tab with the messages.
  if (!user || (tab !== undefined && tab !== 'home')) return undefined;
  return { kind: 'home_opened', key: `home:${user}`, fields: present({ user, channel }) };
}

function readPerson(payload: Payload): Incoming | undefined {
  const { event } = payload;
  const user = z.object({ id, updated: z.number().optional().catch(undefined) }).safeParse(event.user).data;
  if (!user) return undefined;
  const key = `person:${user.id}:${user.updated ?? moment(payload)}`;
  return { kind: 'person_changed', key, fields: { user: user.id }, onlyIfKnown: event.type === 'user_change' };
}

function readMember(payload: Payload, us: Us): Incoming | undefined {
  const member = z.object({ user: id, channel: id }).safeParse(payload.event).data;
  if (!member) return undefined;
  const when = moment(payload);
  if (member.user !== us.botUser) return { kind: 'left_channel', key: `left:${member.channel}:${member.user}:${when}`, fields: member };
  return { kind: 'channel_changed', key: `channel:${member.channel}:left:${when}`, fields: { channel: member.channel, what: 'left' } };
}

function readRevoked(payload: Payload): Incoming | undefined {
  const bots = z.object({ tokens: z.object({ bot: z.array(z.string()).min(1) }) }).safeParse(payload.event);
  return bots.success ? { kind: 'disconnected', key: `disconnected:${moment(payload)}`, fields: {} } : undefined;
}

const channelEvents: Readonly<Record<string, string>> = {
  archive: 'archived',
  unarchive: 'unarchived',
  deleted: 'deleted',
  left: 'left',
  rename: 'renamed',
};

function readChannel(payload: Payload): Incoming | undefined {
  const what = channelEvents[/^(?:channel|group)_(\w+)$/.exec(payload.event.type)?.[1] ?? ''];
  const channel = z.union([id, z.object({ id }).transform((each) => each.id)]).safeParse(payload.event.channel).data;
  if (!what || !channel) return undefined;
  return { kind: 'channel_changed', key: `channel:${channel}:${what}:${moment(payload)}`, fields: { channel, what } };
}

/** When it happened, as Slack says; every copy of an event says the same. */
function moment({ event, event_time, event_id }: Payload): string {
  return maybe.parse(event.event_ts) ?? event_time?.toString() ?? event_id ?? '';
}

function present(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined));
}
