// The table `team`: teams in which leaders have started a small version of their own. One of a leader's runs at a time; when it carries on, a new row
// follows the one that ended. `sealed-invitation.ts` opens the invitation.
import type { Insertable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import { ready } from '../../../platform/db/ready.ts';
import type { TeamTable } from '../../../platform/db/tables.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import { fromRow, teamRows } from './team-rows.ts';

/**
 * Why a team ended: `stopped` by its leader before or within its weeks; at its end `done` (stop here), `carried-on` or `changed` (another run follows),
 * `few` (nobody to pair); `leader-left`, `leader-paused` or `leader-gone` (deactivated or erased).
 */
export const ENDINGS = ['stopped', 'done', 'carried-on', 'changed', 'few', 'leader-left', 'leader-paused', 'leader-gone'] as const;
export type Ending = (typeof ENDINGS)[number];

export interface Team {
  id: string;
  programme: string;
  /** Leader's id, Slack id and name: who hosts it. */
  leader: string;
  user: string;
  name: string;
  run: number;
  follows: string | null;
  zone: string;
  /** A Monday, `2027-02-01`. */
  beginsOn: string;
  inviteSealed: string | null;
  /** How many the leader has chosen to ask. */
  asked: number;
  madeAt: string;
  beganAt: string | null;
  /** How many of its fortnights have been told. */
  step: number;
  countedAt: string | null;
  result: string | null;
  endedAt: string | null;
  endedBecause: Ending | null;
}

export async function byId(db: Db | Tx, workspace: string, id: string): Promise<Team | undefined> {
  const [row] = await withId(db, { workspace, id });
  return row && fromRow(row);
}

const withId = ready((db, { workspace, id }: Record<'workspace' | 'id', string>) => teamRows(db, workspace).where('team.id', '=', id));

/** Every team that has not ended, those that begin first before the others. */
export async function open(db: Db | Tx, workspace: string): Promise<Team[]> {
  return (await openIn(db, { workspace })).map(fromRow);
}

const openIn = ready((db, { workspace }: { workspace: string }) => teamRows(db, workspace).where('team.ended_at', 'is', null));

/** Every team that somebody, by Slack id, has started as a leader of any programme, oldest first. */
export async function startedBy(db: Db | Tx, workspace: string, user: string): Promise<Team[]> {
  return (await teamRows(db, workspace).where('leader.slack_user', '=', user).execute()).map(fromRow);
}

/** The one of theirs that has not ended. */
export async function openOf(db: Db | Tx, workspace: string, user: string): Promise<Team | undefined> {
  const row = await teamRows(db, workspace).where('leader.slack_user', '=', user).where('team.ended_at', 'is', null).executeTakeFirst();
  return row && fromRow(row);
}

export async function add(tx: Tx, team: Omit<Insertable<TeamTable>, keyof typeof blank>): Promise<void> {
  await tx
    .insertInto('team')
    .values({ ...blank, ...team })
    .execute();
}

const blank = { began_at: null, step: 0, counted_at: null, result: null, ended_at: null, ended_because: null };

/** True for the call that began it. */
export async function begin(tx: Tx, { id }: Pick<Team, 'id'>, now: Temporal.Instant): Promise<boolean> {
  return changed(
    tx
      .updateTable('team')
      .set({ began_at: stamp(now) })
      .where('id', '=', id)
      .where('began_at', 'is', null)
      .where(...open_),
  );
}

/** True for the call that ended it. */
export async function end(tx: Tx, { id }: Pick<Team, 'id'>, because: Ending, now: Temporal.Instant): Promise<boolean> {
  const ended = { ended_at: stamp(now), ended_because: because };
  return changed(
    tx
      .updateTable('team')
      .set(ended)
      .where('id', '=', id)
      .where(...open_),
  );
}

/** The leader has chosen so many people more. */
export async function addAsked(tx: Tx, { id }: Pick<Team, 'id'>, more: number): Promise<void> {
  await tx
    .updateTable('team')
    .set((eb) => ({ asked: eb('asked', '+', more) }))
    .where('id', '=', id)
    .execute();
}

/** Puts the beginning off; false where another call did, or it has begun. */
export async function putOff(tx: Tx, { id, beginsOn }: Pick<Team, 'id' | 'beginsOn'>, to: string): Promise<boolean> {
  const waiting = tx.updateTable('team').set({ begins_on: to }).where('id', '=', id).where('begins_on', '=', beginsOn);
  return changed(waiting.where('began_at', 'is', null).where(...open_));
}

/** Notes how far its fortnights have been told; never back. */
export async function reach(tx: Tx, { id }: Pick<Team, 'id'>, step: number): Promise<void> {
  await tx.updateTable('team').set({ step }).where('id', '=', id).where('step', '<', step).execute();
}

/** Keeps what may be said of its taps; false where that has been done. */
export async function count(tx: Tx, { id }: Pick<Team, 'id'>, result: string, now: Temporal.Instant): Promise<boolean> {
  const counted = { counted_at: stamp(now), result };
  return changed(tx.updateTable('team').set(counted).where('id', '=', id).where('counted_at', 'is', null));
}

const open_ = ['ended_at', 'is', null] as const;

async function changed(update: { executeTakeFirst: () => Promise<{ numUpdatedRows: bigint } | undefined> }): Promise<boolean> {
  return ((await update.executeTakeFirst())?.numUpdatedRows ?? 0n) > 0n;
}
