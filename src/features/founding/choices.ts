// How many leaders have chosen each other for the coming round, and how many are asking, read from the table that pairing keeps: this room stands
// before it, and still an organiser has to hear what ends with another way of finding partners.
import type { Db, Tx } from '../../platform/tools.ts';
import * as programmes from './programmes.ts';

export interface Choices {
  pairs: number;
  requests: number;
}

export async function standingChoices(db: Db | Tx, programme: string): Promise<Choices> {
  const rows = await db
    .selectFrom('partner_request')
    .select('accepted_at')
    .where('programme', '=', programme)
    .where('number', '=', (await programmes.lastRound(db, programme)) + 1)
    .where('ended_at', 'is', null)
    .execute();
  const pairs = rows.filter(({ accepted_at }) => accepted_at !== null).length;
  return { pairs, requests: rows.length - pairs };
}
