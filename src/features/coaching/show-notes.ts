// Opens a leader's own notes for their own eyes: the list, or some of them in full. Nothing else in the program opens a note.
import type { ModalView } from '@slack/types';
import { record } from '../../platform/audit.ts';
import { dayOf, instantOf, sayDay } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Tools } from '../../platform/tools.ts';
import * as leaders from '../joining/leaders.ts';
import { themeOf } from './fortnights.ts';
import { type Heading, noteForm } from './note-form-view.ts';
import { type NoteShown, noteModal, notesModal } from './note-views.ts';
import type { Note } from './notes.ts';
import * as notes from './notes.ts';
import * as replies from './replies.ts';
import * as sealed from './sealed-notes.ts';

const ON_A_PAGE = 8;

type Reading = Pick<Tools, 'db' | 'workspace' | 'vault' | 'content' | 'log' | 'newId' | 'now'>;

/** Page `wanted` of everything `user` has written; the last page where there are fewer. */
export async function notesPage(tools: Reading, user: string, wanted: number): Promise<ModalView> {
  const { db, workspace, content } = tools;
  const pages = Math.max(1, Math.ceil((await notes.count(db, workspace, user)) / ON_A_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages);
  const found = await notes.ofPerson(db, workspace, user, { from: (page - 1) * ON_A_PAGE, count: ON_A_PAGE });
  return notesModal(content, { notes: await shown(tools, user, found), page, pages });
}

/** One note of `user` in full. */
export async function oneNote(tools: Reading, user: string, id: string): Promise<ModalView> {
  const note = await notes.byId(tools.db, tools.workspace, user, id);
  return noteModal(tools.content, await shown(tools, user, note ? [note] : []));
}

/** All that the confirmation of note `id` speaks for, in the order in which it was typed. */
export async function keptNotes(tools: Reading, user: string, id: string): Promise<ModalView> {
  const { db, workspace, content } = tools;
  const found = await notes.some(db, workspace, user, [id, ...(await replies.keptWith(db, workspace, id))]);
  return noteModal(content, await shown(tools, user, found));
}

/** The notes that `author` wants to bring to the meeting of a fortnight: marked after `since`, where an earlier one was held then. */
export async function broughtNotes(
  tools: Reading,
  author: { id: string; user: string },
  wanted: { round: string; fortnight: number; since?: string },
): Promise<NoteShown[]> {
  return shown(tools, author.user, await notes.brought(tools.db, tools.workspace, author, wanted));
}

/** The form with a note of `user` in it, to change; nothing where it is gone or cannot be opened. */
export async function changeForm(tools: Reading, user: string, id: string): Promise<ModalView | undefined> {
  const note = await notes.byId(tools.db, tools.workspace, user, id);
  const [open] = await shown(tools, user, note ? [note] : []);
  if (!open || open.text === undefined) return undefined;
  return noteForm(tools.content, { ...open, text: open.text, about: JSON.stringify({ note: id }), callback: 'coaching.changed-note' });
}

/** An empty form for a note that belongs to `place`. It carries the new note's id, so that a form submitted twice is one note. */
export function newForm(tools: Pick<Tools, 'content' | 'newId'>, place: notes.NotePlace): ModalView {
  const about = JSON.stringify({ note: tools.newId(), ...place });
  return noteForm(tools.content, { ...headingOf(tools, place), about, callback: 'coaching.note' });
}

async function shown(tools: Reading, user: string, some: readonly Note[]): Promise<NoteShown[]> {
  const own = await leaders.ofPerson(tools.db, tools.workspace, user);
  const several = own.length > 1;
  const zones = new Map(own.map((leader) => [leader.id, leader.timeZone]));
  await recordReading(tools, user, some);
  const open: NoteShown[] = [];
  for (const note of some) {
    const text = await sealed.open(tools, user, note);
    const on = sayDay(dayOf(instantOf(note.writtenAt), zones.get(note.leader) ?? 'UTC'));
    const heading = { ...headingOf(tools, note), on, ...(several && { programme: note.programmeName }) };
    open.push({ ...heading, id: note.id, bring: note.bring, ...(text !== undefined && { text }) });
  }
  return open;
}

/** Puts on record that notes are opened, once for a look and without a word of them; of no programme, so that no organiser is shown who reads when. */
async function recordReading(tools: Reading, user: string, [first, ...rest]: readonly Note[]): Promise<void> {
  if (!first) return;
  const deed = { actor: user, action: 'notes-opened', subject: first.id, detail: { count: rest.length + 1 } };
  const now = tools.now();
  await transact(tools.db, (tx) => record(tools, tx, deed, now));
}

/** What a note is about, in words. */
function headingOf({ content }: Pick<Tools, 'content'>, place: Pick<notes.NotePlace, 'fortnight' | 'question'>): Heading {
  const { title } = themeOf(content, place.fortnight);
  return { fortnight: place.fortnight, title, question: content.plain(place.question) };
}
