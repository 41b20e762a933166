// Who works with a leader just now, read from the tables that pairing keeps. This room stands before pairing, and still a pause has to be told to
// the partner.
import { ready } from '../../platform/db/ready.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import { fromRow } from './leader-rows.ts';
import type { Leader } from './leaders.ts';

export interface Partnership {
  pair: string;
  round: string;
  /** The other one, or the other two. */
  others: readonly Leader[];
}

/** The newest pair or trio the leader is in, of a round that stands and runs; nothing where there is none. */
export async function partnershipOf(db: Db | Tx, leader: string): Promise<Partnership | undefined> {
  return (await partnershipsOf(db, leader)).at(-1);
}

/** All of them, the earlier round first: while one round ends and the next is told, there are two. */
export async function partnershipsOf(db: Db | Tx, leader: string): Promise<Partnership[]> {
  const found: Partnership[] = [];
  for (const { pair, round } of await standingPairsOf(db, leader)) {
    const others = (await peopleIn(db, pair)).filter(({ id }) => id !== leader);
    if (others.length > 0) found.push({ pair, round, others });
  }
  return found;
}

/** Every pair or trio the leader is in, of rounds that stand and run, the earlier round first; also where nobody else is left in it. */
export function standingPairsOf(db: Db | Tx, leader: string): Promise<{ pair: string; round: string }[]> {
  return standingPairs(db, { leader });
}

const standingPairs = ready((db, { leader }: { leader: string }) =>
  db
    .selectFrom('pair_leader')
    .innerJoin('pair', 'pair.id', 'pair_leader.pair')
    .innerJoin('round', 'round.id', 'pair.round')
    .select(['pair_leader.pair', 'pair.round'])
    .where('pair_leader.leader', '=', leader)
    .where('pair_leader.ended_at', 'is', null)
    .where('pair.ended_at', 'is', null)
    .where('round.closed_at', 'is', null)
    .where('round.undone_at', 'is', null)
    .orderBy('round.number'),
);

/** Everyone who is in a pair just now and has not left the programme, in the order of their places. */
export async function peopleIn(db: Db | Tx, pair: string): Promise<Leader[]> {
  const rows = await db
    .selectFrom('pair_leader')
    .innerJoin('leader', 'leader.id', 'pair_leader.leader')
    .selectAll('leader')
    .where('pair_leader.pair', '=', pair)
    .where('pair_leader.ended_at', 'is', null)
    .where('leader.left_at', 'is', null)
    .orderBy('pair_leader.place')
    .execute();
  return rows.map(fromRow);
}
