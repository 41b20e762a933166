// The one row that counts how often the program has been started on this database. Messages are claimed under the number, so that a
// process which has lost the database cannot go on settling them.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../clock.ts';
import type { Db } from '../tools.ts';
import { ready } from './ready.ts';
import { transact } from './transact.ts';

/** Raises the counter and returns it: 1 at the first start. */
export async function raiseBoot(db: Db, now: Temporal.Instant): Promise<number> {
  return transact(db, async (tx) => {
    const row = await tx
      .insertInto('boot')
      .values({ id: 1, number: 1, started_at: stamp(now), ticked_at: null, key_check: null, restored_from: null })
      .onConflict((oc) => oc.column('id').doUpdateSet((eb) => ({ number: eb('boot.number', '+', 1), started_at: stamp(now) })))
      .returning('number')
      .executeTakeFirstOrThrow();
    return row.number;
  });
}

/** Notes that the clock has knocked; health looks at it. */
export async function noteTick(db: Db, now: Temporal.Instant): Promise<void> {
  await ticked(db, { at: stamp(now) });
}

const ticked = ready((db, { at }: { at: string }) => db.updateTable('boot').set({ ticked_at: at }).where('id', '=', 1));
