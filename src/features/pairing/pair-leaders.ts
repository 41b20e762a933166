// The table `pair_leader`: one person's place in one pair, and what they said of it.
import type { Insertable } from 'kysely';
import type { PairLeaderTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';

const ROWS_AT_ONCE = 500;

export async function add(tx: Tx, places: readonly Insertable<PairLeaderTable>[]): Promise<void> {
  for (let from = 0; from < places.length; from += ROWS_AT_ONCE) {
    await tx
      .insertInto('pair_leader')
      .values(places.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}

/** "This suits me". True when it had not been said before. */
export async function confirm(tx: Tx, pair: string, leader: string, at: string): Promise<boolean> {
  const changed = await standing(tx, pair, leader)
    .set({ confirmed_at: at })
    .where('confirmed_at', 'is', null)
    .where('asked_another_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** "Ask for another". True when it had not been asked before. A match that suited yesterday may not today, so an earlier yes is taken back. */
export async function askAnother(tx: Tx, pair: string, leader: string, at: string): Promise<boolean> {
  const changed = await standing(tx, pair, leader)
    .set({ asked_another_at: at, confirmed_at: null })
    .where('asked_another_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** How many people of the round have not yet said that their match suits them. */
export async function undecided(db: Db | Tx, round: string): Promise<number> {
  const { waiting } = await db
    .selectFrom('pair_leader')
    .select(({ fn }) => fn.countAll<number | string>().as('waiting'))
    .where('round', '=', round)
    .where('ended_at', 'is', null)
    .where('confirmed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(waiting);
}

function standing(tx: Tx, pair: string, leader: string) {
  return tx.updateTable('pair_leader').where('pair', '=', pair).where('leader', '=', leader).where('ended_at', 'is', null);
}
