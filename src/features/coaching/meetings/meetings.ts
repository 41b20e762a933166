// The table `meeting`: what a pair has fixed for one fortnight. One row for each pair and fortnight, whatever happens to it; its `sequence`
// rises with every change, so that calendars and forms know which word is the last.
import type { Insertable } from 'kysely';
import { ready } from '../../../platform/db/ready.ts';
import type { MeetingTable } from '../../../platform/db/tables.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

/**
 * `booked`: at `startsAt`. `arranged`: they have a time that the bot does not know. `none`: not this fortnight. `cancelled`: there was one, and
 * nothing has taken its place.
 */
export type MeetingState = 'booked' | 'arranged' | 'none' | 'cancelled';

export interface Meeting {
  id: string;
  pair: string;
  fortnight: number;
  state: MeetingState;
  /** An instant as `stamp` writes it; the last known one where a meeting was cancelled. */
  startsAt: string | null;
  minutes: number;
  sequence: number;
  /** The leader who speaks first. */
  first: string;
  /** The leader who last changed it. */
  arrangedBy: string;
  changedAt: string;
  /** When the turn timer was last started. */
  timerStartedAt: string | null;
}

/** A meeting with a time. */
export type Booked = Meeting & { state: 'booked'; startsAt: string };

/** What `pair` has fixed for fortnight `n`, if it has ever fixed anything. */
export async function ofFortnight(db: Db | Tx, pair: string, n: number): Promise<Meeting | undefined> {
  const [row] = await inFortnight(db, { pair, n });
  return row && meeting(row);
}

const inFortnight = ready((db, { pair, n }: { pair: string; n: number }) =>
  all(db).where('meeting.pair', '=', pair).where('meeting.fortnight', '=', n),
);

/** All of one pair, in the order of the fortnights. */
export async function ofPair(db: Db | Tx, pair: string): Promise<Meeting[]> {
  return (await withPair(db, { pair })).map(meeting);
}

const withPair = ready((db, { pair }: { pair: string }) => all(db).where('meeting.pair', '=', pair).orderBy('meeting.fortnight'));

/** All of a round, by pair and fortnight: one question for everyone in it. */
export async function ofRound(db: Db | Tx, round: string): Promise<Meeting[]> {
  return (await everywhere(db, { round })).map(meeting);
}

/** What the pairs of a round have fixed for fortnight `n`. */
export async function ofRoundIn(db: Db | Tx, round: string, n: number): Promise<Meeting[]> {
  return (await everywhereIn(db, { round, n })).map(meeting);
}

const everywhere = ready((db, { round }: { round: string }) => inRound(db, round));

const everywhereIn = ready((db, { round, n }: { round: string; n: number }) => inRound(db, round).where('meeting.fortnight', '=', n));

/** The meetings of a round that are booked for `since` or later. */
export async function bookedSince(db: Db | Tx, round: string, since: string): Promise<Booked[]> {
  return (await booked(db, { round, since })).map(meeting).filter(isBooked);
}

const booked = ready((db, { round, since }: { round: string; since: string }) =>
  inRound(db, round).where('meeting.state', '=', 'booked').where('meeting.starts_at', '>=', since),
);

/** Whether a meeting that is still to come at `now` has changed since `since`. */
export async function hasChanged(db: Db | Tx, workspace: string, since: string, now: string): Promise<boolean> {
  return (await changed(db, { workspace, since, now })).length > 0;
}

const changed = ready((db, { workspace, since, now }: Record<'workspace' | 'since' | 'now', string>) =>
  db
    .selectFrom('meeting')
    .select('id')
    .where('workspace', '=', workspace)
    .where('starts_at', '>', now)
    .where('changed_at', '>=', since)
    .limit(1),
);

/** Saves what is fixed, in place of what stood there for the same pair and fortnight. */
export async function save(tx: Tx, workspace: string, { id, pair, fortnight, ...rest }: Meeting): Promise<void> {
  const values: Insertable<MeetingTable> = {
    ...{ id, workspace, pair, fortnight, state: rest.state, starts_at: rest.startsAt, minutes: rest.minutes, sequence: rest.sequence },
    ...{ first: rest.first, arranged_by: rest.arrangedBy, arranged_at: rest.changedAt, changed_at: rest.changedAt },
    timer_started_at: rest.timerStartedAt,
  };
  const { id: _, arranged_at: __, ...changes } = values;
  await tx
    .insertInto('meeting')
    .values(values)
    .onConflict((conflict) => conflict.columns(['pair', 'fortnight']).doUpdateSet(changes))
    .execute();
}

export function isBooked(meeting: Meeting | undefined): meeting is Booked {
  return meeting?.state === 'booked' && meeting.startsAt !== null;
}

function all(db: Db | Tx) {
  return db
    .selectFrom('meeting')
    .select(['meeting.id', 'meeting.pair', 'meeting.fortnight', 'meeting.state', 'meeting.starts_at', 'meeting.minutes'])
    .select(['meeting.sequence', 'meeting.first', 'meeting.arranged_by', 'meeting.changed_at', 'meeting.timer_started_at']);
}

function inRound(db: Db | Tx, round: string) {
  return all(db)
    .innerJoin('pair', 'pair.id', 'meeting.pair')
    .where('pair.round', '=', round)
    .orderBy('meeting.pair')
    .orderBy('meeting.fortnight');
}

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

function meeting(row: Row): Meeting {
  return {
    id: row.id,
    pair: row.pair,
    fortnight: row.fortnight,
    state: row.state as MeetingState,
    startsAt: row.starts_at,
    minutes: row.minutes,
    sequence: row.sequence,
    first: row.first,
    arrangedBy: row.arranged_by,
    changedAt: row.changed_at,
    timerStartedAt: row.timer_started_at,
  };
}
