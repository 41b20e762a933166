// Takes a person's traces out of what others did and what organisers decided: deeds, offices, rules about pairs, plans of rounds. Beside it,
// `erase-person.ts` takes out what is theirs alone.
import { type SqlBool, sql } from 'kysely';
import type { Erased } from './erase-person.ts';
import type { Tx } from './tools.ts';

/** Who stands where they stood. */
const NOBODY = 'erased';

/** Everything named above, of `erased`, whose leader's rows are still known by their Slack id. */
export async function eraseTraces(tx: Tx, erased: Erased): Promise<void> {
  await eraseDeeds(tx, erased);
  await eraseOffices(tx, erased);
  await erasePlans(tx, erased);
}

/** Ids of all that they are or were as a leader. */
export function theirs(tx: Tx, { workspace, user }: Erased) {
  return tx.selectFrom('leader').select('id').where('workspace', '=', workspace).where('slack_user', '=', user);
}

/** What they did as an organiser, and what was done to them, stays on record as done by or to nobody. */
async function eraseDeeds(tx: Tx, erased: Erased): Promise<void> {
  const { workspace, user } = erased;
  const pairs = tx.deleteFrom('forbidden_pair').where('workspace', '=', workspace);
  await pairs.where(({ eb, or }) => or([eb('leader_a', 'in', theirs(tx, erased)), eb('leader_b', 'in', theirs(tx, erased))])).execute();
  // An organiser may have written why two people are never paired: of rounds that are decided nobody needs it.
  for (const { id } of await theirs(tx, erased).execute()) {
    const decided = tx.updateTable('proposal').set({ edits: '[]' }).where('workspace', '=', workspace).where('decided_at', 'is not', null);
    await decided.where('edits', 'like', `%${id}%`).execute();
  }
  await tx.deleteFrom('organiser').where('workspace', '=', workspace).where('slack_user', '=', user).execute();
  await tx.updateTable('audit').set({ actor: NOBODY }).where('workspace', '=', workspace).where('actor', '=', user).execute();
  await tx.updateTable('audit').set({ subject: null }).where('workspace', '=', workspace).where('subject', '=', user).execute();
}

/** What they set going as an organiser goes on without them; what they had begun and not finished is not done in their name any more. */
async function eraseOffices(tx: Tx, { workspace, user, at }: Erased): Promise<void> {
  const here = { workspace, user };
  await tx.updateTable('programme').set({ founded_by: NOBODY }).where(by('founded_by', here)).execute();
  await tx.updateTable('organiser').set({ appointed_by: NOBODY }).where(by('appointed_by', here)).execute();
  await tx.updateTable('pause_week').set({ added_by: NOBODY }).where(by('added_by', here)).execute();
  await tx.updateTable('forbidden_pair').set({ forbidden_by: NOBODY }).where(by('forbidden_by', here)).execute();
  await tx.updateTable('proposal').set({ proposed_by: NOBODY }).where(by('proposed_by', here)).execute();
  await tx.updateTable('proposal').set({ decided_by: NOBODY }).where(by('decided_by', here)).execute();
  await tx.updateTable('round').set({ approved_by: NOBODY }).where(by('approved_by', here)).execute();
  const finished = { imported_by: NOBODY, finished_at: sql<string>`coalesce(finished_at, ${at})` };
  await tx.updateTable('roster_import').set(finished).where(by('imported_by', here)).execute();
  await tx.deleteFrom('occurrence').where(by('subject', here)).execute();
}

function by(column: string, { workspace, user }: Pick<Erased, 'workspace' | 'user'>) {
  return sql<SqlBool>`workspace = ${workspace} and ${sql.ref(column)} = ${user}`;
}

/** Plans tell who is with whom and why, with names and with what organisers said of people: an open one is worked out anew. */
async function erasePlans(tx: Tx, erased: Erased): Promise<void> {
  const leaders = await theirs(tx, erased).execute();
  for (const mentioned of [erased.user, ...leaders.map(({ id }) => id)]) {
    const like = `%"${mentioned}"%`;
    await tx
      .updateTable('proposal')
      .set(({ eb }) => ({ edits: '[]', plan: NO_PLAN, revision: eb('revision', '+', 1) }))
      .where('workspace', '=', erased.workspace)
      .where(({ eb, or }) => or([eb('edits', 'like', like), eb('plan', 'like', like)]))
      .execute();
  }
  const theirPairs = tx.selectFrom('pair_leader').select('pair').where('leader', 'in', theirs(tx, erased));
  for (const { id, compromises } of await tx.selectFrom('pair').select(['id', 'compromises']).where('id', 'in', theirPairs).execute()) {
    const nameless = withoutNames(compromises);
    if (nameless !== compromises) await tx.updateTable('pair').set({ compromises: nameless }).where('id', '=', id).execute();
  }
}

const NO_PLAN = JSON.stringify({ plan: { possible: false, causes: [] }, mark: '' });

function withoutNames(compromises: string): string {
  return JSON.stringify(JSON.parse(compromises), (key, value) => (key === 'name' || key === 'names' ? '' : value));
}
