// The table `commitment`: "When …, I will …". Its words are sealed (see sealed-commitments.ts). Whoever asks names the author, or the pair in
// which its author shared it; what is private is in no answer to anybody else.
import { z } from 'zod';
import type { Db, Tx } from '../../../platform/tools.ts';
import type { Standing, State } from './plan.ts';

/** A commitment with its words still sealed. */
export interface Commitment extends Standing {
  leader: string;
  /** Slack id of its author. */
  user: string;
  name: string;
  round: string;
  pair: string;
  sealed: string;
  noticedSealed: string | null;
  /** Since when it is shared, and with which leaders. */
  sharedAt: string | null;
  sharedWith: readonly string[];
  carriedFrom: string | null;
  programmeName: string;
}

/** The commitment `id`, if it is of `user` and its round stands. */
export async function byId(db: Db | Tx, workspace: string, user: string, id: string): Promise<Commitment | undefined> {
  const row = await all(db)
    .where('commitment.workspace', '=', workspace)
    .where('leader.slack_user', '=', user)
    .where('commitment.id', '=', id)
    .executeTakeFirst();
  return row && commitment(row);
}

/** Everything a leader has committed to in a round, oldest first. */
export async function ofRound(db: Db | Tx, leader: string, round: string): Promise<Commitment[]> {
  const rows = await all(db).where('commitment.leader', '=', leader).where('commitment.round', '=', round).execute();
  return rows.map(commitment);
}

/** What a leader has open in the round that runs. */
export async function openOf(db: Db | Tx, leader: string): Promise<Commitment[]> {
  const rows = await all(db)
    .where('commitment.leader', '=', leader)
    .where('commitment.state', 'in', ['open', 'not-yet'])
    .where('round.closed_at', 'is', null)
    .execute();
  return rows.map(commitment);
}

/** What those who are in a pair have shared there and not taken back. */
export async function sharedIn(db: Db | Tx, pair: string): Promise<Commitment[]> {
  const inIt = db.selectFrom('pair_leader').select('leader').where('pair', '=', pair).where('ended_at', 'is', null);
  const rows = await all(db)
    .where('commitment.pair', '=', pair)
    .where('commitment.leader', 'in', inIt)
    .where('leader.left_at', 'is', null)
    .where('commitment.shared_at', 'is not', null)
    .where('commitment.state', '!=', 'let-go')
    .execute();
  return rows.map(commitment);
}

/** Everything a leader has ever committed to that is still kept, oldest first. */
export async function ofLeader(db: Db | Tx, leader: string): Promise<Commitment[]> {
  const rows = await all(db).where('commitment.leader', '=', leader).execute();
  return rows.map(commitment);
}

/** Deletes all that a leader has committed to. */
export async function removeOf(tx: Tx, leader: string): Promise<void> {
  await tx.deleteFrom('commitment').where('leader', '=', leader).execute();
}

/** Deletes the commitments of a round that is over, but for those of leaders who chose to keep theirs. */
export async function removeOfClosed(tx: Tx, round: string): Promise<void> {
  const over = tx.selectFrom('round').select('id').where('id', '=', round).where('closed_at', 'is not', null);
  const kept = tx.selectFrom('keepsake').select('leader').where('round', '=', round);
  await tx.deleteFrom('commitment').where('round', 'in', over).where('leader', 'not in', kept).execute();
}

function all(db: Db | Tx) {
  return db
    .selectFrom('commitment')
    .innerJoin('leader', 'leader.id', 'commitment.leader')
    .innerJoin('programme', 'programme.id', 'leader.programme')
    .innerJoin('round', 'round.id', 'commitment.round')
    .selectAll('commitment')
    .select(['leader.slack_user', 'leader.name', 'programme.name as programme_name'])
    .where('round.undone_at', 'is', null)
    .orderBy('commitment.made_at')
    .orderBy('commitment.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

const ids = z.array(z.string());

function commitment(row: Row): Commitment {
  return {
    id: row.id,
    leader: row.leader,
    user: row.slack_user,
    name: row.name,
    programmeName: row.programme_name,
    round: row.round,
    pair: row.pair,
    fortnight: row.fortnight,
    sealed: row.sealed,
    noticedSealed: row.noticed_sealed,
    noticedAt: row.noticed_at,
    sharedAt: row.shared_at,
    sharedWith: ids.parse(JSON.parse(row.shared_with ?? '[]')),
    state: row.state as State,
    carries: row.carries,
    asked: row.asked_fortnight,
    carriedFrom: row.carried_from,
    madeAt: row.made_at,
    settledAt: row.settled_at,
  };
}
