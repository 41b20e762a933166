// The table `keepsake`: leaders who keep what they wrote in a round beyond the thirty days.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

export interface Keepsake {
  round: string;
  leader: string;
}

export async function isKept(db: Db | Tx, { round, leader }: Keepsake): Promise<boolean> {
  const row = await db.selectFrom('keepsake').select('kept_at').where('round', '=', round).where('leader', '=', leader).executeTakeFirst();
  return row !== undefined;
}

export async function keep(tx: Tx, { round, leader, workspace }: Keepsake & { workspace: string }, now: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('keepsake')
    .values({ round, leader, workspace, kept_at: stamp(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function letGo(tx: Tx, { round, leader }: Keepsake): Promise<void> {
  await tx.deleteFrom('keepsake').where('round', '=', round).where('leader', '=', leader).execute();
}
