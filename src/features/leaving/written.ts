// What is still written here of people who have left and of rounds that are over.
import type { Db, Tx } from '../../platform/tools.ts';
import * as agreementWords from '../coaching/agreement/forget.ts';
import { fromRow } from '../joining/leader-rows.ts';
import type { Leader } from '../joining/leaders.ts';
import * as partnerRequests from '../pairing/choosing/partner-requests.ts';
import * as closing from '../reviewing/closing/forget.ts';

export async function notesOf(db: Db | Tx, leader: string): Promise<string[]> {
  const rows = await db.selectFrom('note').select('id').where('leader', '=', leader).execute();
  return rows.map((row) => row.id);
}

/** Rounds that are over and of which something is still to go, with the instant at which each was closed, longest over first. */
export async function ofClosedRounds(db: Db | Tx, workspace: string): Promise<{ id: string; closedAt: string }[]> {
  const noted = db
    .selectFrom('note')
    .leftJoin('keepsake', (join) => join.onRef('keepsake.round', '=', 'note.round').onRef('keepsake.leader', '=', 'note.leader'))
    .select('note.round')
    .where('note.workspace', '=', workspace)
    .where('keepsake.kept_at', 'is', null);
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
    .where(({ eb, or }) =>
      or(
        [
          noted,
          remarked,
          committed,
          ...closing.toForget(db, workspace),
          ...agreementWords.toForget(db, workspace),
          partnerRequests.toForget(db, workspace),
        ].map((those) => eb('id', 'in', those)),
      ),
    )
    .orderBy('closed_at')
    .execute();
  return rows.flatMap(({ id, closed_at }) => (closed_at === null ? [] : [{ id, closedAt: closed_at }]));
}

/** Whether the round is still over: an undone rotation opens it again. */
export async function isClosed(db: Db | Tx, round: string): Promise<boolean> {
  const closed = db.selectFrom('round').select('id').where('id', '=', round).where('closed_at', 'is not', null);
  return (await closed.executeTakeFirst()) !== undefined;
}

/** The notes of a round, if it is still over, but for those of leaders who keep theirs. */
export async function notesOfClosed(db: Db | Tx, round: string): Promise<string[]> {
  const rows = await db
    .selectFrom('note')
    .innerJoin('round', 'round.id', 'note.round')
    .leftJoin('keepsake', (join) => join.onRef('keepsake.round', '=', 'note.round').onRef('keepsake.leader', '=', 'note.leader'))
    .select('note.id')
    .where('round.id', '=', round)
    .where('round.closed_at', 'is not', null)
    .where('keepsake.kept_at', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

/** Leaders who have left and of whom something they wrote is still kept, longest gone first. */
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
      or([
        eb('private_sealed', 'is not', null),
        ...[authors, answered, committed, ...closing.authors(db, workspace), ...agreementWords.authors(db, workspace)].map((those) =>
          eb('id', 'in', those),
        ),
      ]),
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
  const members = db.selectFrom('team_member').select('slack_user').where('workspace', '=', workspace);
  const rows = await people.union(all).union(members).execute();
  return rows.map((row) => row.slack_user);
}
