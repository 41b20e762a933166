// How far each person has read, as Slack keeps it for them: it moves forward only, and what they said themselves was never unread.
import type { SmallSlack } from './small-slack.ts';
import { screenOf } from './views.ts';
import type { Conversation, Message } from './world.ts';

/** Notes that a person has read a conversation up to the message `ts`. */
export function markRead(slack: SmallSlack, user: string, conversation: Conversation, ts: string): void {
  const { read } = screenOf(slack, user);
  if (ts > (read[conversation.id] ?? '')) read[conversation.id] = ts;
}

/** The latest message they have read there; empty when they have read none. */
export function readUpTo(slack: SmallSlack, user: string, conversation: Conversation): string {
  return slack.world.screens.get(user)?.read[conversation.id] ?? '';
}

/** How many messages wait for a person there; none in a channel they are not in. Replies wait in their thread. */
export function unreadIn(slack: SmallSlack, user: string, conversation: Conversation): number {
  if (!conversation.members.includes(user)) return 0;
  const upTo = readUpTo(slack, user, conversation);
  let waiting = 0;
  for (let at = conversation.messages.length - 1; at >= 0; at -= 1) {
    const message = conversation.messages[at] as Message;
    if (message.ts <= upTo) break;
    if (waitsFor(user, message)) waiting += 1;
  }
  return waiting;
}

function waitsFor(user: string, { user: author, onlyFor, threadTs, ts }: Message): boolean {
  return author !== user && (onlyFor === undefined || onlyFor === user) && (threadTs === undefined || threadTs === ts);
}
