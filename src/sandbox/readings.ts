// What one person reads: their messages, the modal before them, their Home, as plain text.
import { placeOf } from './act/persons.ts';
import { canSee } from './conversations.ts';
import { stateOf } from './describe/view.ts';
import { readBlocks, readMessage, readModal } from './render/blocks.ts';
import type { Reader } from './render/mrkdwn.ts';
import type { SmallSlack } from './small-slack.ts';
import { screenOf, topModal } from './views.ts';
import type { Conversation, Message } from './world.ts';

/** Names and dates as this person reads them. */
export function readerOf(slack: SmallSlack, user: string): Reader {
  return { world: slack.world, timeZone: slack.world.people.get(user)?.timeZone ?? 'UTC' };
}

/** The open modal as this person reads it. */
export function readOpenModal(slack: SmallSlack, user: string): string | undefined {
  const view = topModal(slack, user);
  return view && readModal(view.view, stateOf(view), screenOf(slack, user).errors, readerOf(slack, user));
}

/** This person's Home as they read it; empty when there is none. */
export function readHome(slack: SmallSlack, user: string): string {
  const view = slack.world.views.get(slack.world.homes.get(user) ?? '');
  return view ? readBlocks(view.view.blocks, readerOf(slack, user), stateOf(view)) : '';
}

/** Everything the app has said to this person, oldest first; in one conversation, where one is named (`dm`: the one with the app). */
export function readAll(slack: SmallSlack, user: string, where: string | undefined): string[] {
  const reader = readerOf(slack, user);
  const places = where === undefined ? visible(slack, user) : [placeOf(slack, user, where === 'dm' ? undefined : where)];
  return places
    .flatMap((conversation) => conversation.messages)
    .filter((message) => isForMe(slack, user, message))
    .sort((a, b) => (a.ts < b.ts ? -1 : 1))
    .map((message) => readMessage(message, reader));
}

function isForMe(slack: SmallSlack, user: string, message: Message): boolean {
  return message.botId === slack.world.app.botId && (message.onlyFor === undefined || message.onlyFor === user);
}

function visible(slack: SmallSlack, user: string): Conversation[] {
  return [...slack.world.conversations.values()].filter((conversation) => canSee(slack.world, user, conversation));
}
