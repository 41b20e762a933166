// The latest round in which a leader had a pair to its end, and the latest before a given one: what is read of earlier rounds begins here.
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/tools.ts';

/** Two rounds, with a change of partner in each. */
const RECENT = 4;

export interface LastRound {
  pair: string;
  round: string;
  closedAt: string;
}

/** The last round that is over and that the leader was in until its end. */
export async function lastRoundOf(db: Db | Tx, leader: string): Promise<LastRound | undefined> {
  const row = await places(db, leader)
    .select(['pair_leader.pair', 'round.id as round', sql<string>`round.closed_at`.as('closed_at')])
    .whereRef('pair_leader.ended_at', '=', 'round.closed_at')
    .limit(1)
    .executeTakeFirst();
  return row && { pair: row.pair, round: row.round, closedAt: row.closed_at };
}

/** The pairs in which the leader has a place, or had the last ones, newest round first. */
export async function recentPairs(db: Db | Tx, leader: string): Promise<string[]> {
  return (await inOrder(db, leader).limit(RECENT).execute()).map(({ pair }) => pair);
}

/** The pair in which the leader has their place in `round`, or had the last one. */
export async function pairIn(db: Db | Tx, leader: string, round: string): Promise<string | undefined> {
  return (await inOrder(db, leader).where('round.id', '=', round).limit(1).executeTakeFirst())?.pair;
}

/** The last round before number `number` in which the leader had a pair. */
export async function roundBefore(db: Db | Tx, leader: string, number: number): Promise<string | undefined> {
  const row = await places(db, leader).select('round.id').where('round.number', '<', number).limit(1).executeTakeFirst();
  return row?.id;
}

function places(db: Db | Tx, leader: string) {
  return db
    .selectFrom('pair_leader')
    .innerJoin('round', 'round.id', 'pair_leader.round')
    .where('pair_leader.leader', '=', leader)
    .where('round.undone_at', 'is', null)
    .orderBy('round.number', 'desc');
}

/** A place that stands comes before those of the same round that have ended. */
function inOrder(db: Db | Tx, leader: string) {
  return places(db, leader)
    .select('pair_leader.pair')
    .orderBy('pair_leader.ended_at', (ended) => ended.desc().nullsFirst());
}
