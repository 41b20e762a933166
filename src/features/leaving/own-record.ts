// What is on record of a leader's rounds without a word of anybody's: the meetings of their pairs, their breaks, and when they wished for another
// partner.
import type { Db, Tx } from '../../platform/tools.ts';

export interface MyMeeting {
  fortnight: number;
  state: string;
  starts: string | null;
  minutes: number;
}

export interface MyBreak {
  because: string;
  from: string;
  to: string;
}

export interface MyWish {
  wished: string;
  settled: string | null;
  outcome: string | null;
}

/** Of every pair they are or were in, in order. */
export async function meetingsOf(db: Db | Tx, leader: string): Promise<MyMeeting[]> {
  const pairs = db.selectFrom('pair_leader').select('pair').where('leader', '=', leader);
  return db
    .selectFrom('meeting')
    .select(['fortnight', 'state', 'starts_at as starts', 'minutes'])
    .where('pair', 'in', pairs)
    .orderBy('arranged_at')
    .execute();
}

/** Days on which their pair stood still because of them, both ends included. */
export async function breaksOf(db: Db | Tx, leader: string): Promise<MyBreak[]> {
  return db
    .selectFrom('pair_rest')
    .select(['because', 'begins_on as from', 'ends_on as to'])
    .where('leader', '=', leader)
    .orderBy('begins_on')
    .execute();
}

export async function wishesOf(db: Db | Tx, leader: string): Promise<MyWish[]> {
  return db
    .selectFrom('rematch')
    .select(['wanted_at as wished', 'settled_at as settled', 'outcome'])
    .where('leader', '=', leader)
    .orderBy('wanted_at')
    .execute();
}
