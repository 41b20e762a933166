// Keeps a leader's name and address as Slack has them, and the time zone where the leader has kept Slack's.
import { transact } from '../../platform/db/transact.ts';
import type { Person } from '../../platform/slack/people.ts';
import type { Tools } from '../../platform/tools.ts';
import * as leaders from './leaders.ts';

/** `before` is what was known of them until now. Whoever chose a zone of their own keeps it when they travel. */
export async function followPerson(tools: Tools, before: Person | undefined, person: Person): Promise<void> {
  const now = tools.now();
  await transact(tools.db, async (tx) => {
    for (const leader of await leaders.ofPerson(tx, tools.workspace, person.id)) {
      const followsSlack = before?.timeZone === leader.timeZone && person.timeZone !== null;
      const timeZone = followsSlack ? (person.timeZone ?? leader.timeZone) : leader.timeZone;
      const followed = { ...leader, name: person.name, email: person.email ?? leader.email, timeZone };
      if (JSON.stringify(followed) !== JSON.stringify(leader)) await leaders.change(tx, followed, now);
    }
  });
}
