// The table `note`: what leaders wrote to a fortnight's question. Every question here names the person who asks; a note of somebody else does
// not exist for them. The text itself is sealed (see sealed-notes.ts).
import type { Db, Tx } from '../../platform/tools.ts';

/** Where a note belongs: to the fortnight of a round, under one of its questions. */
export interface NotePlace {
  leader: string;
  round: string;
  fortnight: number;
  /** The question's id in `content/`. */
  question: string;
}

/** A note with its text still sealed. */
export interface Note extends NotePlace {
  id: string;
  programmeName: string;
  sealed: string;
  /** `form` or `message`. */
  source: string;
  bring: boolean;
  writtenAt: string;
  changedAt: string;
}

/** The note `id`, if it is of `user`. */
export async function byId(db: Db | Tx, workspace: string, user: string, id: string): Promise<Note | undefined> {
  const row = await own(db, workspace, user).where('note.id', '=', id).executeTakeFirst();
  return row && note(row);
}

/** A page of everything `user` has written, newest first. */
export async function ofPerson(
  db: Db | Tx,
  workspace: string,
  user: string,
  { from, count }: { from: number; count: number },
): Promise<Note[]> {
  const rows = await own(db, workspace, user)
    .orderBy('note.written_at', 'desc')
    .orderBy('note.id', 'desc')
    .limit(count)
    .offset(from)
    .execute();
  return rows.map(note);
}

export async function count(db: Db | Tx, workspace: string, user: string): Promise<number> {
  const row = await db
    .selectFrom('note')
    .innerJoin('leader', 'leader.id', 'note.leader')
    .select(({ fn }) => fn.countAll<number | string>().as('notes'))
    .where('note.workspace', '=', workspace)
    .where('leader.slack_user', '=', user)
    .executeTakeFirstOrThrow();
  return Number(row.notes);
}

/** The notes of these ids that are of `user`, in the order in which they were written. */
export async function some(db: Db | Tx, workspace: string, user: string, ids: readonly string[]): Promise<Note[]> {
  if (ids.length === 0) return [];
  const rows = await own(db, workspace, user)
    .where('note.id', 'in', [...ids])
    .orderBy('note.written_at')
    .orderBy('note.message_ts')
    .execute();
  return rows.map(note);
}

/** Those that a leader has marked to bring to a meeting of the round, up to a fortnight and, where it is given, after `since`. */
export async function brought(
  db: Db | Tx,
  workspace: string,
  author: { id: string; user: string },
  { round, fortnight, since = '' }: { round: string; fortnight: number; since?: string },
): Promise<Note[]> {
  const rows = await own(db, workspace, author.user)
    .where('note.leader', '=', author.id)
    .where('note.round', '=', round)
    .where('note.fortnight', '<=', fortnight)
    .where('note.bring_at', '>', since)
    .orderBy('note.written_at')
    .orderBy('note.id')
    .execute();
  return rows.map(note);
}

/** Whether the leader has, or had, a partner in the round: only then is there a fortnight to write to. */
export async function tookPart(db: Db | Tx, leader: string, round: string): Promise<boolean> {
  const place = db.selectFrom('pair_leader').select('pair').where('leader', '=', leader).where('round', '=', round);
  return (await place.limit(1).executeTakeFirst()) !== undefined;
}

/** Puts a note into another fortnight. */
export async function move(tx: Tx, id: string, { leader, round, fortnight, question }: NotePlace): Promise<void> {
  await tx.updateTable('note').set({ leader, round, fortnight, question }).where('id', '=', id).execute();
}

export async function remove(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .deleteFrom('note')
      .where('id', 'in', [...ids])
      .execute();
}

function own(db: Db | Tx, workspace: string, user: string) {
  return db
    .selectFrom('note')
    .innerJoin('leader', 'leader.id', 'note.leader')
    .innerJoin('programme', 'programme.id', 'leader.programme')
    .select(['note.id', 'note.leader', 'note.round', 'note.fortnight', 'note.question', 'note.sealed', 'note.source', 'note.bring_at'])
    .select(['note.written_at', 'note.changed_at', 'programme.name as programme_name'])
    .where('note.workspace', '=', workspace)
    .where('leader.slack_user', '=', user);
}

type Row = Awaited<ReturnType<ReturnType<typeof own>['execute']>>[number];

function note(row: Row): Note {
  return {
    id: row.id,
    leader: row.leader,
    round: row.round,
    fortnight: row.fortnight,
    question: row.question,
    programmeName: row.programme_name,
    sealed: row.sealed,
    source: row.source,
    bring: row.bring_at !== null,
    writtenAt: row.written_at,
    changedAt: row.changed_at,
  };
}
