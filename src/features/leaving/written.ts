// Who has left and still has something written here.
import type { Db, Tx } from '../../platform/tools.ts';
import { fromRow } from '../joining/leader-rows.ts';
import type { Leader } from '../joining/leaders.ts';

export async function notesOf(db: Db | Tx, leader: string): Promise<string[]> {
  const rows = await db.selectFrom('note').select('id').where('leader', '=', leader).execute();
  return rows.map((row) => row.id);
}

/** Leaders who have left and of whom notes or wishes are still kept, longest gone first. */
export async function ofThoseWhoLeft(db: Db | Tx, workspace: string): Promise<Leader[]> {
  const authors = db.selectFrom('note').select('leader').where('workspace', '=', workspace);
  const rows = await db
    .selectFrom('leader')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('left_at', 'is not', null)
    .where(({ eb, or }) => or([eb('private_sealed', 'is not', null), eb('id', 'in', authors)]))
    .orderBy('left_at')
    .execute();
  return rows.map(fromRow);
}

/** Everyone the workspace knows anything about, by Slack id. */
export async function everyone(db: Db | Tx, workspace: string): Promise<string[]> {
  const people = db.selectFrom('person').select('slack_user').where('workspace', '=', workspace);
  const all = db
    .selectFrom('leader')
    .select('slack_user')
    .where('workspace', '=', workspace)
    .where(({ eb, or }) => or([eb('left_because', 'is', null), eb('left_because', '!=', 'erased')]));
  const rows = await people.union(all).execute();
  return rows.map((row) => row.slack_user);
}
