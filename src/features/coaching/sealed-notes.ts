// The text of notes: sealed under its author's own key when it is saved, opened when its author looks at it. Nothing else in the program seals
// or opens one.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import { type Seal, SealBroken } from '../../platform/vault.ts';
import type { Note, NotePlace } from './notes.ts';

export interface NewNote extends NotePlace {
  id: string;
  text: string;
  bring: boolean;
  message?: { channel: string; ts: string };
}

/** Seals and saves a note. `false` when a note with this id stands already. */
export async function add(
  { workspace, vault }: Pick<Tools, 'workspace' | 'vault'>,
  tx: Tx,
  { user, note }: { user: string; note: NewNote },
  now: Temporal.Instant,
): Promise<boolean> {
  const { id, leader, round, fortnight, question, message } = note;
  const row = await tx
    .insertInto('note')
    .values({
      ...{ id, workspace, leader, round, fortnight, question },
      sealed: await vault.seal(tx, sealOf(workspace, user, id), note.text),
      source: message ? 'message' : 'form',
      message_channel: message?.channel ?? null,
      message_ts: message?.ts ?? null,
      bring_at: note.bring ? stamp(now) : null,
      written_at: stamp(now),
      changed_at: stamp(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Seals `text` in place of what stood there, and says whether it is to be brought to the meeting where `bring` is given. */
export async function change(
  { workspace, vault }: Pick<Tools, 'workspace' | 'vault'>,
  tx: Tx,
  { user, id, text, bring }: { user: string; id: string; text: string; bring?: boolean },
  now: Temporal.Instant,
): Promise<void> {
  const sealed = await vault.seal(tx, sealOf(workspace, user, id), text);
  const brought = bring === undefined ? {} : { bring_at: bring ? stamp(now) : null };
  await tx
    .updateTable('note')
    .set({ sealed, changed_at: stamp(now), ...brought })
    .where('id', '=', id)
    .execute();
}

/** What its author wrote; nothing where the seal does not hold any more. For the eyes of `user` only, who must be its author. */
export async function open(
  { db, workspace, vault, log }: Pick<Tools, 'db' | 'workspace' | 'vault' | 'log'>,
  user: string,
  { id, sealed }: Pick<Note, 'id' | 'sealed'>,
): Promise<string | undefined> {
  try {
    return await vault.open(db, sealOf(workspace, user, id), sealed);
  } catch (fault) {
    if (!(fault instanceof SealBroken)) throw fault;
    log.error('A note could not be opened: it was damaged, or its key is gone', { reference: id });
    return undefined;
  }
}

function sealOf(workspace: string, user: string, id: string): Seal {
  return { workspace, owner: user, kind: 'note', record: id };
}
