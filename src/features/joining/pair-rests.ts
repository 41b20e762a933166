// The table `pair_rest`: days on which one pair's own clock stands still, beside the days on which its programme rests.
import { Temporal } from 'temporal-polyfill';
import type { Db, Tx } from '../../platform/tools.ts';

/** Both days included. `longer`: they wanted two more weeks, and are written to meanwhile. */
export interface PairRest {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  because: 'paused' | 'longer';
}

/** The rests of one pair, earliest first. */
export async function of(db: Db | Tx, pair: string): Promise<PairRest[]> {
  const rows = await db
    .selectFrom('pair_rest')
    .select(['begins_on', 'ends_on', 'because'])
    .where('pair', '=', pair)
    .orderBy('begins_on')
    .execute();
  return rows.map(rest);
}

/** The rests of every pair of a round, by pair. */
export async function ofRound(db: Db | Tx, round: string): Promise<ReadonlyMap<string, readonly PairRest[]>> {
  const rows = await db
    .selectFrom('pair_rest')
    .innerJoin('pair', 'pair.id', 'pair_rest.pair')
    .select(['pair_rest.pair', 'pair_rest.begins_on', 'pair_rest.ends_on', 'pair_rest.because'])
    .where('pair.round', '=', round)
    .orderBy('pair_rest.begins_on')
    .execute();
  const byPair = new Map<string, PairRest[]>();
  for (const row of rows) byPair.set(row.pair, [...(byPair.get(row.pair) ?? []), rest(row)]);
  return byPair;
}

function rest(row: { begins_on: string; ends_on: string; because: string }): PairRest {
  const because = row.because === 'longer' ? 'longer' : 'paused';
  return { from: Temporal.PlainDate.from(row.begins_on), to: Temporal.PlainDate.from(row.ends_on), because };
}
