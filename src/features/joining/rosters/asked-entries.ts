// Roster entries: who has been asked to take part, when, and what they answered. Beside `roster-entries.ts`, which knows what a list says of them.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { RosterEntryTable } from '../../../platform/db/tables.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

/** Those who have neither been invited nor joined, and whom no open import is looking up. */
export function uninvited(db: Db | Tx, programme: string): Promise<RosterEntryTable[]> {
  const finished = db.selectFrom('roster_import').select('id').where('programme', '=', programme).where('finished_at', 'is not', null);
  const joined = db.selectFrom('leader').select('slack_user').where('programme', '=', programme);
  return db
    .selectFrom('roster_entry')
    .selectAll()
    .where('programme', '=', programme)
    .where('invited_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('import', 'in', finished)
    .where(({ eb, or }) => or([eb('slack_user', 'is', null), eb('slack_user', 'not in', joined)]))
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

/** Those who were asked and have neither answered nor been reminded, as far as it is known who they are. */
export function unanswered(db: Db | Tx, programme: string): Promise<RosterEntryTable[]> {
  const joined = db.selectFrom('leader').select('slack_user').where('programme', '=', programme);
  return db
    .selectFrom('roster_entry')
    .selectAll()
    .where('programme', '=', programme)
    .where('invited_at', 'is not', null)
    .where('reminded_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('slack_user', 'is not', null)
    .where('slack_user', 'not in', joined)
    .orderBy('invited_at')
    .orderBy('id')
    .execute();
}

/** `at` is when the reminder goes out, as far as that can be known. */
export async function reminded(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('roster_entry')
    .set({ reminded_at: stamp(at) })
    .where('id', '=', id)
    .execute();
}

/** They would rather not take part; said twice is said once. */
export async function declined(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const entry = tx.updateTable('roster_entry').set({ declined_at: stamp(now) });
  await entry.where('id', '=', id).where('declined_at', 'is', null).execute();
}
