// What people write to the bot in their own conversation with it, change there and take away. Pure.
import { z } from 'zod';
import { unescaped } from '../slack/inputs.ts';
import { type Incoming, present, type Us } from './incoming.ts';

const id = z.string().min(1);
const maybe = z.string().optional().catch(undefined);

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

/** A message to the bot, its change or its deletion; our own, other bots' and other conversations' are not news. */
export function readMessage(event: unknown, us: Us): Incoming | undefined {
  const message = dmShape.safeParse(event).data;
  if (!message || (message.channel_type ?? (message.channel.startsWith('D') ? 'im' : '')) !== 'im') return undefined;
  if (message.subtype === 'message_changed') return readChange(message, us);
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

function readChange(change: z.infer<typeof dmShape>, us: Us): Incoming | undefined {
  const { channel, message: after, previous_message: before, event_ts = '' } = change;
  if (!after?.ts) return undefined;
  // A deleted message that has replies is not taken away but turned into a tombstone.
  if (after.subtype === 'tombstone') return readDeletion(channel, after.ts, before, us);
  // Slack also reports the preview of a link as a change; the words are what they were.
  if (!isTheirs(after, us) || after.text === before?.text) return undefined;
  return {
    kind: 'reply_changed',
    key: `changed:${channel}:${after.ts}:${after.edited?.ts ?? event_ts}`,
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
