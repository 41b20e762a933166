// Organisers: who has been appointed to which programme, and who therefore may run it.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';

/** Slack ids of those appointed to this programme, longest-serving first. */
export async function appointed(db: Db | Tx, programme: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organiser')
    .select('slack_user')
    .where('programme', '=', programme)
    .where('removed_at', 'is', null)
    .orderBy('appointed_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.slack_user);
}

/** Slack ids of everyone who may organise this programme: named in the settings or appointed to it. */
export async function of(tools: Pick<Tools, 'organisers'>, db: Db | Tx, programme: string): Promise<string[]> {
  return [...new Set([...tools.organisers, ...(await appointed(db, programme))])];
}

/** Ids of the programmes to which `user` has been appointed. */
export async function programmesOf(db: Db | Tx, workspace: string, user: string): Promise<string[]> {
  const rows = await current(db, workspace).select('programme').where('slack_user', '=', user).execute();
  return rows.map((row) => row.programme);
}

/** Slack ids of everyone who may organise some programme of the workspace. */
export async function everyone({ db, workspace, organisers }: Pick<Tools, 'db' | 'workspace' | 'organisers'>): Promise<string[]> {
  const rows = await current(db, workspace).select('slack_user').distinct().execute();
  return [...new Set([...organisers, ...rows.map((row) => row.slack_user)])];
}

/** Whether anyone in the workspace has been appointed to anything. */
export async function anyIn(db: Db | Tx, workspace: string): Promise<boolean> {
  return (await current(db, workspace).select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Appoints `user`; returns the new row's id, or nothing when they are an organiser already. */
export async function appoint(
  tools: Pick<Tools, 'newId' | 'workspace'>,
  tx: Tx,
  appointment: { programme: string; user: string; by: string },
  now: Temporal.Instant,
): Promise<string | undefined> {
  const row = await tx
    .insertInto('organiser')
    .values({
      id: tools.newId(),
      workspace: tools.workspace,
      programme: appointment.programme,
      slack_user: appointment.user,
      appointed_by: appointment.by,
      appointed_at: stamp(now),
      removed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Takes `user` off; `false` when they had not been appointed. */
export async function remove(tx: Tx, programme: string, user: string, now: Temporal.Instant): Promise<boolean> {
  const gone = tx
    .updateTable('organiser')
    .set({ removed_at: stamp(now) })
    .where('programme', '=', programme)
    .where('slack_user', '=', user)
    .where('removed_at', 'is', null);
  return (await gone.returning('id').execute()).length > 0;
}

function current(db: Db | Tx, workspace: string) {
  return db.selectFrom('organiser').where('workspace', '=', workspace).where('removed_at', 'is', null);
}
