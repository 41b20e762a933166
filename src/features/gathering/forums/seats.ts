// The table `forum_seat`: who has signed up for a forum. Who sits and who waits is read here; who moves up is decided in `fill.ts`. Whoever has left, or
// sits out on that day, counts for neither and keeps their place in the order. Who was there when it began stays so, also when they sit out from then on.
import type { Temporal } from 'temporal-polyfill';
import { dayNamed, dayOf, instantOf, stamp } from '../../../platform/clock.ts';
import { ready } from '../../../platform/db/ready.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import { isAway } from '../../joining/plan.ts';
import type { Forum } from './forums.ts';

/** Someone who has a place at a forum, or waits for one. */
export interface Seat {
  /** The leader's own id. */
  leader: string;
  /** Slack id. */
  user: string;
  name: string;
  zone: string;
  /** The pair they work in just now: an answer counts for it. */
  pair: string | null;
  takenAt: string;
  seatedAt: string | null;
  bringsAt: string | null;
  absentAt: string | null;
  worthAt: string | null;
  moreAt: string | null;
}

type Which = Pick<Forum, 'id' | 'workspace' | 'startsAt' | 'places'>;

/** Who has a place, in the order in which they were given it; never more than there are places. */
export async function seated(db: Db | Tx, forum: Which): Promise<Seat[]> {
  return (await signedUp(db, forum)).seated;
}

/** Who waits for one, first come first. */
export async function waiting(db: Db | Tx, forum: Which): Promise<Seat[]> {
  return (await signedUp(db, forum)).waiting;
}

export interface SignedUp {
  seated: Seat[];
  waiting: Seat[];
  /** Those who had a place and are not there on that day: it is theirs again should they come back in time and nobody have taken it. */
  away: Seat[];
}

/** Everyone who has signed up and not given their place back. */
export async function signedUp(db: Db | Tx, forum: Which): Promise<SignedUp> {
  const here: Seat[] = [];
  const away: Seat[] = [];
  for (const row of await rowsOf(db, forum)) {
    if (row.absentAt !== null) continue;
    if (isThere(row, forum)) here.push(seatOf(row));
    else if (row.seatedAt !== null) away.push(seatOf(row));
  }
  const withPlace = here.filter(({ seatedAt }) => seatedAt !== null).sort(inOrder);
  const seats = withPlace.slice(0, forum.places);
  const others = here.filter((seat) => !seats.includes(seat));
  return { seated: seats, waiting: others.sort(asTheyCame), away };
}

/** Someone who has signed up, or once had. */
export interface Signed {
  leader: string;
  takenAt: string;
  seatedAt: string | null;
  givenBackAt: string | null;
}

export function everSignedUp(db: Db | Tx, { id, workspace }: Pick<Forum, 'id' | 'workspace'>): Promise<Signed[]> {
  return db
    .selectFrom('forum_seat')
    .select(['leader', 'taken_at as takenAt', 'seated_at as seatedAt', 'given_back_at as givenBackAt'])
    .where('workspace', '=', workspace)
    .where('forum', '=', id)
    .orderBy('leader')
    .execute();
}

/** Puts a leader at the end of the order; who gave their place back and comes again stands at its end, too. */
export async function take(tx: Tx, forum: Pick<Forum, 'id' | 'workspace'>, leader: string, now: Temporal.Instant): Promise<void> {
  const fresh = { taken_at: stamp(now), seated_at: null, brings_at: null, given_back_at: null, absent_at: null };
  await tx
    .insertInto('forum_seat')
    .values({ forum: forum.id, workspace: forum.workspace, leader, worth_at: null, more_at: null, ...fresh })
    .onConflict((conflict) => conflict.columns(['forum', 'leader']).doUpdateSet(fresh))
    .execute();
}

export type SeatChange = Partial<Record<'seated_at' | 'brings_at' | 'given_back_at' | 'absent_at' | 'worth_at' | 'more_at', string | null>>;

/** Notes something about one who has signed up and not given it back; true where that was so. */
export async function note(tx: Tx, forum: Pick<Forum, 'id' | 'workspace'>, leader: string, change: SeatChange): Promise<boolean> {
  const seat = tx.updateTable('forum_seat').set(change).where('workspace', '=', forum.workspace).where('forum', '=', forum.id);
  const done = await seat.where('leader', '=', leader).where('given_back_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

function inOrder(one: Seat, other: Seat): number {
  return compare(one.seatedAt ?? '', other.seatedAt ?? '') || asTheyCame(one, other);
}

function asTheyCame(one: Seat, other: Seat): number {
  return compare(one.takenAt, other.takenAt) || compare(one.leader, other.leader);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const rowsOf = ready((db, { id, workspace }: Pick<Forum, 'id' | 'workspace'>) =>
  db
    .selectFrom('forum_seat')
    .innerJoin('leader', 'leader.id', 'forum_seat.leader')
    .select(['leader.id as leader', 'leader.slack_user as user', 'leader.name', 'leader.time_zone as zone'])
    .select(['leader.paused_at', 'leader.paused_until', 'leader.left_at'])
    .select(['forum_seat.taken_at as takenAt', 'forum_seat.seated_at as seatedAt', 'forum_seat.brings_at as bringsAt'])
    .select(['forum_seat.absent_at as absentAt', 'forum_seat.worth_at as worthAt', 'forum_seat.more_at as moreAt'])
    .select((eb) =>
      eb
        .selectFrom('pair_leader')
        .innerJoin('pair', 'pair.id', 'pair_leader.pair')
        .innerJoin('round', 'round.id', 'pair.round')
        .select('pair.id')
        .whereRef('pair_leader.leader', '=', 'leader.id')
        .where('pair_leader.ended_at', 'is', null)
        .where('pair.ended_at', 'is', null)
        .where('round.closed_at', 'is', null)
        .where('round.undone_at', 'is', null)
        .orderBy('round.number')
        .limit(1)
        .as('pair'),
    )
    .where('forum_seat.workspace', '=', workspace)
    .where('forum_seat.forum', '=', id)
    .where('forum_seat.given_back_at', 'is', null),
);

/** A rest that begins once the hour has come does not reach back to it. */
function isThere({ paused_at, paused_until, left_at, zone }: Row, { startsAt }: Pick<Forum, 'startsAt'>): boolean {
  const pausedAt = paused_at !== null && paused_at < startsAt ? paused_at : null;
  const sitting = { pausedAt, pausedUntil: paused_until === null ? null : dayNamed(paused_until), leftAt: left_at };
  return !isAway(sitting, dayOf(instantOf(startsAt), zone));
}

function seatOf({ paused_at: _, paused_until: __, left_at: ___, ...seat }: Row): Seat {
  return seat;
}
