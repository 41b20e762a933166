// What a roster must keep to, line by line and as a whole. Pure. The words for each fault stand with the face, its example beside them.
import { isTimeZone } from '../founding/zones.ts';
import type { RosterRow } from './roster-csv.ts';

export const rosterColumns = ['email', 'name', 'function', 'level', 'manager_email', 'time_zone'] as const;

export type FaultKind =
  | 'empty'
  | 'no-rows'
  | 'too-many'
  | 'not-text'
  | 'encoding'
  | 'quotes'
  | 'column-missing'
  | 'column-unknown'
  | 'column-twice'
  | 'cells'
  | 'missing'
  | 'too-long'
  | 'control'
  | 'email'
  | 'zone'
  | 'twice'
  | 'own-manager'
  | 'circle';

/** One fault: where, what, and what stood there (shortened). */
export interface RosterFault {
  line: number;
  column: string | null;
  because: FaultKind;
  found: string;
}

/** The most characters of each column. */
export const columnMost = { email: 254, name: 80, function: 60, level: 40, manager_email: 254, time_zone: 60 } as const;

const EMAIL = /^[^\s@<>"',;:\\]+@[^\s@<>"',;:\\]+\.[^\s@<>"',;:\\]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** What is wrong with one line by itself. */
export function rowFaults(row: RosterRow & { cells: number; columns: number }): RosterFault[] {
  const { line } = row;
  if (row.cells !== row.columns) return [{ line, column: null, because: 'cells', found: String(row.cells) }];
  const cells: readonly [keyof typeof columnMost, string][] = [
    ['email', row.email],
    ['name', row.name],
    ['function', row.function],
    ['level', row.level],
    ['manager_email', row.managerEmail ?? ''],
    ['time_zone', row.timeZone ?? ''],
  ];
  return cells.flatMap(([column, text]) => {
    const because = cellFault(column, text);
    return because ? [{ line, column, because, found: shortened(text) }] : [];
  });
}

function cellFault(column: keyof typeof columnMost, text: string): FaultKind | undefined {
  const mayBeEmpty = column === 'level' || column === 'manager_email' || column === 'time_zone';
  if (text === '') return mayBeEmpty ? undefined : 'missing';
  if ([...text].length > columnMost[column]) return 'too-long';
  if (CONTROL.test(text)) return 'control';
  if (column.endsWith('email') && !EMAIL.test(text)) return 'email';
  return column === 'time_zone' && !isTimeZone(text) ? 'zone' : undefined;
}

/** What is wrong between the lines: people listed twice, and managers who report to themselves, directly or in a circle. */
export function wholeFaults(rows: readonly RosterRow[]): RosterFault[] {
  const first = new Map<string, RosterRow>();
  const faults: RosterFault[] = [];
  for (const row of rows) {
    if (row.email !== '' && first.has(row.email))
      faults.push({ line: row.line, column: 'email', because: 'twice', found: shortened(row.email) });
    else first.set(row.email, row);
  }
  return [...faults, ...circleFaults(rows, first)];
}

/** One fault for each circle, at its first line. */
function circleFaults(rows: readonly RosterRow[], byEmail: ReadonlyMap<string, RosterRow>): RosterFault[] {
  const settled = new Set<string>();
  const faults: RosterFault[] = [];
  for (const row of rows) {
    const path: string[] = [];
    let at: RosterRow | undefined = row;
    while (at && !settled.has(at.email) && !path.includes(at.email)) {
      path.push(at.email);
      at = at.managerEmail === null ? undefined : byEmail.get(at.managerEmail);
    }
    if (at && path.includes(at.email)) faults.push(circle(path.slice(path.indexOf(at.email)), byEmail));
    for (const email of path) settled.add(email);
  }
  return faults;
}

function circle(members: readonly string[], byEmail: ReadonlyMap<string, RosterRow>): RosterFault {
  const line = Math.min(...members.map((email) => byEmail.get(email)?.line ?? Number.POSITIVE_INFINITY));
  const because = members.length === 1 ? 'own-manager' : 'circle';
  return { line, column: 'manager_email', because, found: shortened(members.join(' → ')) };
}

function shortened(text: string): string {
  const signs = [...text.replace(CONTROL, '?')];
  return signs.length > 60 ? `${signs.slice(0, 59).join('')}…` : signs.join('');
}
