// One person of the small Slack, to act as: what they type, press and fill in, and what they read. Every act waits until the app has answered.
import { fillIn } from './act/fill.ts';
import { openHome } from './act/home.ts';
import { close, submit } from './act/modal.ts';
import { findPerson, placeOf } from './act/persons.ts';
import { chooseLike, pressLike } from './act/press.ts';
import { edit, say, takeBack } from './act/say.ts';
import { typeCommand } from './act/type.ts';
import { canSee } from './conversations.ts';
import { stateOf } from './describe/view.ts';
import { readBlocks, readMessage, readModal } from './render/blocks.ts';
import type { Reader } from './render/mrkdwn.ts';
import type { SmallSlack } from './small-slack.ts';
import { screenOf, topModal } from './views.ts';
import type { Actor, Conversation, Message } from './world.ts';

/** Acts as `wanted` (id or name). `settle` brings everything that follows from an act to its end. */
export function actorFor(slack: SmallSlack, wanted: string, settle: () => Promise<void>): Actor {
  const { id, name } = findPerson(slack, wanted);
  const settled = async <Result>(act: Promise<Result> | Result): Promise<Result> => {
    const result = await act;
    await settle();
    return result;
  };
  return {
    id,
    name,
    types: (line, where) => settled(typed(slack, id, line, where, settle)),
    says: (text, where, file) => settled(say(slack, id, { text, where, file })),
    repliesTo: (ts, text, where) => settled(say(slack, id, { text, where, threadTs: ts })),
    edits: (ts, text, where) => settled(edit(slack, id, ts, { text, where })),
    deletes: (ts, where) => settled(takeBack(slack, id, ts, where)),
    presses: (label) => settled(pressLike(slack, id, label)),
    chooses: (control, option) => settled(chooseLike(slack, id, control, option)),
    fillsIn: (values) => settled(fillIn(slack, id, values)),
    submits: () => settled(submit(slack, id)),
    closes: () => settled(close(slack, id)),
    opensHome: async () => {
      openHome(slack, id);
      await settle();
      return readHome(slack, id);
    },
    sees: () => readOpenModal(slack, id),
    notices: () => screenOf(slack, id).notice,
    reads: (where) => readAll(slack, id, where),
    readsLast: (where) => readAll(slack, id, where).at(-1) ?? '',
  };
}

async function typed(
  slack: SmallSlack,
  user: string,
  line: string,
  where: string | undefined,
  settle: () => Promise<void>,
): Promise<string> {
  const before = slack.transcript.length;
  await typeCommand(slack, user, line, where);
  await settle();
  const reader = readerOf(slack, user);
  return slack.transcript
    .slice(before)
    .filter((seen) => seen.only === user && (seen.what === 'posted' || seen.what === 'notice'))
    .map((seen) => readMessage(seen, reader))
    .join('\n');
}

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

function readAll(slack: SmallSlack, user: string, where: string | undefined): string[] {
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
