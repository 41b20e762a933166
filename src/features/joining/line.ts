// Who reports to whom, as far as leaders and imported rosters say: by Slack id, by address, and through managers who take no part themselves.
import type { Db, Tx } from '../../platform/tools.ts';
import type { Leader } from './leaders.ts';
import * as leaders from './leaders.ts';
import * as rosterEntries from './rosters/roster-entries.ts';

/** How far up and down the line nobody is paired. */
const STEPS = 2;

type Reporting = Pick<Leader, 'id' | 'user' | 'email' | 'manager' | 'managerEmail'>;
type Entry = { email: string | null; slack_user: string | null; manager_email: string | null };

/** For each leader of the programme, the ids of the leaders within two steps above or below them; with one step, their manager and their own reports. */
export async function reportingLines(db: Db | Tx, programme: string, steps = STEPS): Promise<Map<string, string[]>> {
  return linesOf(await leaders.ofProgramme(db, programme), await rosterEntries.ofProgramme(db, programme), steps);
}

/** The same, from what is known. What a leader says of their manager goes before what a roster says. Pure. */
export function linesOf(everyone: readonly Reporting[], roster: readonly Entry[], steps = STEPS): Map<string, string[]> {
  const personOf = identities(everyone, roster);
  const above = new Map<string, Set<string>>();
  const below = new Map<string, Set<string>>();
  const link = (person: string, manager: string | undefined) => {
    if (manager === undefined || manager === person) return;
    above.set(person, (above.get(person) ?? new Set()).add(manager));
    below.set(manager, (below.get(manager) ?? new Set()).add(person));
  };
  const said = new Set(everyone.filter(({ manager, managerEmail }) => manager || managerEmail).map(({ user }) => user));
  for (const { user, manager, managerEmail } of everyone) link(user, manager ?? personOf(managerEmail));
  for (const { email, slack_user, manager_email } of roster) {
    const person = slack_user ?? personOf(email);
    if (person !== undefined && !said.has(person)) link(person, personOf(manager_email));
  }
  const idOf = new Map(everyone.map(({ user, id }) => [user, id]));
  return new Map(
    everyone.map(({ id, user }) => {
      const line = [...within(above, user, steps), ...within(below, user, steps)].map((person) => idOf.get(person));
      return [id, [...new Set(line)].filter((other): other is string => other !== undefined && other !== id).sort()];
    }),
  );
}

/** One name for each person: their Slack id where it is known, else their address. */
function identities(everyone: readonly Reporting[], roster: readonly Entry[]): (email: string | null) => string | undefined {
  const users = new Map<string, string>();
  for (const { email, slack_user } of roster) if (slack_user && email) users.set(email.toLowerCase(), slack_user);
  for (const { email, user } of everyone) if (email) users.set(email.toLowerCase(), user);
  return (email) => (email ? (users.get(email.toLowerCase()) ?? email.toLowerCase()) : undefined);
}

/** Everyone at most so many steps away, in one direction; a circle of managers ends where it began. */
function within(next: ReadonlyMap<string, ReadonlySet<string>>, person: string, steps: number): Set<string> {
  const found = new Set<string>();
  let edge = [person];
  for (let step = 1; step <= steps; step++) {
    edge = edge.flatMap((each) => [...(next.get(each) ?? [])]).filter((each) => each !== person && !found.has(each));
    for (const each of edge) found.add(each);
  }
  return found;
}
