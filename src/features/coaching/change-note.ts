// Changes a note: in the form, or by editing the Slack message from which it came.
import type { Temporal } from 'temporal-polyfill';
import { transact } from '../../platform/db/transact.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import { keepReply, readableText } from './keep-reply.ts';
import * as notes from './notes.ts';
import type { Message } from './replies.ts';
import * as replies from './replies.ts';
import * as sealed from './sealed-notes.ts';
import type { NoteResult } from './write-note.ts';

export interface NoteChange {
  user: string;
  id: string;
  text: string;
  bring: boolean;
}

/** Puts `text` in place of what the note said. `longest` is the length the form allows, in characters. */
export async function changeNote(tools: Tools, { user, id, text, bring }: NoteChange, longest: number): Promise<NoteResult> {
  if (text === '') return { ok: false, because: 'empty' };
  if (text.length > longest) return { ok: false, because: 'too-long' };
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    if (!(await notes.byId(tx, tools.workspace, user, id))) return { ok: false, because: 'not-yours' };
    await sealed.change(tools, tx, { user, id, text, bring }, now);
    return { ok: true };
  });
}

export interface EditedMessage extends Message {
  user: string;
  text: string;
}

/** Follows an edit of a message. Where the message itself never came, the words as edited are the first that are heard of it. */
export async function followEdit(tools: Tools, message: EditedMessage): Promise<void> {
  const { user } = message;
  const now = tools.now();
  await transact(tools.db, async (tx) => {
    const reply = await replies.find(tx, tools.workspace, message);
    if (!reply) return hearLate(tools, tx, message, now);
    const text = await readableText(tools, tx, message.text);
    if (reply.user === user && reply.note !== null && text !== '') await sealed.change(tools, tx, { user, id: reply.note, text }, now);
  });
  tools.knock();
}

async function hearLate(tools: Tools, tx: Tx, message: EditedMessage, now: Temporal.Instant): Promise<void> {
  const kept = await keepReply(tools, tx, { ...message, edited: true }, now);
  if (kept.ok || kept.because === 'heard') return;
  const { user, channel, ts } = message;
  await replies.hear(tools, tx, { user, channel, ts, outcome: 'unanswered' }, now);
}
