// One person of the small Slack, to act as: what they type, press and fill in, and what they read. Every act waits until the app has answered.
import { fillIn } from './act/fill.ts';
import { openHome } from './act/home.ts';
import { close, submit } from './act/modal.ts';
import { findPerson } from './act/persons.ts';
import { chooseLike, pressLike } from './act/press.ts';
import { edit, say, takeBack } from './act/say.ts';
import { typeCommand } from './act/type.ts';
import { readAll, readerOf, readHome, readOpenModal } from './readings.ts';
import { readMessage } from './render/blocks.ts';
import type { SmallSlack } from './small-slack.ts';
import { screenOf } from './views.ts';
import type { Filling, TextFile } from './world.ts';

/** What a person (or a page, or a test) may do in the sandbox, as one person. Everything waits until the bot has answered. */
export interface Actor {
  id: string;
  name: string;
  /** Types a line: a slash command, in `channel` (id or name; the conversation with the bot when missing). Returns what only they see. */
  types: (line: string, where?: string) => Promise<string>;
  /** Says something in the conversation with the bot (or `where`); returns its ts. `file` shares a file with it. */
  says: (text: string, where?: string, file?: TextFile) => Promise<string>;
  /** Replies in the thread of the message `ts`, in the conversation with the bot or `where`; returns the reply's ts. */
  repliesTo: (ts: string, text: string, where?: string) => Promise<string>;
  edits: (ts: string, text: string, where?: string) => Promise<void>;
  deletes: (ts: string, where?: string) => Promise<void>;
  /** Presses a button by its visible label or its action id: in the open modal if there is one, else in the latest message (anywhere they can see, their Home last) that has it. */
  presses: (label: string) => Promise<void>;
  /** Chooses in a menu (select, overflow, date, boxes) outside a form, found like a button; `control` is its placeholder, its text or its action id. */
  chooses: (control: string, option: string | string[]) => Promise<void>;
  /** Fills in the open modal by label or block id; for selects by option text or value, for people by user id or name. */
  fillsIn: (values: Record<string, Filling>) => Promise<void>;
  /** Presses the modal's submit button; returns the errors shown at its fields, by label; empty when it was accepted. */
  submits: () => Promise<Record<string, string>>;
  closes: () => Promise<void>;
  /** Opens the Home tab and returns its text. */
  opensHome: () => Promise<string>;
  /** The open modal as plain text: title, blocks, inputs with their values; `undefined` when none is open. */
  sees: () => string | undefined;
  /** Slack's own sentence when their last act did not work; `undefined` when it did. */
  notices: () => string | undefined;
  /** Everything the bot has said to them, oldest first, as plain text with buttons in square brackets: DMs, groups, channels, and what only they see. */
  reads: (where?: string) => string[];
  readsLast: (where?: string) => string;
}

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
    types: async (line, where) => {
      const before = slack.transcript.length;
      await typeCommand(slack, id, line, where);
      await settle();
      return shownSince(slack, id, before);
    },
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

/** What has been shown to this person alone since then. */
function shownSince(slack: SmallSlack, user: string, before: number): string {
  const reader = readerOf(slack, user);
  return slack.transcript
    .slice(before)
    .filter((seen) => seen.only === user && (seen.what === 'posted' || seen.what === 'notice'))
    .map((seen) => readMessage(seen, reader))
    .join('\n');
}
