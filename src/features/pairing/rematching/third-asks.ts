// The table `third_ask`: which pairs have been asked in private to take somebody in, and what each of the two has answered.
import type { Selectable } from 'kysely';
import type { ThirdAskTable } from '../../../platform/db/tables.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

export type ThirdAsk = Selectable<ThirdAskTable>;

/** Everyone who has been asked on behalf of one wish. */
export function ofWish(db: Db | Tx, wish: string): Promise<ThirdAsk[]> {
  return db.selectFrom('third_ask').selectAll().where('rematch', '=', wish).orderBy('asked_at').orderBy('pair').orderBy('leader').execute();
}

/** Pairs of a round that have been asked already, on whose behalf ever: once is enough. */
export async function askedIn(db: Db | Tx, round: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('third_ask')
    .innerJoin('rematch', 'rematch.id', 'third_ask.rematch')
    .select('third_ask.pair')
    .where('rematch.round', '=', round)
    .execute();
  return new Set(rows.map(({ pair }) => pair));
}

export async function add(tx: Tx, asks: readonly Omit<ThirdAsk, 'answer' | 'answered_at'>[]): Promise<void> {
  for (const ask of asks)
    await tx
      .insertInto('third_ask')
      .values({ ...ask, answer: null, answered_at: null })
      .execute();
}

/** Puts an answer on record; false where there was no such question, or it has been answered. */
export async function answer(
  tx: Tx,
  {
    rematch,
    pair,
    leader,
    answer: said,
    at,
  }: Omit<ThirdAsk, 'workspace' | 'asked_at' | 'answered_at' | 'answer'> & { answer: 'yes' | 'no'; at: string },
): Promise<boolean> {
  const open = tx
    .updateTable('third_ask')
    .set({ answer: said, answered_at: at })
    .where('rematch', '=', rematch)
    .where('pair', '=', pair)
    .where('leader', '=', leader)
    .where('answer', 'is', null);
  return (await open.executeTakeFirst()).numUpdatedRows > 0n;
}
