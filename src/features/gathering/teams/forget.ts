// Who was asked into a team is known for thirty days after it has ended; who said no, only as long as they may think again, so that nobody is asked
// twice. Then only that there was a team remains, and what was counted.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { KEPT_DAYS } from '../../reviewing/closing/keep-own.ts';

/** Forgets the members of teams that ended long enough ago, and who said no to those that run; returns when the next are due. */
export async function forgetTeams(
  { db, workspace }: Pick<Tools, 'db' | 'workspace'>,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const kept = { hours: 24 * KEPT_DAYS };
  await forgetDeclined(db, workspace, now);
  const ended = await endedWithMembers(db, workspace);
  const due = ended.filter(({ endedAt }) => !isBefore(now, instantOf(endedAt).add(kept)));
  for (const { id } of due) await transact(db, (tx) => forgetMembers(tx, id));
  const next = ended.find((team) => !due.includes(team));
  return next && instantOf(next.endedAt).add(kept);
}

/** Whoever may not join any more has said no for good. */
const OPEN = { hours: 24 * 7 * 6 };

async function forgetDeclined(db: Db, workspace: string, now: Temporal.Instant): Promise<void> {
  const settled = db.selectFrom('team').select('id').where('workspace', '=', workspace);
  const teams = settled.where(({ eb, or }) => or([eb('began_at', '<=', stamp(now.subtract(OPEN))), eb('ended_at', 'is not', null)]));
  const declined = db
    .selectFrom('team_member')
    .select('slack_user')
    .where('workspace', '=', workspace)
    .where('declined_at', 'is not', null);
  if (!(await declined.where('joined_at', 'is', null).where('team', 'in', teams).limit(1).executeTakeFirst())) return;
  await transact(db, async (tx) => {
    const no = tx
      .deleteFrom('team_member')
      .where('workspace', '=', workspace)
      .where('declined_at', 'is not', null)
      .where('joined_at', 'is', null);
    await no.where('team', 'in', teams).execute();
  });
}

async function endedWithMembers(db: Db, workspace: string): Promise<{ id: string; endedAt: string }[]> {
  const rows = await db
    .selectFrom('team')
    .select(['id', 'ended_at'])
    .where('workspace', '=', workspace)
    .where('ended_at', 'is not', null)
    .where(({ eb, or }) =>
      or([
        eb('invite_sealed', 'is not', null),
        eb('id', 'in', db.selectFrom('team_member').select('team').where('workspace', '=', workspace)),
      ]),
    )
    .orderBy('ended_at')
    .execute();
  return rows.flatMap(({ id, ended_at }) => (ended_at === null ? [] : [{ id, endedAt: ended_at }]));
}

async function forgetMembers(tx: Tx, team: string): Promise<void> {
  const pairs = tx.selectFrom('team_pair').select('id').where('team', '=', team);
  await tx.deleteFrom('team_pair_member').where('pair', 'in', pairs).execute();
  await tx.deleteFrom('team_pair').where('team', '=', team).execute();
  await tx.deleteFrom('team_member').where('team', '=', team).execute();
  await tx.updateTable('team').set({ invite_sealed: null }).where('id', '=', team).execute();
}
