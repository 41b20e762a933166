// The table `pair_leader`: one person's place in one pair, and what they said of it.
import type { Insertable } from 'kysely';
import type { PairLeaderTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';

const ROWS_AT_ONCE = 500;
/** Why a pair ended whose people were matched again. */
export const CHANGED = 'changed';

export async function add(tx: Tx, places: readonly Insertable<PairLeaderTable>[]): Promise<void> {
  for (let from = 0; from < places.length; from += ROWS_AT_ONCE) {
    await tx
      .insertInto('pair_leader')
      .values(places.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}

/** Gives somebody a place in a pair that stands; whoever has been in it before has their place again, as if for the first time. */
export async function take(tx: Tx, place: Omit<PairLeaderTable, 'confirmed_at' | 'asked_another_at' | 'ended_at'>): Promise<void> {
  const nothingSaid = { confirmed_at: null, asked_another_at: null, ended_at: null };
  await tx
    .insertInto('pair_leader')
    .values({ ...place, ...nothingSaid })
    .onConflict((conflict) => conflict.columns(['pair', 'leader']).doUpdateSet({ ...nothingSaid, place: place.place }))
    .execute();
}

/** Ends somebody's place in a pair that goes on without them. */
export async function end(tx: Tx, pair: string, leader: string, at: string): Promise<void> {
  await standing(tx, pair, leader).set({ ended_at: at }).execute();
}

/** Takes back that somebody has asked for another: they stay. */
export async function stay(tx: Tx, pair: string, leader: string): Promise<void> {
  await standing(tx, pair, leader).set({ asked_another_at: null }).execute();
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

/** A pair or trio of any round so far, with everyone who was ever in it. */
export interface PastGroup {
  /** The number of its round. */
  number: number;
  compromised: boolean;
  /** False where it was changed before its round began: they were matched, and never worked together. */
  lived: boolean;
  members: { leader: string; function: string }[];
}

/** Every group of the programme's rounds so far, those of undone rounds left out. */
export async function past(db: Db | Tx, programme: string): Promise<PastGroup[]> {
  const rows = await db
    .selectFrom('pair_leader')
    .innerJoin('pair', 'pair.id', 'pair_leader.pair')
    .innerJoin('round', 'round.id', 'pair.round')
    .innerJoin('leader', 'leader.id', 'pair_leader.leader')
    .select([
      'pair.id as pair',
      'pair.compromised',
      'pair.ended_at',
      'pair.ended_because',
      'round.begins_on',
      'round.number',
      'leader.id as leader',
      'leader.function',
    ])
    .where('round.programme', '=', programme)
    .where('round.undone_at', 'is', null)
    .orderBy('round.number')
    .orderBy('pair.id')
    .orderBy('pair_leader.place')
    .execute();
  const groups = new Map<string, PastGroup>();
  for (const { pair, compromised, number, leader, function: own, ended_at, ended_because, begins_on } of rows) {
    const lived = ended_because !== CHANGED || ended_at === null || ended_at >= begins_on;
    const group = groups.get(pair) ?? { number, compromised: compromised === 1, lived, members: [] };
    group.members.push({ leader, function: own });
    groups.set(pair, group);
  }
  return [...groups.values()];
}

function standing(tx: Tx, pair: string, leader: string) {
  return tx.updateTable('pair_leader').where('pair', '=', pair).where('leader', '=', leader).where('ended_at', 'is', null);
}
