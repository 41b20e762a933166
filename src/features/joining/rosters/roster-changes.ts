// What a list would change of the roster that stands: who is new, who is brought up to date and in what, who is not on the list. Pure.
//
// The list is the organisation's word on function, level and manager, so it goes before what a leader has said of these. A leader's name, time zone,
// hours and wishes are their own, and no list changes them. An empty cell says nothing, and changes nothing.

import type { RosterRow } from './roster-csv.ts';
import type { RosterLine } from './standings.ts';

const FIELDS = ['function', 'level', 'manager', 'zone', 'name'] as const;
export type ChangedField = (typeof FIELDS)[number];

export interface Change {
  field: ChangedField;
  from: string;
  to: string;
}

export interface Updated {
  row: RosterRow;
  /** As they are called on the roster. */
  name: string;
  /** Whether they take part already, so that their profile changes. */
  isLeader: boolean;
  changes: readonly Change[];
}

export interface RosterChanges {
  fresh: readonly RosterRow[];
  updated: readonly Updated[];
  unchanged: number;
  /** On the roster and not on the list: they stay as they are. */
  missing: readonly RosterLine[];
}

/** `lines` is the roster as it stands. Whoever has left is left alone, and counts as unchanged. */
export function rosterChanges(rows: readonly RosterRow[], lines: readonly RosterLine[]): RosterChanges {
  const standing = new Map<string, RosterLine>();
  for (const line of lines)
    if (line.email !== null && !standing.has(line.email.toLowerCase())) standing.set(line.email.toLowerCase(), line);
  const fresh: RosterRow[] = [];
  const updated: Updated[] = [];
  for (const row of rows) {
    const line = standing.get(row.email);
    if (!line) {
      fresh.push(row);
      continue;
    }
    const changes = changesOf(row, line);
    if (changes.length > 0) updated.push({ row, name: line.name || row.name, isLeader: isIn(line), changes });
  }
  const listed = new Set(rows.map(({ email }) => email));
  const missing = lines.filter(({ email, standing: how }) => how !== 'left' && email !== null && !listed.has(email.toLowerCase()));
  return { fresh, updated, unchanged: rows.length - fresh.length - updated.length, missing };
}

export function isIn({ standing }: RosterLine): boolean {
  return standing === 'in' || standing === 'paused';
}

function changesOf(row: RosterRow, line: RosterLine): Change[] {
  if (line.standing === 'left') return [];
  const organisations: Change[] = [
    { field: 'function', from: line.function, to: row.function },
    { field: 'level', from: line.level, to: row.level },
    { field: 'manager', from: line.managerEmail ?? '', to: row.managerEmail ?? '' },
  ];
  const own: Change[] = [
    { field: 'zone', from: line.timeZone ?? '', to: row.timeZone ?? '' },
    { field: 'name', from: line.name, to: row.name },
  ];
  return [...organisations, ...(isIn(line) ? [] : own)].filter(({ from, to }) => to !== '' && from !== to);
}

/** Each row with its function as the programme spells it, or as the list spells it first: two spellings would be two functions. */
export function spelledAlike(rows: readonly RosterRow[], functions: readonly string[]): RosterRow[] {
  const spelled = new Map([...functions].reverse().map((name) => [name.toLowerCase(), name]));
  return rows.map((row) => {
    const known = spelled.get(row.function.toLowerCase());
    if (known === undefined) spelled.set(row.function.toLowerCase(), row.function);
    return known === undefined || known === row.function ? row : { ...row, function: known };
  });
}
