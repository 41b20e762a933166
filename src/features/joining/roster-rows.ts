// One line of a roster, and how the lines hang together: addresses that stand twice, managers nobody knows, circles of managers. Pure.
import { FUNCTION_MOST } from '../founding/settings-form.ts';
import { knownZone } from '../founding/zones.ts';
import { LEVEL_MOST } from './profile-form.ts';
import type { Column } from './roster-columns.ts';
import type { RosterFault } from './roster-faults.ts';

export interface RosterRow {
  /** In lower case. */
  email: string;
  name: string;
  function: string;
  level: string;
  managerEmail: string | null;
  /** IANA name. */
  timeZone: string | null;
}

export interface ReadRow {
  line: number;
  row: RosterRow;
  faults: RosterFault[];
}

const EMAIL = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$/;
const MOST: Record<Column, number> = {
  email: 254,
  name: 120,
  function: FUNCTION_MOST,
  level: LEVEL_MOST,
  manager_email: 254,
  time_zone: 60,
};

/** The length is looked at first: on a cell of a megabyte the pattern alone would take hours. */
function isEmail(text: string): boolean {
  return text.length <= MOST.email && EMAIL.test(text);
}

/** Reads one line, value by value. */
export function readRow(value: (column: Column) => string, line: number): ReadRow {
  const faults: RosterFault[] = [];
  const wrong = (column: Column, id: string, blanks: RosterFault['blanks'] = {}) => faults.push({ line, column, id, blanks });
  const short = (column: Column) => {
    const text = value(column).replace(/\s+/g, ' ');
    if (text.length > MOST[column]) wrong(column, 'joining.csv.long', { x: text.length, most: MOST[column] });
    return text;
  };
  const email = short('email').toLowerCase();
  const managerEmail = short('manager_email').toLowerCase();
  const name = short('name');
  const own = short('function');
  const zone = short('time_zone');
  const timeZone = zone === '' ? undefined : knownZone(zone);
  if (!isEmail(email)) wrong('email', 'joining.csv.email', { typed: email.slice(0, 60) });
  if (name === '') wrong('name', 'joining.csv.name');
  if (own === '') wrong('function', 'joining.csv.function');
  if (managerEmail !== '' && !isEmail(managerEmail)) wrong('manager_email', 'joining.csv.email', { typed: managerEmail.slice(0, 60) });
  if (zone !== '' && timeZone === undefined) wrong('time_zone', 'joining.csv.zone', { typed: zone.slice(0, 60) });
  const row = {
    email,
    name,
    function: own,
    level: short('level'),
    managerEmail: managerEmail || null,
    timeZone: timeZone ?? null,
  };
  return { line, row, faults };
}

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
