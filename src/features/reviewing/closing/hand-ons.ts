// The table `hand_on`: what goes forward from one round into the next. A leader's card about themselves, the sentence by which a partner
// introduces them, and the one commitment they take along; each sealed under the key of whoever wrote it.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { HandOnTable } from '../../../platform/db/tables.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

export type What = 'card' | 'introduction' | 'commitment';

/** One of them, with its words still sealed. */
export interface HandOn {
  id: string;
  round: string;
  /** Whom it is about, and who wrote it: leaders, and the Slack ids of both. */
  leader: string;
  about: string;
  writtenBy: string;
  author: string;
  authorName: string;
  what: What;
  sealed: string;
  /** Also says which version this is: it changes with every change of the words. */
  writtenAt: string;
  approvedAt: string | null;
  declinedAt: string | null;
}

export async function byId(db: Db | Tx, workspace: string, id: string): Promise<HandOn | undefined> {
  const row = await whole(db).where('hand_on.workspace', '=', workspace).where('hand_on.id', '=', id).executeTakeFirst();
  return row && handOn(row);
}

/** What stands about a leader in a round. */
export async function about(db: Db | Tx, { round, leader }: { round: string; leader: string }): Promise<HandOn[]> {
  const rows = await whole(db).where('hand_on.round', '=', round).where('hand_on.leader', '=', leader).orderBy('hand_on.id').execute();
  return rows.map(handOn);
}

/** What a leader has written in a round. */
export async function writtenIn(db: Db | Tx, { round, leader }: { round: string; leader: string }): Promise<HandOn[]> {
  const rows = await whole(db).where('hand_on.round', '=', round).where('hand_on.written_by', '=', leader).orderBy('hand_on.id').execute();
  return rows.map(handOn);
}

/** Everything a leader has written in any round, oldest first. */
export async function writtenBy(db: Db | Tx, leader: string): Promise<HandOn[]> {
  return (await whole(db).where('hand_on.written_by', '=', leader).orderBy('hand_on.written_at').execute()).map(handOn);
}

/** Every introduction of a leader, of any round, oldest first: they have seen it. */
export async function introducing(db: Db | Tx, leader: string): Promise<HandOn[]> {
  const rows = await whole(db)
    .where('hand_on.leader', '=', leader)
    .where('hand_on.what', '=', 'introduction')
    .orderBy('hand_on.written_at')
    .execute();
  return rows.map(handOn);
}

/** Saves it, or new words in the place of the old ones: an approval holds for the words it was given to. */
export async function put(
  tx: Tx,
  row: Pick<HandOnTable, 'id' | 'workspace' | 'round' | 'leader' | 'what' | 'written_by' | 'sealed'>,
  now: Temporal.Instant,
): Promise<void> {
  const fresh = { sealed: row.sealed, written_at: stamp(now), approved_at: null, declined_at: null };
  await tx
    .insertInto('hand_on')
    .values({ ...row, ...fresh })
    .onConflict((conflict) => conflict.columns(['round', 'leader', 'what', 'written_by']).doUpdateSet(fresh))
    .execute();
}

/** Approves or declines exactly the words of `writtenAt`; false where they have changed since, or are gone. */
export async function decide(
  tx: Tx,
  { id, writtenAt }: Pick<HandOn, 'id' | 'writtenAt'>,
  decision: 'approved' | 'declined',
  now: Temporal.Instant,
): Promise<boolean> {
  const said = { approved_at: null, declined_at: null, [`${decision}_at`]: stamp(now) };
  const changed = await tx.updateTable('hand_on').set(said).where('id', '=', id).where('written_at', '=', writtenAt).executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

export async function remove(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('hand_on').where('id', '=', id).execute();
}

function whole(db: Db | Tx) {
  return db
    .selectFrom('hand_on')
    .innerJoin('leader as subject', 'subject.id', 'hand_on.leader')
    .innerJoin('leader as writer', 'writer.id', 'hand_on.written_by')
    .select(['hand_on.id', 'hand_on.round', 'hand_on.leader', 'hand_on.written_by', 'hand_on.what', 'hand_on.sealed'])
    .select(['hand_on.written_at', 'hand_on.approved_at', 'hand_on.declined_at'])
    .select(['subject.slack_user as about', 'writer.slack_user as author', 'writer.name as author_name']);
}

type Row = Awaited<ReturnType<ReturnType<typeof whole>['execute']>>[number];

function handOn(row: Row): HandOn {
  const { id, round, leader, about: whom, author, sealed } = row;
  return {
    ...{ id, round, leader, about: whom, author, sealed, authorName: row.author_name, writtenBy: row.written_by, what: row.what as What },
    ...{ writtenAt: row.written_at, approvedAt: row.approved_at, declinedAt: row.declined_at },
  };
}
