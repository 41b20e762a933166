// Takes a person out of what groups did together: forums, teams and gatherings. What was counted stays, since it says nothing of anybody; who was
// there, who asked and who was asked does not.
import type { Erased } from './erase-person.ts';
import type { Tx } from './tools.ts';

/** Who stands where they stood. */
const NOBODY = 'erased';
/** The word to the members of a team that it is over. */
const ENDED = 'team-ended';

/** Their seats, roles, offices and answers, and the teams they were in or began; `leaders` are the ids of all that they are or were as a leader. */
export async function eraseGroups(tx: Tx, erased: Erased, leaders: readonly string[]): Promise<void> {
  await eraseForums(tx, erased, [...leaders]);
  await eraseGatherings(tx, erased, [...leaders]);
  await eraseMembership(tx, erased);
  await namelessPosts(tx, erased);
  await endTeams(tx, erased, [...leaders]);
}

async function eraseForums(tx: Tx, { workspace, user }: Erased, leaders: string[]): Promise<void> {
  await tx.updateTable('forum').set({ offered_by: NOBODY }).where('workspace', '=', workspace).where('offered_by', '=', user).execute();
  if (leaders.length === 0) return;
  for (const role of ['reader', 'keeper', 'holder', 'second_holder'] as const) {
    await tx
      .updateTable('forum')
      .set({ [role]: null })
      .where('workspace', '=', workspace)
      .where(role, 'in', leaders)
      .execute();
  }
  await tx.deleteFrom('forum_seat').where('leader', 'in', leaders).execute();
}

async function eraseGatherings(tx: Tx, { workspace, user }: Erased, leaders: string[]): Promise<void> {
  for (const office of ['planned_by', 'approved_by'] as const) {
    await tx
      .updateTable('gathering')
      .set({ [office]: NOBODY })
      .where('workspace', '=', workspace)
      .where(office, '=', user)
      .execute();
  }
  if (leaders.length > 0) await tx.deleteFrom('gathering_answer').where('leader', 'in', leaders).execute();
}

/** Where one person would be left of a pair, it is over; what was on its way to the pair goes to nobody. */
async function eraseMembership(tx: Tx, { workspace, user, at }: Erased): Promise<void> {
  const own = tx.selectFrom('team_pair_member').select('pair').where('workspace', '=', workspace).where('slack_user', '=', user);
  const pairs = (await own.execute()).map(({ pair }) => pair);
  await tx.deleteFrom('team_pair_member').where('workspace', '=', workspace).where('slack_user', '=', user).execute();
  await tx.deleteFrom('team_member').where('workspace', '=', workspace).where('slack_user', '=', user).execute();
  await dropWaiting(tx, workspace, { address: `%"${user}"%` });
  for (const pair of pairs) {
    const left = tx.selectFrom('team_pair_member').select('slack_user').where('pair', '=', pair).where('ended_at', 'is', null);
    if ((await left.execute()).length > 1) continue;
    await tx.updateTable('team_pair').set({ ended_at: at }).where('id', '=', pair).where('ended_at', 'is', null).execute();
  }
}

/** Where a forum met in a group conversation, the bot must still find its posts there, to take them back; who was in it need not be known for that. */
async function namelessPosts(tx: Tx, { workspace, user }: Erased): Promise<void> {
  const posts = tx.updateTable('outbox').set({ address: JSON.stringify({ to: 'group', users: [] }), lane: `group:${NOBODY}` });
  const settled = posts.where('workspace', '=', workspace).where('settled_at', 'is not', null).where('key', 'like', 'forum:%');
  await settled.where('lane', 'like', 'group:%').where('address', 'like', `%"${user}"%`).execute();
}

/** A team goes no further without whoever began it; nor does their invitation. */
async function endTeams(tx: Tx, { workspace, at }: Erased, leaders: string[]): Promise<void> {
  if (leaders.length === 0) return;
  const theirs = await tx.selectFrom('team').select(['id', 'ended_at']).where('leader', 'in', leaders).execute();
  for (const { id, ended_at } of theirs) {
    await tx.updateTable('team').set({ invite_sealed: null }).where('id', '=', id).execute();
    await dropWaiting(tx, workspace, { key: `team%:${id}:%`, but: `${ENDED}:%` });
    if (ended_at !== null) continue;
    await tx.updateTable('team').set({ ended_at: at, ended_because: 'leader-gone' }).where('id', '=', id).execute();
  }
}

interface Waiting {
  key?: string;
  but?: string;
  address?: string;
}

/** Letters to members that have not gone out. */
async function dropWaiting(tx: Tx, workspace: string, { key = 'team%', but = '', address = '%' }: Waiting): Promise<void> {
  const waiting = tx.deleteFrom('outbox').where('workspace', '=', workspace).where('state', '=', 'pending').where('attempt', '=', 0);
  await waiting.where('key', 'like', key).where('key', 'not like', but).where('address', 'like', address).execute();
}
