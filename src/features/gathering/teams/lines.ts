// Who in a team reports to whom, as far as anybody has said: leaders of every programme of the workspace, and the lists that organisers brought.
import { knownPeople } from '../../../platform/slack/people.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import * as programmes from '../../founding/programmes.ts';
import * as leaders from '../../joining/leaders.ts';
import { linesOf } from '../../joining/line.ts';
import * as rosterEntries from '../../joining/rosters/roster-entries.ts';

/** For each of `users`, by Slack id, who stands within two steps above or below them. */
export async function linesAmong(db: Db | Tx, workspace: string, users: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
  const everyone = (await knownPeople(db, workspace, users)).map(({ id: user, email }) => ({ ...sayingNothing, id: user, user, email }));
  const roster: Awaited<ReturnType<typeof rosterEntries.ofProgramme>> = [];
  for (const { id } of await programmes.all(db, workspace)) {
    roster.push(...(await rosterEntries.ofProgramme(db, id)));
    for (const leader of await leaders.ofProgramme(db, id)) everyone.push({ ...leader, id: leader.user });
  }
  const lines = linesOf(everyone, roster);
  return new Map(users.map((user) => [user, new Set(lines.get(user) ?? [])]));
}

const sayingNothing = { manager: null as string | null, managerEmail: null as string | null };
