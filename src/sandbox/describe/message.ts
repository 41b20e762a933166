// A message as history, answers and events show it.
import type { Conversation, Message, World } from '../world.ts';
import { describeFile } from './file.ts';
import { elsewhere } from './person.ts';

/** The message object; its metadata only where the reader asked for it. */
export function describeMessage(world: World, message: Message, options: { metadata?: boolean; baseUrl: string }): Record<string, unknown> {
  return {
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    user: message.subtype === 'tombstone' ? 'USLACKBOT' : message.user,
    type: 'message',
    ts: message.ts,
    ...(message.clientMsgId === undefined ? {} : { client_msg_id: message.clientMsgId }),
    ...(message.botId === undefined ? {} : { bot_id: message.botId, app_id: world.app.id }),
    text: message.text,
    ...teamOf(world, message.user),
    ...(message.botId === undefined ? {} : { bot_profile: describeBot(world) }),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments === undefined ? {} : { attachments: message.attachments }),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.editedTs === undefined ? {} : { edited: { user: message.user, ts: message.editedTs } }),
    ...(message.files === undefined
      ? {}
      : { files: describeFiles(world, message.files, options.baseUrl), upload: false, display_as_bot: false }),
    ...(message.reactions === undefined ? {} : { reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })) }),
    ...(options.metadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

/** Whoever is from elsewhere says so. */
function teamOf(world: World, user: string): Record<string, string> {
  if (world.people.get(user)?.kind !== 'external') return { team: world.team.id };
  return { team: elsewhere, user_team: elsewhere, source_team: elsewhere };
}

/** What a thread's first message says of its replies. */
export function threadOf(conversation: Conversation, message: Message): Record<string, unknown> {
  if (message.threadTs !== undefined && message.threadTs !== message.ts) return {};
  const replies = conversation.messages.filter((one) => one.threadTs === message.ts && one.ts !== message.ts && one.onlyFor === undefined);
  const latest = replies.at(-1);
  if (!latest) return {};
  const people = [...new Set(replies.map((one) => one.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: people.length,
    latest_reply: latest.ts,
    reply_users: people,
    subscribed: false,
  };
}

/** The bot as its own messages name it. */
export function describeBot(world: World): Record<string, unknown> {
  return {
    id: world.app.botId,
    app_id: world.app.id,
    name: world.app.name,
    icons: Object.fromEntries([36, 48, 72].map((size) => [`image_${size}`, `https://avatars.sandbox.invalid/app-${size}.png`])),
    deleted: false,
    updated: world.people.get(world.app.botUser)?.updated ?? 0,
    team_id: world.team.id,
  };
}

function describeFiles(world: World, ids: readonly string[], baseUrl: string): Record<string, unknown>[] {
  return ids.flatMap((id) => {
    const file = world.files.get(id);
    return file ? [describeFile(world, file, baseUrl)] : [];
  });
}
