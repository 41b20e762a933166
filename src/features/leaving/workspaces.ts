// Whether the workspace has the app: it may be uninstalled, and installed again.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/tools.ts';

export async function disconnectedSince(db: Db | Tx, workspace: string): Promise<string | undefined> {
  const row = await db.selectFrom('workspace').select('disconnected_at').where('id', '=', workspace).executeTakeFirst();
  return row?.disconnected_at ?? undefined;
}

/** Notes it once: Slack may say it twice. */
export async function disconnect(tx: Tx, workspace: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('workspace')
    .set({ disconnected_at: stamp(now) })
    .where('id', '=', workspace)
    .where('disconnected_at', 'is', null)
    .execute();
}

/** What groups did together; what names another comes before what it names. */
const GROUPS = [
  ...(['forum_seat', 'forum_tally', 'forum', 'team_pair_member', 'team_pair', 'team_member', 'team_tally'] as const),
  ...(['gathering_answer', 'gathering'] as const),
];

/** What is left of a workspace when everybody in it has been forgotten: lists of people who never came, messages that never went, and what groups did and said. */
export async function forgetRest(tx: Tx, workspace: string): Promise<void> {
  for (const table of GROUPS) await tx.deleteFrom(table).where('workspace', '=', workspace).execute();
  await tx.updateTable('team').set({ follows: null }).where('workspace', '=', workspace).execute();
  await tx.deleteFrom('team').where('workspace', '=', workspace).execute();
  await tx.deleteFrom('roster_entry').where('workspace', '=', workspace).execute();
  await tx.deleteFrom('profile_field').where('workspace', '=', workspace).execute();
  await tx.deleteFrom('forbidden_pair').where('workspace', '=', workspace).execute();
  await tx.deleteFrom('pulse_result').where('workspace', '=', workspace).execute();
  await tx.deleteFrom('report').where('workspace', '=', workspace).execute();
  await tx.deleteFrom('organiser').where('workspace', '=', workspace).execute();
  await tx.deleteFrom('preview_open').where('workspace', '=', workspace).execute();
  await tx.deleteFrom('home_tab').where('workspace', '=', workspace).execute();
  await tx.deleteFrom('outbox').where('workspace', '=', workspace).execute();
  await tx.deleteFrom('inbox').where('workspace', '=', workspace).execute();
}
