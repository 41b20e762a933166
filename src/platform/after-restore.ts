// What must be done to a database that was put back from a backup before anything is sent from it: since the backup was taken, messages
// have gone out and people have been forgotten.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from './clock.ts';
import type { TombstoneTable } from './db/tables.ts';
import { transact } from './db/transact.ts';
import { eraseAgain } from './erasures.ts';
import { QUARANTINE } from './outbox/settle.ts';
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

/**
 * A message that was due by now counts as begun, and the search for it goes back to the earliest moment at which it can have been sent.
 * The search itself begins after the usual quarantine: the last request before the restore may still be on its way.
 */
async function doubt(tx: Tx, now: Temporal.Instant): Promise<number> {
  const waiting = await tx
    .updateTable('outbox')
    .set((eb) => ({
      attempt: eb('attempt', '+', 1),
      started_at: eb.case().when('not_before', '>', eb.ref('created_at')).then(eb.ref('not_before')).else(eb.ref('created_at')).end(),
      ...unclearFrom(now),
    }))
    .where('state', '=', 'pending')
    .where('not_before', '<=', stamp(now))
    .executeTakeFirst();
  const begun = await tx.updateTable('outbox').set(unclearFrom(now)).where('state', '=', 'sending').executeTakeFirst();
  return Number(waiting.numUpdatedRows) + Number(begun.numUpdatedRows);
}

function unclearFrom(now: Temporal.Instant) {
  return { state: 'unclear', reason: 'restored', not_before: stamp(now.add(QUARANTINE)), boot: null, looks: 0, looked_at: null };
}
