// An organiser takes those off the list whom a newer list does not name and who are not in the programme. Whoever is in stays: no list puts anybody out.
// An answer "Not for me" stays too, so that it is kept to when they are on a list again.
import { record } from '../../../platform/audit.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import { mayOrganise } from '../../founding/rights.ts';
import type { Invitation } from './invite.ts';
import * as reminders from './reminders.ts';
import * as rosterEntries from './roster-entries.ts';
import * as rosterImports from './roster-imports.ts';

export type TakenOff = { ok: true; people: number } | { ok: false; because: 'not-organiser' | 'nobody' };

/** `list` is the id of the import that does not name them. Who was put on the roster after it stays. */
export async function takeOff(tools: Tools, { programme, by }: Invitation, list: string): Promise<TakenOff> {
  if (!(await mayOrganise(tools, programme, by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<TakenOff> => {
    const at = await rosterImports.beganAt(tx, programme.id, list);
    const gone = at === undefined ? [] : await rosterEntries.takeOff(tx, programme.id, at);
    if (gone.length === 0) return { ok: false, because: 'nobody' };
    for (const user of gone) if (user !== null) await reminders.withdraw(tools, tx, { programme: programme.id, user }, now);
    await record(tools, tx, { programme: programme.id, actor: by, action: 'people-taken-off', detail: { count: gone.length } }, now);
    return { ok: true, people: gone.length };
  });
}
