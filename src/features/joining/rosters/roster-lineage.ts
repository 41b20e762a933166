// How the lines of a roster hang together: addresses that stand twice, managers nobody knows, circles of managers. Pure.
import { isEmail } from './roster-cells.ts';
import type { RosterFault } from './roster-faults.ts';
import type { ReadRow } from './roster-rows.ts';

/** Faults that only show when all lines are seen. */
export function lineageFaults(rows: readonly ReadRow[], known: ReadonlySet<string>): RosterFault[] {
  const firsts = new Map<string, ReadRow>();
  const faults: RosterFault[] = [];
  for (const each of rows) {
    const first = firsts.get(each.row.email);
    if (first && each.row.email !== '')
      faults.push({ line: each.line, column: 'email', id: 'joining.csv.twice', blanks: { first: first.line } });
    else firsts.set(each.row.email, each);
  }
  for (const { line, row } of rows) {
    const { email, managerEmail } = row;
    if (managerEmail === null || !isEmail(managerEmail)) continue;
    const at = { line, column: 'manager_email', blanks: { typed: managerEmail.slice(0, 60) } };
    if (managerEmail === email) faults.push({ ...at, id: 'joining.csv.manager.self', blanks: {} });
    else if (!firsts.has(managerEmail) && !known.has(managerEmail)) faults.push({ ...at, id: 'joining.csv.manager.unknown' });
  }
  return [...faults, ...circles(firsts)];
}

/** Each circle is told once, at its first line. */
function circles(firsts: ReadonlyMap<string, ReadRow>): RosterFault[] {
  const seen = new Set<string>();
  const faults: RosterFault[] = [];
  for (const start of firsts.keys()) {
    const path: string[] = [];
    let at: string | null = start;
    while (at !== null && firsts.has(at) && !seen.has(at)) {
      seen.add(at);
      path.push(at);
      at = firsts.get(at)?.row.managerEmail ?? null;
    }
    const from = at === null ? -1 : path.indexOf(at);
    const circle = from < 0 ? [] : path.slice(from);
    if (circle.length < 2) continue;
    const members = circle.map((email) => firsts.get(email) as ReadRow).sort((one, other) => one.line - other.line);
    const lines = members.map(({ line }) => line);
    faults.push({
      line: lines[0] ?? 1,
      column: 'manager_email',
      id: 'joining.csv.manager.circle',
      blanks: { lines: lines.slice(0, 10).join(', ') },
    });
  }
  return faults;
}
