// Letters that may have been sent although this database does not know it, because it was put back from a backup. They are looked up in Slack
// before anything is sent.

import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../clock.ts';
import { transact } from '../db/transact.ts';
import type { Tools, Tx } from '../tools.ts';
import { QUARANTINE } from './settle.ts';

/**
 * A letter that was due by now counts as begun, and the search for it goes back to the earliest moment at which it can have been sent.
 * The search itself begins after the usual quarantine: the last request before the restore may still be on its way. Returns how many.
 */
export async function doubtWaiting(tx: Tx, now: Temporal.Instant): Promise<number> {
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
  await tx
    .updateTable('boot')
    .set((eb) => ({ restored_from: eb.fn.coalesce('ticked_at', 'started_at') }))
    .where('id', '=', 1)
    .execute();
  return Number(waiting.numUpdatedRows) + Number(begun.numUpdatedRows);
}

/**
 * Called when a process has planned for the first time, at `now`: what it planned after a restore may have been planned before, and sent, by
 * the process whose database was lost. Does nothing where nothing was restored.
 */
export async function doubtPlanned({ db, log }: Pick<Tools, 'db' | 'log'>, now: Temporal.Instant): Promise<void> {
  const count = await transact(db, async (tx) => {
    const boot = await tx.selectFrom('boot').select('restored_from').where('id', '=', 1).executeTakeFirst();
    if (!boot?.restored_from) return 0;
    const planned = await tx
      .updateTable('outbox')
      .set((eb) => ({ attempt: eb('attempt', '+', 1), started_at: boot.restored_from, ...unclearFrom(now) }))
      .where('state', '=', 'pending')
      .where('attempt', '=', 0)
      .where('created_at', '>=', stamp(now))
      .executeTakeFirst();
    await tx.updateTable('boot').set({ restored_from: null }).where('id', '=', 1).execute();
    return Number(planned.numUpdatedRows);
  });
  if (count > 0) log.warn('After the restore, messages planned now are looked up in Slack before they are sent', { count });
}

function unclearFrom(now: Temporal.Instant) {
  return { state: 'unclear', reason: 'restored', not_before: stamp(now.add(QUARANTINE)), boot: null, looks: 0, looked_at: null };
}
