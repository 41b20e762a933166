// What must be done to a database that was put back from a backup before anything is sent from it: since the backup was taken, messages
// have gone out and people have been forgotten.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from './clock.ts';
import type { TombstoneTable } from './db/tables.ts';
import { transact } from './db/transact.ts';
import { eraseAgain } from './erasures.ts';
import type { Db, Tx } from './tools.ts';
import type { Vault } from './vault.ts';

export interface Settled {
  /** Messages whose fate is looked up in Slack before anything is sent again. */
  unclear: number;
  /** People who were forgotten once more. */
  forgotten: number;
}

/** In one transaction: forgets again whoever is in `erased`, and makes every message that may have been sent since the backup unclear. */
export async function afterRestore(db: Db, vault: Vault, erased: readonly TombstoneTable[], now: Temporal.Instant): Promise<Settled> {
  return transact(db, async (tx) => ({
    forgotten: await eraseAgain(tx, vault, erased),
    unclear: await doubt(tx, now),
  }));
}

/** A message that was due by now counts as begun, and the search for it goes back to the earliest moment at which it can have been sent. */
async function doubt(tx: Tx, now: Temporal.Instant): Promise<number> {
  const result = await tx
    .updateTable('outbox')
    .set((eb) => ({
      state: 'sending',
      attempt: eb('attempt', '+', 1),
      started_at: eb.case().when('not_before', '>', eb.ref('created_at')).then(eb.ref('not_before')).else(eb.ref('created_at')).end(),
      boot: null,
      looks: 0,
      looked_at: null,
    }))
    .where('state', '=', 'pending')
    .where('not_before', '<=', stamp(now))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
