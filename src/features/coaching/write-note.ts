// Keeps a note that was written in a form. The form carries the new note's id, so that a form submitted twice is one note.
import { transact } from '../../platform/db/transact.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as leaders from '../joining/leaders.ts';
import { isFortnight, themeOf } from './fortnights.ts';
import type { NotePlace } from './notes.ts';
import * as notes from './notes.ts';
import * as sealed from './sealed-notes.ts';

export interface NoteWish {
  user: string;
  id: string;
  place: NotePlace;
  text: string;
  /** Into the writer's own view of the meeting plan. */
  bring: boolean;
}

export type NoteResult = { ok: true } | { ok: false; because: 'empty' | 'too-long' | 'not-yours' };

/** Saves a new note, sealed. `longest` is the length the form allows, in characters. */
export async function writeNote(tools: Tools, wish: NoteWish, longest: number): Promise<NoteResult> {
  const { user, id, place, text, bring } = wish;
  if (text === '') return { ok: false, because: 'empty' };
  if (text.length > longest) return { ok: false, because: 'too-long' };
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    if (!(await mayWrite(tools, tx, user, place))) return { ok: false, because: 'not-yours' };
    if (await sealed.add(tools, tx, { user, note: { ...place, id, text, bring } }, now)) return { ok: true };
    if (!(await notes.byId(tx, tools.workspace, user, id))) return { ok: false, because: 'not-yours' };
    await sealed.change(tools, tx, { user, id, text, bring }, now);
    return { ok: true };
  });
}

/** The ids of a form come back from the person's own client: each is looked at again. */
async function mayWrite({ workspace, content }: Tools, tx: Tx, user: string, place: NotePlace): Promise<boolean> {
  const leader = await leaders.byId(tx, workspace, place.leader);
  if (leader?.user !== user || leader.leftAt !== null || !isFortnight(place.fortnight)) return false;
  const asked = themeOf(content, place.fortnight).questions.some(({ id }) => id === place.question);
  return asked && (await notes.tookPart(tx, place.leader, place.round));
}
