// Takes out of a database everything that says who somebody was and what they wrote. Their place in past rounds stays, nameless: somebody
// else was in them too, and the matching has to know what has been.
import { sql } from 'kysely';
import { eraseClosing } from './erase-closing.ts';
import { eraseGroups } from './erase-groups.ts';
import { eraseAgreementLines, eraseHelpRequests } from './erase-lines.ts';
import { eraseTraces, theirs } from './erase-traces.ts';
import type { Tx } from './tools.ts';
import type { Vault } from './vault.ts';

export interface Erased {
  workspace: string;
  /** Slack id. */
  user: string;
  /** The instant, as `stamp` writes it. */
  at: string;
}

/** Their keys go, so nothing sealed for them can be read; then what names them, wherever it stands. */
export async function erasePerson(tx: Tx, vault: Pick<Vault, 'forget' | 'open' | 'seal'>, erased: Erased): Promise<void> {
  await vault.forget(tx, erased.workspace, erased.user);
  await eraseWritten(tx, erased);
  await eraseMessages(tx, erased);
  await eraseRoster(tx, erased);
  await eraseTraces(tx, vault, erased);
  await eraseName(tx, erased);
}

async function eraseWritten(tx: Tx, erased: Erased): Promise<void> {
  const { workspace, user } = erased;
  await tx.deleteFrom('note').where('leader', 'in', theirs(tx, erased)).execute();
  await tx.deleteFrom('commitment').where('leader', 'in', theirs(tx, erased)).execute();
  // That a pair has met is its partner's as well; it says nothing more, and of nobody.
  await tx.deleteFrom('checkin').where('leader', 'in', theirs(tx, erased)).where('met', '!=', 'met').execute();
  await tx.deleteFrom('pulse_answer').where('leader', 'in', theirs(tx, erased)).execute();
  const leaders = (await theirs(tx, erased).execute()).map(({ id }) => id);
  await eraseClosing(tx, leaders);
  await eraseAgreementLines(tx, leaders);
  await eraseHelpRequests(tx, leaders);
  await eraseGroups(tx, erased, leaders);
  await tx.deleteFrom('home_tab').where('workspace', '=', workspace).where('slack_user', '=', user).execute();
  await tx.deleteFrom('prompt').where('leader', 'in', theirs(tx, erased)).execute();
  await tx.deleteFrom('reply').where('workspace', '=', workspace).where('slack_user', '=', user).execute();
}

/** What was said to them alone, what of them was heard, and of group conversations who was in them. */
async function eraseMessages(tx: Tx, { workspace, user }: Erased): Promise<void> {
  const named = `%"${user}"%`;
  await tx.deleteFrom('outbox').where('workspace', '=', workspace).where('lane', '=', `person:${user}`).execute();
  await tx.deleteFrom('contact').where('workspace', '=', workspace).where('slack_user', '=', user).execute();
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
    await tx.updateTable('roster_entry').set({ manager: nobody }).where('programme', '=', programme).where('manager', '=', user).execute();
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
  await tx.updateTable('roster_entry').set({ manager: null }).where('workspace', '=', workspace).where('manager', '=', user).execute();
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
