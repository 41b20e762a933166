// Roster entries: what an organiser's list says of people who may or may not have joined yet.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { RosterEntryTable } from '../../../platform/db/tables.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

/** SQLite takes 32,766 values in one statement. */
const AT_ONCE = 500;

/** The programme's entries, by name. */
export function ofProgramme(db: Db | Tx, programme: string): Promise<RosterEntryTable[]> {
  return db.selectFrom('roster_entry').selectAll().where('programme', '=', programme).orderBy('name').orderBy('id').execute();
}

/** What the programme's list says of someone, by address or by who they are in Slack. */
export async function about(
  db: Db | Tx,
  programme: string,
  person: { user: string; email: string | null },
): Promise<RosterEntryTable | undefined> {
  const entries = db.selectFrom('roster_entry').selectAll().where('programme', '=', programme);
  const known = await entries.where('slack_user', '=', person.user).executeTakeFirst();
  if (known || !person.email) return known;
  return entries.where('email', '=', person.email.toLowerCase()).executeTakeFirst();
}

/** What the lists of every programme say of someone, with the programmes' names. */
export function ofPerson(db: Db | Tx, workspace: string, { user, email }: { user: string; email: string | null }) {
  return db
    .selectFrom('roster_entry')
    .innerJoin('programme', 'programme.id', 'roster_entry.programme')
    .selectAll('roster_entry')
    .select('programme.name as programme_name')
    .where('roster_entry.workspace', '=', workspace)
    .where(({ eb, or }) => or([eb('slack_user', '=', user), ...(email ? [eb('email', '=', email.toLowerCase())] : [])]))
    .orderBy('programme.name')
    .execute();
}

/** Who in Slack the entry with this address is about. */
export async function userOf(db: Db | Tx, programme: string, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('roster_entry')
    .select('slack_user')
    .where('programme', '=', programme)
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
  return row?.slack_user ?? undefined;
}

/** The entries that an import brought and that have not been looked up. */
export function unknownOf(db: Db | Tx, importId: string): Promise<RosterEntryTable[]> {
  return ofImport(db, importId).where('looked_up_at', 'is', null).execute();
}

export function allOf(db: Db | Tx, importId: string): Promise<RosterEntryTable[]> {
  return ofImport(db, importId).execute();
}

/** Makes these entries part of another import; those nobody was found for are looked up again. */
export async function moveTo(tx: Tx, ids: readonly string[], importId: string): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    await tx.updateTable('roster_entry').set({ import: importId }).where('id', 'in', some).execute();
    await tx.updateTable('roster_entry').set({ looked_up_at: null }).where('id', 'in', some).where('slack_user', 'is', null).execute();
  }
}

/** What a list says of somebody; what is known of the person in Slack, and what was asked of them, stays. */
const SAID = [
  ...(['import', 'name', 'function', 'level', 'manager_email', 'time_zone'] as const),
  ...(['imported_at', 'looked_up_at', 'profiled_at'] as const),
];

/** Adds entries, or brings those with the same address up to date. */
export async function putAll(tx: Tx, entries: readonly RosterEntryTable[]): Promise<void> {
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    await tx
      .insertInto('roster_entry')
      .values(entries.slice(from, from + AT_ONCE))
      .onConflict((conflict) =>
        conflict
          .columns(['programme', 'email'])
          .doUpdateSet((eb) => Object.fromEntries(SAID.map((name) => [name, eb.ref(`excluded.${name}`)]))),
      )
      .execute();
  }
}

/** Notes who in Slack an entry is about; `user` is null where nobody here has the address. */
export async function settle(tx: Db | Tx, id: string, user: string | null, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('roster_entry')
    .set({ slack_user: user, looked_up_at: stamp(now) })
    .where('id', '=', id)
    .execute();
}

/** Takes those off who were last on a list before the instant `at`, never had a place, and have not answered that they want none. Returns who they are in Slack, null where nobody knows. */
export async function takeOff(tx: Tx, programme: string, at: string): Promise<(string | null)[]> {
  const joined = tx.selectFrom('leader').select('slack_user').where('programme', '=', programme);
  const rows = await tx
    .deleteFrom('roster_entry')
    .where('programme', '=', programme)
    .where('imported_at', '<', at)
    .where('declined_at', 'is', null)
    .where(({ eb, or }) => or([eb('slack_user', 'is', null), eb('slack_user', 'not in', joined)]))
    .returning('slack_user')
    .execute();
  return rows.map(({ slack_user }) => slack_user);
}

/** Notes who the address belongs to, once they have joined. */
export async function link(tx: Tx, programme: string, email: string, user: string): Promise<void> {
  await tx
    .updateTable('roster_entry')
    .set({ slack_user: user })
    .where('programme', '=', programme)
    .where('email', '=', email.toLowerCase())
    .execute();
}

function ofImport(db: Db | Tx, importId: string) {
  return db.selectFrom('roster_entry').selectAll().where('import', '=', importId).orderBy('name').orderBy('id');
}
