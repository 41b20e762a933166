// The bot's direct conversation with each person, as far as it is known: kept beside what Slack says of them.
import { ready } from '../db/ready.ts';
import type { Db, Tools, Tx } from '../tools.ts';

/** Remembers the bot's direct conversation with someone. */
export async function rememberDm(tools: Pick<Tools, 'workspace' | 'now'>, db: Db | Tx, user: string, dm: string): Promise<void> {
  await db
    .insertInto('person')
    .values({ ...nobody, workspace: tools.workspace, slack_user: user, name: user, dm })
    .onConflict((conflict) => conflict.columns(['workspace', 'slack_user']).doUpdateSet({ dm }))
    .execute();
}

/** Forgets it again: it turned out to be none. */
export async function forgetDm(tools: Pick<Tools, 'workspace'>, db: Db | Tx, user: string): Promise<void> {
  await db.updateTable('person').set({ dm: null }).where('workspace', '=', tools.workspace).where('slack_user', '=', user).execute();
}

/** The bot's direct conversation with someone, if it is known. */
export async function knownDm(db: Db | Tx, workspace: string, user: string): Promise<string | undefined> {
  const [row] = await dmOf(db, { workspace, user });
  return row?.dm ?? undefined;
}

const dmOf = ready((db, { workspace, user }: { workspace: string; user: string }) =>
  db.selectFrom('person').select('dm').where('workspace', '=', workspace).where('slack_user', '=', user),
);

/** A row about which Slack has not been asked yet: so old that the next look asks. */
const nobody = {
  email: null,
  title: null,
  time_zone: null,
  kind: 'member',
  workspace_admin_at: null,
  refreshed_at: '1970-01-01T00:00:00.000Z',
};
