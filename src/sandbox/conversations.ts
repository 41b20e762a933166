// Conversations of the world: finding them, opening them, putting messages in.

import { emitMessage, emitRevision } from './events.ts';
import { addConversation, memberKey } from './found.ts';
import { nextTs } from './ids.ts';
import { type SmallSlack, show } from './small-slack.ts';
import type { Conversation, Message, World } from './world.ts';

/** The conversation with exactly these people; made when there is none yet. */
export function openWith(world: World, members: readonly string[], now: number): { conversation: Conversation; isNew: boolean } {
  const existing = world.conversations.get(world.byMembers.get(memberKey(members)) ?? '');
  if (existing) return { conversation: existing, isNew: false };
  const handles = members.map((id) => world.people.get(id)?.handle ?? id);
  const conversation = addConversation(world, {
    kind: members.length > 2 ? 'group' : 'dm',
    name: members.length > 2 ? `mpdm-${handles.join('--')}-1` : '',
    members: [...new Set(members)],
    creator: members[0] ?? '',
    created: Math.floor(now / 1000),
  });
  return { conversation, isNew: true };
}

/** The person's direct conversation with the app, opened when there is none yet. */
export function directWith(world: World, person: string, now: number): Conversation {
  return openWith(world, [world.app.botUser, person], now).conversation;
}

/** A channel by id, `#name` or `name`. */
export function findConversation(world: World, where: string): Conversation | undefined {
  const byId = world.conversations.get(where);
  if (byId) return byId;
  const name = where.replace(/^#/, '');
  return [...world.conversations.values()].find((one) => one.name === name && (one.kind === 'channel' || one.kind === 'private'));
}

/** Whether a person can look into a conversation. Public channels are open to all but guests and people from elsewhere. */
export function canSee(world: World, person: string, conversation: Conversation): boolean {
  if (conversation.members.includes(person)) return true;
  return conversation.kind === 'channel' && world.people.get(person)?.kind === 'member';
}

export function messageAt(conversation: Conversation, ts: string): Message | undefined {
  return conversation.messages.findLast((one) => one.ts === ts);
}

/** Puts a message into a conversation: it can be seen from now on, and those who listen hear of it. */
export function post(slack: SmallSlack, conversation: Conversation, draft: Omit<Message, 'ts'>): Message {
  const message: Message = { ...draft, ts: nextTs(slack.world, slack.now()) };
  conversation.messages.push(message);
  show(slack, {
    what: 'posted',
    by: message.user,
    ...(message.onlyFor === undefined ? {} : { only: message.onlyFor }),
    conversation: conversation.id,
    ts: message.ts,
    text: message.text,
    blocks: message.blocks,
    ...(message.metadata === undefined ? {} : { metadata: message.metadata }),
  });
  emitMessage(slack, conversation, message);
  return message;
}

/** Changes a message in place. */
export function revise(slack: SmallSlack, conversation: Conversation, message: Message, change: Partial<Message>): Message {
  const before = { ...message };
  Object.assign(message, change);
  const only = message.onlyFor === undefined ? {} : { only: message.onlyFor };
  show(slack, {
    what: 'changed',
    by: message.user,
    ...only,
    conversation: conversation.id,
    ts: message.ts,
    text: message.text,
    blocks: message.blocks,
  });
  emitRevision(slack, conversation, before, message);
  return message;
}

/** Takes a message away. */
export function remove(slack: SmallSlack, conversation: Conversation, message: Message): void {
  const before = { ...message };
  const hasReplies = message.onlyFor === undefined && conversation.messages.some((one) => one.threadTs === message.ts && one !== message);
  if (hasReplies) bury(message);
  else conversation.messages = conversation.messages.filter((one) => one !== message);
  const only = message.onlyFor === undefined ? {} : { only: message.onlyFor };
  show(slack, { what: 'deleted', by: message.user, ...only, conversation: conversation.id, ts: message.ts, text: '', blocks: [] });
  emitRevision(slack, conversation, before, ...(hasReplies ? [message] : []));
}

/** What has been replied to leaves a stone where it stood, for the replies to hang on. */
function bury(message: Message): void {
  Object.assign(message, { subtype: 'tombstone', text: 'This message was deleted.', blocks: [] });
  for (const gone of ['botId', 'metadata', 'files', 'reactions', 'clientMsgId', 'editedTs', 'attachments'] as const) delete message[gone];
}
