// Takes out of a database everything that says who somebody was and what they wrote. Their place in past rounds stays, nameless: somebody
// else was in them too, and the matching has to know what has been.
import { type SqlBool, sql } from 'kysely';
import type { Tx } from './tools.ts';
import type { Vault } from './vault.ts';

const NOBODY = 'erased';

export interface Erased {
  workspace: string;
  /** Slack id. */
  user: string;
  /** The instant, as `stamp` writes it. */
  at: string;
}

/** Their keys go, so nothing sealed for them can be read; then what names them, wherever it stands. */
export async function erasePerson(tx: Tx, vault: Pick<Vault, 'forget'>, erased: Erased): Promise<void> {
  await vault.forget(tx, erased.workspace, erased.user);
  await eraseWritten(tx, erased);
  await eraseMessages(tx, erased);
  await eraseRoster(tx, erased);
  await eraseDeeds(tx, erased);
  await eraseOffices(tx, erased);
  await erasePlans(tx, erased);
  await eraseName(tx, erased);
}

function theirs(tx: Tx, { workspace, user }: Erased) {
  return tx.selectFrom('leader').select('id').where('workspace', '=', workspace).where('slack_user', '=', user);
}

async function eraseWritten(tx: Tx, erased: Erased): Promise<void> {
  const { workspace, user } = erased;
  await tx.deleteFrom('note').where('leader', 'in', theirs(tx, erased)).execute();
  await tx.deleteFrom('prompt').where('leader', 'in', theirs(tx, erased)).execute();
  await tx.deleteFrom('reply').where('workspace', '=', workspace).where('slack_user', '=', user).execute();
}

/** What was said to them alone, what of them was heard, and of group conversations who was in them. */
async function eraseMessages(tx: Tx, { workspace, user }: Erased): Promise<void> {
  const named = `%"${user}"%`;
  await tx.deleteFrom('outbox').where('workspace', '=', workspace).where('lane', '=', `person:${user}`).execute();
  const settled = tx.deleteFrom('outbox').where('workspace', '=', workspace).where('settled_at', 'is not', null);
  await settled.where('address', 'like', named).execute();
  // Also what could not be handled: nobody needs to look into it any more.
  await tx.deleteFrom('inbox').where('workspace', '=', workspace).where('fields', 'like', named).execute();
}

/** The list that names them; and where it names them as a manager, a name that means nothing, so that the line above others stays whole. */
async function eraseRoster(tx: Tx, erased: Erased): Promise<void> {
  const { workspace, user } = erased;
  const own = tx.selectFrom('leader').select('email').where('workspace', '=', workspace).where('slack_user', '=', user);
  const known = tx.selectFrom('person').select('email').where('workspace', '=', workspace).where('slack_user', '=', user);
  const addresses = (await own.union(known).execute()).flatMap(({ email }) => (email === null ? [] : [email.toLowerCase()]));
  const listed = tx.deleteFrom('roster_entry').where('workspace', '=', workspace);
  await listed.where(({ eb, or }) => or([eb('slack_user', '=', user), ...addresses.map((email) => eb('email', '=', email))])).execute();
  for (const { id, programme, email } of await tx
    .selectFrom('leader')
    .select(['id', 'programme', 'email'])
    .where('id', 'in', theirs(tx, erased))
    .execute()) {
    const nobody = `erased:${id}`;
    await tx.updateTable('leader').set({ manager: nobody }).where('programme', '=', programme).where('manager', '=', user).execute();
    if (email === null) continue;
    await tx
      .updateTable('leader')
      .set({ manager_email: nobody })
      .where('programme', '=', programme)
      .where('manager_email', '=', email)
      .execute();
    await tx
      .updateTable('roster_entry')
      .set({ manager_email: nobody })
      .where('programme', '=', programme)
      .where('manager_email', '=', email)
      .execute();
  }
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

async function eraseName(tx: Tx, { workspace, user, at }: Erased): Promise<void> {
  await tx
    .updateTable('leader')
    .set({ ...nameless, slack_user: sql`'erased:' || id`, left_at: sql`coalesce(left_at, ${at})`, left_because: 'erased' })
    .where('workspace', '=', workspace)
    .where('slack_user', '=', user)
    .execute();
  await tx.deleteFrom('person').where('workspace', '=', workspace).where('slack_user', '=', user).execute();
}

const nameless = {
  name: '',
  email: null,
  level: '',
  manager: null,
  manager_email: null,
  time_zone: 'UTC',
  private_sealed: null,
  paused_at: null,
  paused_until: null,
};
