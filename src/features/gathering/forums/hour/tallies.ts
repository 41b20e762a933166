// The table `forum_tally`: how often each choice was tapped after an hour, of nobody and at no time.
import type { Db, Tx } from '../../../../platform/tools.ts';
import type { Tally } from '../../taps.ts';
import type { Forum } from '../forums.ts';

/** How long the taps can be given after the end. */
export const OPEN_FOR = { hours: 48 };

type Which = Pick<Forum, 'id' | 'workspace'>;

export async function addTap(tx: Tx, { id, workspace }: Which, { item, choice }: Pick<Tally, 'item' | 'choice'>): Promise<void> {
  await tx
    .insertInto('forum_tally')
    .values({ forum: id, workspace, item, choice, replies: 1 })
    .onConflict((conflict) =>
      conflict.columns(['forum', 'item', 'choice']).doUpdateSet((eb) => ({ replies: eb('forum_tally.replies', '+', 1) })),
    )
    .execute();
}

export async function talliesOf(db: Db | Tx, { id, workspace }: Which): Promise<Tally[]> {
  const tallies = db.selectFrom('forum_tally').select(['item', 'choice', 'replies']).where('workspace', '=', workspace);
  return tallies.where('forum', '=', id).execute();
}
