// The table `look_back`: a leader's private look back on a round. It is asked for by its author's leader id, and its words are sealed.

import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { LookBackTable } from '../../../platform/db/tables.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

export function find(db: Db | Tx, { round, leader }: { round: string; leader: string }): Promise<LookBackTable | undefined> {
  return db.selectFrom('look_back').selectAll().where('round', '=', round).where('leader', '=', leader).executeTakeFirst();
}

/** Everything that a leader has looked back on, oldest first. */
export function ofLeader(db: Db | Tx, leader: string): Promise<LookBackTable[]> {
  return db.selectFrom('look_back').selectAll().where('leader', '=', leader).orderBy('written_at').execute();
}

/** Saves it, or puts it in the place of what stood there. */
export async function put(tx: Tx, row: Omit<LookBackTable, 'written_at'>, now: Temporal.Instant): Promise<void> {
  const written_at = stamp(now);
  await tx
    .insertInto('look_back')
    .values({ ...row, written_at })
    .onConflict((conflict) => conflict.columns(['round', 'leader']).doUpdateSet({ sealed: row.sealed, written_at }))
    .execute();
}

export async function remove(tx: Tx, { round, leader }: { round: string; leader: string }): Promise<void> {
  await tx.deleteFrom('look_back').where('round', '=', round).where('leader', '=', leader).execute();
}
