// Where sending has been told to wait. On disk, so that a restart does not forget what Slack asked for.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../clock.ts';
import { ready } from '../db/ready.ts';
import type { Db, Tools } from '../tools.ts';

/** What waits: all posting, the opening of conversations, the reading of histories; `slow` lets posts pass, but few. */
export type Lane = 'post' | 'open' | 'history' | 'slow';

export interface Pause {
  until: Temporal.Instant;
  reason: string;
}

/** The pauses that hold at `now`. */
export async function current(db: Db, workspace: string, now: Temporal.Instant): Promise<Partial<Record<Lane, Pause>>> {
  const rows = await holding(db, { workspace, present: stamp(now) });
  return Object.fromEntries(rows.map((row) => [row.lane, { until: instantOf(row.until ?? stamp(now)), reason: row.reason }]));
}

const holding = ready((db, { workspace, present }: { workspace: string; present: string }) =>
  db.selectFrom('lane_pause').selectAll().where('workspace', '=', workspace).where('until', '>', present),
);

/** Begins a pause, or prolongs it; never shortens one. */
export async function begin(
  { db, workspace }: Pick<Tools, 'db' | 'workspace'>,
  lane: Lane,
  pause: Pause,
  now: Temporal.Instant,
): Promise<void> {
  const standing = (await current(db, workspace, now))[lane];
  if (standing && !isBefore(standing.until, pause.until)) return;
  const fields = { until: stamp(pause.until), reason: pause.reason, since: stamp(now) };
  await db
    .insertInto('lane_pause')
    .values({ workspace, lane, ...fields })
    .onConflict((conflict) => conflict.columns(['workspace', 'lane']).doUpdateSet(fields))
    .execute();
}

/** Ends a pause that was begun for this reason. */
export async function end(db: Db, workspace: string, { lane, reason }: { lane: Lane; reason: string }): Promise<void> {
  await db.deleteFrom('lane_pause').where('workspace', '=', workspace).where('lane', '=', lane).where('reason', '=', reason).execute();
}

/** Ends a pause that began because Slack took nothing from us: the operator may have put that right. What Slack asked for stays. */
export async function endHalt(db: Db, workspace: string): Promise<void> {
  await db
    .deleteFrom('lane_pause')
    .where('workspace', '=', workspace)
    .where('lane', '=', 'post')
    .where('reason', '!=', 'ratelimited')
    .execute();
}
