// The table `pair`, read together with the people in it. A pair ends with its round, or earlier when someone leaves it.
import type { Insertable } from 'kysely';
import { ready } from '../../platform/db/ready.ts';
import type { PairTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import { standingPairsOf } from '../joining/partners.ts';
import { joined, withMembers } from './pair-members.ts';
import type { Because } from './plan.ts';
import { openWhy, type Sealing } from './sealed-plans.ts';

/** One person in a pair, as far as the others in it may know them. */
export interface Member {
  leader: string;
  user: string;
  name: string;
  function: string;
  place: number;
  confirmedAt: string | null;
  askedAnotherAt: string | null;
  /** Since when they are no longer in the programme. */
  leftAt: string | null;
}

/** A pair (or the trio) with those who are in it, in the order of their places. */
export interface Pair {
  id: string;
  round: string;
  /** Why they are together: `reasonsOf` opens it. */
  whySealed: string;
  openedAt: string | null;
  endedAt: string | null;
  members: readonly Member[];
}

/** Every pair of a round that has not ended. */
export async function ofRound(db: Db | Tx, round: string): Promise<Pair[]> {
  return joined(await withMembers(db).where('pair.round', '=', round).where('pair.ended_at', 'is', null).execute());
}

export async function byId(db: Db | Tx, id: string): Promise<Pair | undefined> {
  return joined(await withId(db, { id }))[0];
}

const withId = ready((db, { id }: { id: string }) => withMembers(db).where('pair.id', '=', id));

/** Why the people in a pair are together. Throws `SealBroken` where the seal does not hold. */
export async function reasonsOf(tools: Sealing, db: Db | Tx, { id, whySealed }: Pair): Promise<readonly Because[]> {
  return (await openWhy(tools, db, id, whySealed)).reasons;
}

/** The newest pair a leader is in: the one that a match letter has told them of. */
export async function currentOf(db: Db | Tx, leader: string): Promise<Pair | undefined> {
  return (await standingOf(db, leader)).at(-1);
}

/** The pair a leader works with: while one round ends and the next is told, still the one of the round that ends. */
export async function presentOf(db: Db | Tx, leader: string): Promise<Pair | undefined> {
  return (await standingOf(db, leader))[0];
}

/** Every pair a leader is in, of rounds that stand and run, the earlier round first: while one round ends and the next is told, there are two. */
export async function standingOf(db: Db | Tx, leader: string): Promise<Pair[]> {
  const ids = (await standingPairsOf(db, leader)).map(({ pair }) => pair);
  if (ids.length === 0) return [];
  const found = joined(await withMembers(db).where('pair.id', 'in', ids).execute());
  return ids.flatMap((id) => found.find((pair) => pair.id === id) ?? []);
}

export async function add(tx: Tx, pairs: readonly Insertable<PairTable>[]): Promise<void> {
  for (let from = 0; from < pairs.length; from += ROWS_AT_ONCE) {
    await tx
      .insertInto('pair')
      .values(pairs.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}

/** Marks the shared conversations of `pairs` as opened: their first letter is on its way. */
export async function open(tx: Tx, pairs: readonly string[], at: string): Promise<void> {
  for (let from = 0; from < pairs.length; from += ROWS_AT_ONCE) {
    const some = pairs.slice(from, from + ROWS_AT_ONCE);
    await tx.updateTable('pair').set({ opened_at: at }).where('id', 'in', some).where('opened_at', 'is', null).execute();
  }
}

/** Ends one pair that stands, and everyone's place in it. */
export async function end(tx: Tx, pair: string, at: string, because: string): Promise<void> {
  await tx.updateTable('pair').set({ ended_at: at, ended_because: because }).where('id', '=', pair).where('ended_at', 'is', null).execute();
  await tx.updateTable('pair_leader').set({ ended_at: at }).where('pair', '=', pair).where('ended_at', 'is', null).execute();
}

/** Says anew why the people of a pair are together. */
export async function explain(tx: Tx, pair: string, why: Pick<PairTable, 'why_sealed' | 'compromised'>): Promise<void> {
  await tx.updateTable('pair').set(why).where('id', '=', pair).execute();
}

/** Ends every pair of `round` that still stands, and everyone's place in it. */
export async function endAll(tx: Tx, round: string, at: string, because: string): Promise<void> {
  await tx
    .updateTable('pair')
    .set({ ended_at: at, ended_because: because })
    .where('round', '=', round)
    .where('ended_at', 'is', null)
    .execute();
  await tx.updateTable('pair_leader').set({ ended_at: at }).where('round', '=', round).where('ended_at', 'is', null).execute();
}

/** SQLite takes 32,766 values in one statement, PostgreSQL 65,535. */
const ROWS_AT_ONCE = 500;
