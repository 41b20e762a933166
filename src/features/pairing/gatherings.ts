// The table `gathering` as far as rounds depend on it: when one ends together, whether the next pairs are named there, and which proposal has been
// approved for that moment. What is said at it is the gathering's own room's.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import { comingRound } from '../founding/coming-round.ts';
import type { Programme } from '../founding/programmes.ts';
import { read } from './gathering-rows.ts';

export interface Gathering {
  id: string;
  workspace: string;
  programme: string;
  round: string;
  startsAt: Temporal.Instant;
  /** 45 minutes later. */
  endsAt: Temporal.Instant;
  place: string;
  plannedBy: string;
  /** Rises with every change. */
  sequence: number;
  /** A mark of what its message in the channel says. */
  shown: string | null;
  /** Whether the next pairs are named there. */
  reveals: boolean;
  /** What an organiser has approved for that moment. */
  approved?: Approved;
  revealedAt: string | null;
  calledOffAt: string | null;
}

/** A proposal in the revision in which it was approved. */
export interface Approved {
  proposal: string;
  revision: number;
  by: string;
  at: string;
}

/** The gathering of `round` that is planned or has been, unless it was called off. */
export async function gatheringOf(db: Db | Tx, round: string): Promise<Gathering | undefined> {
  const row = await standing(db).where('round', '=', round).executeTakeFirst();
  return row && read(row);
}

/** One of the workspace's gatherings, called off or not. */
export async function gatheringById(db: Db | Tx, workspace: string, id: string): Promise<Gathering | undefined> {
  const row = await db.selectFrom('gathering').selectAll().where('workspace', '=', workspace).where('id', '=', id).executeTakeFirst();
  return row && read(row);
}

/** The gathering that holds the programme's next round: until `endsAt` nobody hears of its pairs. `undefined` where none does, or once it is over. */
export async function revealAhead(
  db: Db | Tx,
  programme: Programme,
  now: Temporal.Instant,
): Promise<{ gathering: Gathering; endsAt: Temporal.Instant } | undefined> {
  const { gathering: id, at } = await comingRound(db, programme, now);
  const gathering = id && now.epochMilliseconds < at.epochMilliseconds ? await gatheringById(db, programme.workspace, id) : undefined;
  return gathering && { gathering, endsAt: at };
}

export interface Plan {
  id: string;
  workspace: string;
  programme: string;
  round: string;
  startsAt: Temporal.Instant;
  place: string;
  by: string;
  reveals: boolean;
}

/** Puts a gathering on record; false where the round has one already. */
export async function plan(tx: Tx, { startsAt, by, reveals, ...planned }: Plan, now: Temporal.Instant): Promise<boolean> {
  const nothingYet = { approved_proposal: null, approved_revision: null, approved_by: null, approved_at: null };
  const row = {
    ...planned,
    starts_at: stamp(startsAt),
    planned_by: by,
    planned_at: stamp(now),
    changed_at: stamp(now),
    sequence: 0,
    shown: null,
    reveals_at: reveals ? stamp(now) : null,
    revealed_at: null,
    called_off_at: null,
  };
  const added = await tx
    .insertInto('gathering')
    .values({ ...row, ...nothingYet })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/**
 * Moves it or changes where it is and what is named there, unless it was called off; true when it stood. Where the next pairs are no longer named
 * there, what was approved for it is no longer approved.
 */
export async function change(
  tx: Tx,
  { workspace, id, startsAt, place, reveals }: Pick<Plan, 'workspace' | 'id' | 'startsAt' | 'place' | 'reveals'>,
  now: Temporal.Instant,
): Promise<boolean> {
  const before = await gatheringById(tx, workspace, id);
  if (!before || before.calledOffAt !== null) return false;
  const row = { starts_at: stamp(startsAt), place, changed_at: stamp(now), sequence: before.sequence + 1 };
  const reveal = before.reveals === reveals ? {} : reveals ? { reveals_at: stamp(now) } : { reveals_at: null, ...UNAPPROVED };
  await tx
    .updateTable('gathering')
    .set({ ...row, ...reveal })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .execute();
  return true;
}

/** Calls it off; true when this call did. What was approved for it is no longer approved. */
export async function callOff(tx: Tx, { workspace, id }: { workspace: string; id: string }, now: Temporal.Instant): Promise<boolean> {
  const changed = await tx
    .updateTable('gathering')
    .set((eb) => ({ called_off_at: stamp(now), changed_at: stamp(now), sequence: eb('sequence', '+', 1), ...UNAPPROVED }))
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('called_off_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** Puts on record what its message in the channel says. */
export async function show(db: Db | Tx, { workspace, id, shown }: { workspace: string; id: string; shown: string }): Promise<void> {
  await db.updateTable('gathering').set({ shown }).where('workspace', '=', workspace).where('id', '=', id).execute();
}

const UNAPPROVED = { approved_proposal: null, approved_revision: null, approved_by: null, approved_at: null };

function standing(db: Db | Tx) {
  return db.selectFrom('gathering').selectAll().where('called_off_at', 'is', null);
}
