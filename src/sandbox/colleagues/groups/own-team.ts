// Whom a leader would ask into a team of their own: those who report to them and to these, as the organiser's list has it; where they are too few, a few
// of their own choosing who are not above them.
import type { House } from '../../house.ts';
import { someOf } from './chance.ts';
import type { Groups } from './groups.ts';

const ENOUGH = 7;

/** Slack ids. */
export async function teamOf(groups: Groups, user: string): Promise<readonly string[]> {
  const { company, dice } = groups;
  groups.reports ??= await readReports(company.house);
  const { reports } = groups;
  const own = new Set((reports.get(user) ?? []).flatMap((report) => [report, ...(reports.get(report) ?? [])]));
  own.delete(user);
  if (own.size >= ENOUGH) return [...own];
  const above = [...reports].filter(([, below]) => below.includes(user)).map(([manager]) => manager);
  const others = [...company.characters.keys()].filter(
    (one) => one !== user && !own.has(one) && !above.includes(one) && isMember(company.house, one),
  );
  return [...own, ...someOf(others, ENOUGH - own.size, dice)];
}

function isMember({ slack }: House, user: string): boolean {
  return slack.world.people.get(user)?.kind === 'member';
}

async function readReports({ slack, tools: { db, workspace } }: House): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.selectFrom('roster_entry').select(['email', 'manager_email']).where('workspace', '=', workspace).execute();
  const users = new Map([...slack.world.people.values()].map(({ id, email }) => [email.toLowerCase(), id]));
  const reports = new Map<string, string[]>();
  for (const { email, manager_email } of rows) {
    const [user, manager] = [email, manager_email].map((address) => users.get(address?.toLowerCase() ?? ''));
    if (user && manager) reports.set(manager, [...(reports.get(manager) ?? []), user]);
  }
  return reports;
}
