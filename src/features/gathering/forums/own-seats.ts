// In which forums one person has signed up, over all programmes: for what they are shown, and so that nobody is at two in one hour.
import type { Db, Tx } from '../../../platform/tools.ts';
import { fromRow } from './forum-rows.ts';
import type { Forum } from './forums.ts';

/** Those that have not ended, the next one first. */
export async function signedUpBy(db: Db | Tx, workspace: string, user: string): Promise<Forum[]> {
  const rows = await db
    .selectFrom('forum')
    .innerJoin('forum_seat', 'forum_seat.forum', 'forum.id')
    .innerJoin('leader', 'leader.id', 'forum_seat.leader')
    .selectAll('forum')
    .where('forum.workspace', '=', workspace)
    .where('leader.slack_user', '=', user)
    .where('leader.left_at', 'is', null)
    .where('forum_seat.given_back_at', 'is', null)
    .where('forum.ended_at', 'is', null)
    .orderBy('forum.starts_at')
    .orderBy('forum.id')
    .execute();
  return rows.map(fromRow);
}
