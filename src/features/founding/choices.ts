// How many pairs have chosen each other for the coming round, read from the table that pairing keeps: this room stands before it, and still an organiser
// has to hear what ends with another way of finding partners. How many ask and are not answered is nobody's to know.
import type { Db, Tx } from '../../platform/tools.ts';
import * as programmes from './programmes.ts';

export async function chosenPairs(db: Db | Tx, programme: string): Promise<number> {
  const row = await db
    .selectFrom('partner_request')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('programme', '=', programme)
    .where('number', '=', (await programmes.lastRound(db, programme)) + 1)
    .where('ended_at', 'is', null)
    .where('accepted_at', 'is not', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
