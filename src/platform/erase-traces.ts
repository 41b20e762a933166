// Takes a person's traces out of what others did and what organisers decided: deeds, offices, rules about pairs, plans of rounds. Beside it,
// `erase-person.ts` takes out what is theirs alone.
import { type SqlBool, sql } from 'kysely';
import type { Erased } from './erase-person.ts';
import { pairSeal, planSeal } from './plan-seals.ts';
import { SealBroken } from './sealing.ts';
import type { Tx } from './tools.ts';
import type { Seal, Vault } from './vault.ts';

/** Who stands where they stood. */
const NOBODY = 'erased';

type Opening = Pick<Vault, 'open' | 'seal'>;

/** Everything named above, of `erased`, whose leader's rows are still known by their Slack id. */
export async function eraseTraces(tx: Tx, vault: Opening, erased: Erased): Promise<void> {
  await eraseDeeds(tx, erased);
  await eraseOffices(tx, erased);
  await erasePlans(tx, vault, erased);
  await eraseReasons(tx, vault, erased);
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
  const requests = tx.deleteFrom('partner_request').where('workspace', '=', workspace);
  await requests.where(({ eb, or }) => or([eb('asker', 'in', theirs(tx, erased)), eb('asked', 'in', theirs(tx, erased))])).execute();
  await tx.deleteFrom('organiser').where('workspace', '=', workspace).where('slack_user', '=', user).execute();
  await tx.deleteFrom('preview_open').where('workspace', '=', workspace).where('slack_user', '=', user).execute();
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
  await tx.updateTable('pulse_result').set({ changed_by: NOBODY }).where(by('changed_by', here)).execute();
  await tx.updateTable('help_request').set({ settled_by: NOBODY }).where(by('settled_by', here)).execute();
  const finished = { imported_by: NOBODY, finished_at: sql<string>`coalesce(finished_at, ${at})` };
  await tx.updateTable('roster_import').set(finished).where(by('imported_by', here)).execute();
  await tx.deleteFrom('occurrence').where(by('subject', here)).execute();
}

function by(column: string, { workspace, user }: Pick<Erased, 'workspace' | 'user'>) {
  return sql<SqlBool>`workspace = ${workspace} and ${sql.ref(column)} = ${user}`;
}

/** Plans tell who is with whom and why, with names and with what organisers said of people: an open one is worked out anew. */
async function erasePlans(tx: Tx, vault: Opening, erased: Erased): Promise<void> {
  const { workspace, user } = erased;
  const mentioned = [user, ...(await theirs(tx, erased).execute()).map(({ id }) => id)].map((id) => JSON.stringify(id));
  for (const { id, plan_sealed } of await tx
    .selectFrom('proposal')
    .select(['id', 'plan_sealed'])
    .where('workspace', '=', workspace)
    .execute()) {
    const plan = await textIn(tx, vault, planSeal(workspace, id), plan_sealed);
    if (plan !== undefined && !mentioned.some((each) => plan.includes(each))) continue;
    const emptied = await vault.seal(tx, planSeal(workspace, id), NO_PLAN);
    await tx
      .updateTable('proposal')
      .set(({ eb }) => ({ plan_sealed: emptied, revision: eb('revision', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }
}

/** Reasons stay with the pairs that were, without the names in them. */
async function eraseReasons(tx: Tx, vault: Opening, erased: Erased): Promise<void> {
  const { workspace } = erased;
  const theirPairs = tx.selectFrom('pair_leader').select('pair').where('leader', 'in', theirs(tx, erased));
  for (const { id, why_sealed } of await tx.selectFrom('pair').select(['id', 'why_sealed']).where('id', 'in', theirPairs).execute()) {
    const why = await textIn(tx, vault, pairSeal(workspace, id), why_sealed);
    const nameless = why === undefined ? NO_REASONS : withoutNames(why);
    if (nameless === why) continue;
    const sealed = await vault.seal(tx, pairSeal(workspace, id), nameless);
    await tx.updateTable('pair').set({ why_sealed: sealed }).where('id', '=', id).execute();
  }
}

/** Nothing where the seal does not hold: nobody knows what stands there, so nothing of it stays. */
async function textIn(tx: Tx, vault: Opening, seal: Seal, sealed: string): Promise<string | undefined> {
  try {
    return await vault.open(tx, seal, sealed);
  } catch (fault) {
    if (fault instanceof SealBroken) return undefined;
    throw fault;
  }
}

const NO_PLAN = JSON.stringify({ edits: [], drawn: { plan: { possible: false, causes: [] }, mark: '' } });
const NO_REASONS = JSON.stringify({ reasons: [], compromises: [] });

function withoutNames(why: string): string {
  return JSON.stringify(JSON.parse(why), (key, value) => (key === 'name' || key === 'names' ? '' : value));
}
