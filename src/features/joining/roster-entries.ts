// Roster entries: what an organiser's list says of people who may or may not have joined yet.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import type { RosterEntryTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';

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

/** Those who have neither been invited nor joined, and whom no open import is looking up. */
export function uninvited(db: Db | Tx, programme: string): Promise<RosterEntryTable[]> {
  const finished = db.selectFrom('roster_import').select('id').where('programme', '=', programme).where('finished_at', 'is not', null);
  const joined = db.selectFrom('leader').select('slack_user').where('programme', '=', programme);
  return db
    .selectFrom('roster_entry')
    .selectAll()
    .where('programme', '=', programme)
    .where('invited_at', 'is', null)
    .where('import', 'in', finished)
    .where(({ eb, or }) => or([eb('slack_user', 'is', null), eb('slack_user', 'not in', joined)]))
    .execute();
}

/** Makes these entries part of another import; those nobody was found for are looked up again. */
export async function moveTo(tx: Tx, ids: readonly string[], importId: string): Promise<void> {
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500);
    await tx.updateTable('roster_entry').set({ import: importId }).where('id', 'in', some).execute();
    await tx.updateTable('roster_entry').set({ looked_up_at: null }).where('id', 'in', some).where('slack_user', 'is', null).execute();
  }
}

/** Adds an entry, or brings the one with the same address up to date. What is known of the person in Slack stays. */
export async function put(tx: Tx, entry: RosterEntryTable): Promise<void> {
  const { import: importId, name, function: where, level, manager_email, time_zone, imported_at, looked_up_at } = entry;
  const fields = { import: importId, name, function: where, level, manager_email, time_zone, imported_at, looked_up_at };
  await tx
    .insertInto('roster_entry')
    .values(entry)
    .onConflict((conflict) => conflict.columns(['programme', 'email']).doUpdateSet(fields))
    .execute();
}

/** Notes who in Slack an entry is about; `user` is null where nobody here has the address. */
export async function settle(tx: Db | Tx, id: string, user: string | null, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('roster_entry')
    .set({ slack_user: user, looked_up_at: stamp(now) })
    .where('id', '=', id)
    .execute();
}

export async function invited(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('roster_entry')
    .set({ invited_at: stamp(now) })
    .where('id', '=', id)
    .where('invited_at', 'is', null)
    .execute();
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
