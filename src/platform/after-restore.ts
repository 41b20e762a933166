// What must be done to a database that was put back from a backup before anything is sent from it: since the backup was taken, messages
// have gone out and people have been forgotten.
import type { Temporal } from 'temporal-polyfill';
import type { TombstoneTable } from './db/tables.ts';
import { transact } from './db/transact.ts';
import { eraseAgain } from './erasures.ts';
import { doubtWaiting } from './outbox/doubt.ts';
import type { Db } from './tools.ts';
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
    unclear: await doubtWaiting(tx, now),
  }));
}
