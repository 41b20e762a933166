// What is still written here of people who have left and of rounds that are over.
import type { Db, Tx } from '../../platform/tools.ts';
import { fromRow } from '../joining/leader-rows.ts';
import type { Leader } from '../joining/leaders.ts';

export async function notesOf(db: Db | Tx, leader: string): Promise<string[]> {
  const rows = await db.selectFrom('note').select('id').where('leader', '=', leader).execute();
  return rows.map((row) => row.id);
}

/** Rounds that are over and whose notes, commitments or remarks are still to go, with the instant at which each was closed, longest over first. */
export async function ofClosedRounds(db: Db | Tx, workspace: string): Promise<{ id: string; closedAt: string }[]> {
  const noted = db.selectFrom('note').select('round').where('workspace', '=', workspace);
  const remarked = db.selectFrom('pulse_result').select('round').where('workspace', '=', workspace).where('remarks_sealed', 'is not', null);
  const committed = db
    .selectFrom('commitment')
    .leftJoin('keepsake', (join) =>
      join.onRef('keepsake.round', '=', 'commitment.round').onRef('keepsake.leader', '=', 'commitment.leader'),
    )
    .select('commitment.round')
    .where('commitment.workspace', '=', workspace)
    .where('keepsake.kept_at', 'is', null);
  const rows = await db
    .selectFrom('round')
    .select(['id', 'closed_at'])
    .where('workspace', '=', workspace)
    .where('closed_at', 'is not', null)
    .where(({ eb, or }) => or([eb('id', 'in', noted), eb('id', 'in', remarked), eb('id', 'in', committed)]))
    .orderBy('closed_at')
    .execute();
  return rows.flatMap(({ id, closed_at }) => (closed_at === null ? [] : [{ id, closedAt: closed_at }]));
}

/** Whether the round is still over: an undone rotation opens it again. */
export async function isClosed(db: Db | Tx, round: string): Promise<boolean> {
  const closed = db.selectFrom('round').select('id').where('id', '=', round).where('closed_at', 'is not', null);
  return (await closed.executeTakeFirst()) !== undefined;
}

/** The notes of a round, if it is still over. */
export async function notesOfClosed(db: Db | Tx, round: string): Promise<string[]> {
  const rows = await db
    .selectFrom('note')
    .innerJoin('round', 'round.id', 'note.round')
    .select('note.id')
    .where('round.id', '=', round)
    .where('round.closed_at', 'is not', null)
    .execute();
  return rows.map((row) => row.id);
}

/** Leaders who have left and of whom notes, commitments, answers or wishes are still kept, longest gone first. */
export async function ofThoseWhoLeft(db: Db | Tx, workspace: string): Promise<Leader[]> {
  const authors = db.selectFrom('note').select('leader').where('workspace', '=', workspace);
  const answered = db.selectFrom('pulse_answer').select('leader').where('workspace', '=', workspace);
  const committed = db.selectFrom('commitment').select('leader').where('workspace', '=', workspace);
  const rows = await db
    .selectFrom('leader')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('left_at', 'is not', null)
    .where(({ eb, or }) =>
      or([eb('private_sealed', 'is not', null), ...[authors, answered, committed].map((those) => eb('id', 'in', those))]),
    )
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
