// One conversation as one person sees it: what there is of it, how far they have read, and the messages they ask for.
import { findPerson, placeOf } from '../act/persons.ts';
import { describeMessage, threadOf } from '../describe/message.ts';
import { markRead, readUpTo, unreadIn } from '../reading-marks.ts';
import { readerOf } from '../readings.ts';
import { readMessage } from '../render/blocks.ts';
import type { SmallSlack } from '../small-slack.ts';
import type { Conversation, Message } from '../world.ts';

type Sight = Record<string, unknown>;

/** What a conversation is called, who is in it, and what of it waits for this person. */
export function summary(slack: SmallSlack, user: string, conversation: Conversation): Sight & { latest: string } {
  const messages = visible(conversation, user);
  const others = conversation.members.filter((one) => one !== user);
  return {
    id: conversation.id,
    kind: conversation.kind,
    name: conversation.name || others.map((one) => slack.world.people.get(one)?.name ?? one).join(', '),
    members: conversation.members,
    archived: conversation.archived,
    topic: conversation.topic,
    bookmarks: conversation.bookmarks,
    withApp: conversation.members.includes(slack.world.app.botUser),
    count: messages.length,
    latest: messages.at(-1)?.ts ?? '',
    unread: unreadIn(slack, user, conversation),
    readTo: readUpTo(slack, user, conversation),
  };
}

function visible(conversation: Conversation, user: string): Message[] {
  return conversation.messages.filter((one) => one.onlyFor === undefined || one.onlyFor === user);
}

/**
 * The messages a person sees in one conversation, oldest first. `query`: `where`; `after` and `before` (timestamps); `thread` for one message and
 * its replies only; `replies=0` for all but replies; `last` for the newest so many. `earlier` says whether older ones were left out for `last`.
 */
export function messagesOf(slack: SmallSlack, wanted: string, query: URLSearchParams): Sight {
  const person = findPerson(slack, wanted);
  const conversation = placeOf(slack, person.id, query.get('where') ?? undefined);
  const reader = readerOf(slack, person.id);
  const found = visible(conversation, person.id).filter((one) => isAskedFor(one, query));
  const last = Number(query.get('last') ?? Number.POSITIVE_INFINITY) || 0;
  const roots = new Set(conversation.messages.filter(isReply).map(({ threadTs }) => threadTs));
  const messages = found.slice(-Math.min(Math.max(last, 1), found.length || 1)).map((one) => ({
    ...describeMessage(slack.world, one, { metadata: true, baseUrl: slack.baseUrl }),
    ...(roots.has(one.ts) && threadOf(conversation, one)),
    is_ephemeral: one.onlyFor !== undefined,
    plain: readMessage(one, reader),
  }));
  return { conversation: summary(slack, person.id, conversation), messages, earlier: messages.length < found.length };
}

function isReply({ ts, threadTs }: Message): boolean {
  return threadTs !== undefined && threadTs !== ts;
}

function isAskedFor(message: Message, query: URLSearchParams): boolean {
  const { ts, threadTs } = message;
  const thread = query.get('thread');
  if (thread !== null && ts !== thread && threadTs !== thread) return false;
  if (query.get('replies') === '0' && isReply(message)) return false;
  return ts > (query.get('after') ?? '') && ts < (query.get('before') ?? '~');
}

/** Notes that a person has read a conversation up to a message. Throws when they cannot see it. */
export function read(slack: SmallSlack, wanted: string, body: Record<string, unknown>): Sight {
  const person = findPerson(slack, wanted);
  const conversation = placeOf(slack, person.id, typeof body.where === 'string' ? body.where : undefined);
  if (typeof body.ts !== 'string') throw new Error('ts is the timestamp of the latest message that was read.');
  markRead(slack, person.id, conversation, body.ts);
  return { unread: unreadIn(slack, person.id, conversation) };
}
