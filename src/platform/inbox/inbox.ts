// The inbox table: events that are ours to handle, from the moment Slack is told that we have them.
import type { Selectable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../clock.ts';
import type { InboxTable } from '../db/tables.ts';
import type { Db, Tx } from '../tools.ts';

export type InboxRow = Selectable<InboxTable>;

export type NewRow = Pick<InboxRow, 'id' | 'workspace' | 'key' | 'twin' | 'kind' | 'fields' | 'sealed' | 'received_at' | 'not_before'>;

/** Adds the event; false when it stands there already, under its key or its twin. */
export async function add(tx: Tx, row: NewRow): Promise<boolean> {
  const added = await tx
    .insertInto('inbox')
    .values({ ...row, attempts: 0, done_at: null, failed: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Keys that stand there and begin with `beginning`. */
export async function keysLike(tx: Tx, workspace: string, beginning: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('inbox')
    .select('key')
    .where('workspace', '=', workspace)
    .where('key', 'like', `${beginning}%`)
    .execute();
  return rows.map((row) => row.key);
}

/** Lets wait no longer what came before the event it belongs to. */
export async function release(tx: Tx, workspace: string, beginnings: readonly string[]): Promise<void> {
  for (const beginning of beginnings) {
    await tx
      .updateTable('inbox')
      .set({ not_before: null })
      .where('workspace', '=', workspace)
      .where('key', 'like', `${beginning}%`)
      .where('attempts', '=', 0)
      .execute();
  }
}

/** What is still to be handled, in the order in which it came; of what came in one instant, a message before its change. */
export async function open(db: Db, workspace: string, most: number): Promise<InboxRow[]> {
  return db
    .selectFrom('inbox')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('done_at', 'is', null)
    .where('failed', 'is', null)
    .orderBy('received_at')
    .orderBy('kind')
    .orderBy('key')
    .limit(most)
    .execute();
}

/** Handled: the text is not kept a moment longer. */
export async function done(db: Db, id: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ done_at: stamp(now), sealed: null })
    .where('id', '=', id)
    .execute();
}

/** Not handled: to be tried again then. */
export async function again(db: Db, id: string, attempts: number, notBefore: Temporal.Instant): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ attempts, not_before: stamp(notBefore) })
    .where('id', '=', id)
    .execute();
}

/** Given up: it stands there, sealed, for whoever looks into it. */
export async function failed(db: Db, id: string, attempts: number, code: string): Promise<void> {
  await db.updateTable('inbox').set({ attempts, failed: code }).where('id', '=', id).execute();
}

/** Forgets what was handled before `before`; by then no copy of it can arrive any more. */
export async function purge(db: Db, workspace: string, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('inbox').where('workspace', '=', workspace).where('done_at', '<', stamp(before)).execute();
}
