// The roster as an organiser sees it: who is in, paused, invited, on the list, and who has left.
import type { Db, Tx } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import type { Leader } from './leaders.ts';
import * as leaders from './leaders.ts';
import * as rosterEntries from './roster-entries.ts';

export type Standing = 'in' | 'paused' | 'invited' | 'listed' | 'left';

/** In this order they are shown. */
const STANDINGS: readonly Standing[] = ['in', 'paused', 'invited', 'listed', 'left'];

export interface RosterLine {
  standing: Standing;
  name: string;
  email: string | null;
  function: string;
  level: string;
  managerEmail: string | null;
  timeZone: string | null;
  /** `YYYY-MM-DD`, for who is paused. */
  until: string | null;
}

/** Everyone, by standing and name. Whoever has been forgotten is not there. */
export async function roster(db: Db | Tx, programme: Programme): Promise<RosterLine[]> {
  const all = await leaders.ofProgramme(db, programme.id);
  const emails = new Map(all.map((leader) => [leader.user, leader.email]));
  const placed = new Set(all.map(({ user }) => user));
  const known = all.filter(({ leftBecause }) => leftBecause !== 'erased').map((leader) => ofLeader(leader, emails));
  const entries = await rosterEntries.ofProgramme(db, programme.id);
  const listed = entries.filter(({ slack_user }) => slack_user === null || !placed.has(slack_user)).map(ofEntry);
  return STANDINGS.flatMap((standing) => [...known, ...listed].filter((line) => line.standing === standing));
}

/** Every address that the programme knows, in lower case. */
export async function addressesIn(db: Db | Tx, programme: Programme): Promise<ReadonlySet<string>> {
  const lines = await roster(db, programme);
  return new Set(lines.flatMap(({ email }) => email?.toLowerCase() ?? []));
}

function ofLeader(leader: Leader, emails: ReadonlyMap<string, string | null>): RosterLine {
  const standing = leader.leftAt !== null ? 'left' : leader.pausedAt !== null ? 'paused' : 'in';
  const managerEmail = (leader.manager && emails.get(leader.manager)) ?? leader.managerEmail;
  const { name, email, level, timeZone } = leader;
  return { standing, name, email, function: leader.function, level, managerEmail, timeZone, until: leader.pausedUntil?.toString() ?? null };
}

function ofEntry(entry: Awaited<ReturnType<typeof rosterEntries.ofProgramme>>[number]): RosterLine {
  const { name, email, level } = entry;
  const standing = entry.invited_at === null ? 'listed' : 'invited';
  const more = { function: entry.function, managerEmail: entry.manager_email, timeZone: entry.time_zone, until: null };
  return { standing, name, email, level, ...more };
}
