// How often the pairs of a round have met, as their check-ins say: a fortnight counts once, whoever of them said so.
import type { Db, Tx } from '../../../platform/tools.ts';

/** By pair; those that have not met are missing. */
export async function metIn(db: Db | Tx, round: string): Promise<ReadonlyMap<string, number>> {
  const rows = await said(db).where('pair.round', '=', round).execute();
  return new Map(rows.map(({ pair, met }) => [pair, Number(met)]));
}

/** Of one pair. */
export async function metBy(db: Db | Tx, pair: string): Promise<number> {
  const row = await said(db).where('checkin.pair', '=', pair).executeTakeFirst();
  return Number(row?.met ?? 0);
}

function said(db: Db | Tx) {
  return db
    .selectFrom('checkin')
    .innerJoin('pair', 'pair.id', 'checkin.pair')
    .select(({ fn }) => ['checkin.pair as pair', fn.count('checkin.fortnight').distinct().as('met')])
    .where('checkin.met', '=', 'met')
    .groupBy('checkin.pair');
}
