// The roster as an organiser sees it: who is in, paused, invited, on the list, who would rather not, and who has left.
import type { Db, Tx } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import type { Leader } from '../leaders.ts';
import * as leaders from '../leaders.ts';
import * as rosterEntries from './roster-entries.ts';
import { type RosterLine, STANDINGS } from './standings.ts';

export type { RosterLine } from './standings.ts';

/** Everyone, by standing and name. Whoever has been forgotten is not there. */
export async function roster(db: Db | Tx, programme: Programme): Promise<RosterLine[]> {
  const all = await leaders.ofProgramme(db, programme.id);
  const entries = await rosterEntries.ofProgramme(db, programme.id);
  const emails = new Map([...entries.map(({ slack_user, email }) => [slack_user, email] as const), ...all.map(addressOf)]);
  const placed = new Set(all.map(({ user }) => user));
  const known = all.filter(({ leftBecause }) => leftBecause !== 'erased').map((leader) => ofLeader(leader, emails));
  const listed = entries.filter(({ slack_user }) => slack_user === null || !placed.has(slack_user)).map(ofEntry);
  return STANDINGS.flatMap((standing) => [...known, ...listed].filter((line) => line.standing === standing));
}

/** Every address that the programme knows, of its people and of their managers, in lower case. */
export async function addressesIn(db: Db | Tx, programme: Programme): Promise<ReadonlySet<string>> {
  const lines = await roster(db, programme);
  return new Set(lines.flatMap(({ email, managerEmail }) => [email, managerEmail]).flatMap((address) => address?.toLowerCase() ?? []));
}

function addressOf({ user, email }: Leader): readonly [string, string | null] {
  return [user, email];
}

/** What stands where somebody has been forgotten is no address. */
function addressed(email: string | null): string | null {
  return email?.includes('@') ? email : null;
}

function ofLeader(leader: Leader, emails: ReadonlyMap<string | null, string | null>): RosterLine {
  const standing = leader.leftAt !== null ? 'left' : leader.pausedAt !== null ? 'paused' : 'in';
  const managerEmail = addressed((leader.manager && emails.get(leader.manager)) || leader.managerEmail);
  const { name, email, level, timeZone } = leader;
  const until = leader.pausedUntil?.toString() ?? null;
  return { standing, name, email, function: leader.function, level, managerEmail, timeZone, until, invitedAt: null, remindedAt: null };
}

function ofEntry(entry: Awaited<ReturnType<typeof rosterEntries.ofProgramme>>[number]): RosterLine {
  const { name, email, level } = entry;
  const standing = entry.declined_at !== null ? 'declined' : entry.invited_at === null ? 'listed' : 'invited';
  const asked = { invitedAt: entry.invited_at, remindedAt: entry.reminded_at };
  const more = { function: entry.function, managerEmail: addressed(entry.manager_email), timeZone: entry.time_zone, until: null, ...asked };
  return { standing, name, email, level, ...more };
}
