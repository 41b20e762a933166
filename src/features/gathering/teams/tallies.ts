// The table `team_tally`: how often each answer was tapped in a team, of nobody and at no time. It is kept only until it has been counted.
import type { Db, Tx } from '../../../platform/tools.ts';
import type { Tally } from '../taps.ts';

/** One more of a choice. */
export async function add(tx: Tx, about: { workspace: string; team: string } & Pick<Tally, 'item' | 'choice'>): Promise<void> {
  await tx
    .insertInto('team_tally')
    .values({ ...about, replies: 1 })
    .onConflict((conflict) =>
      conflict.columns(['team', 'item', 'choice']).doUpdateSet((eb) => ({ replies: eb('team_tally.replies', '+', 1) })),
    )
    .execute();
}

export function ofTeam(db: Db | Tx, workspace: string, team: string): Promise<Tally[]> {
  const rows = db.selectFrom('team_tally').select(['item', 'choice', 'replies']);
  return rows.where('workspace', '=', workspace).where('team', '=', team).orderBy('item').orderBy('choice').execute();
}

/** Once it is said what may be said, the figures behind it go. */
export async function forget(tx: Tx, workspace: string, team: string): Promise<void> {
  await tx.deleteFrom('team_tally').where('workspace', '=', workspace).where('team', '=', team).execute();
}
