// Somebody who was invited says that it is not for them: nobody asks again, and no reason is asked for.
import { transact } from '../../../platform/db/transact.ts';
import { lookUp } from '../../../platform/slack/people.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as leaders from '../leaders.ts';
import * as askedEntries from './asked-entries.ts';
import * as reminders from './reminders.ts';
import * as rosterEntries from './roster-entries.ts';

export type Declined = { ok: true } | { ok: false; because: 'in' | 'not-asked' };

/** Notes it of the person themselves; twice is once. `/coachingpairs join` stays open to them. */
export async function decline(tools: Tools, asked: reminders.Asked): Promise<Declined> {
  const { programme, user } = asked;
  const { email } = await lookUp(tools, user);
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Declined> => {
    if ((await leaders.find(tx, programme, user))?.leftAt === null) return { ok: false, because: 'in' };
    const entry = await rosterEntries.about(tx, programme, { user, email });
    if (!entry?.invited_at) return { ok: false, because: 'not-asked' };
    await askedEntries.declined(tx, entry.id, now);
    await reminders.withdraw(tools, tx, asked, now);
    return { ok: true };
  });
}
