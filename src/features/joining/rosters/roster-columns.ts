// The heading of a roster: which column stands where. Unknown columns are named, with the name that was probably meant, and not passed over: what
// somebody took the trouble to write down must not vanish. Pure.
import { clean } from '../../../platform/slack/inputs.ts';
import { nearest } from '../../../platform/slack/words.ts';
import type { RosterFault } from './roster-faults.ts';

export const COLUMNS = ['email', 'name', 'function', 'level', 'manager_email', 'time_zone'] as const;
export type Column = (typeof COLUMNS)[number];

const NEEDED: readonly Column[] = ['email', 'name', 'function'];
/** What an export adds for reading, and an import leaves alone. */
export const FOR_READING = ['standing', 'invited_on', 'reminded_on'] as const;
/** What other programs call these columns. */
const ALSO: Readonly<Record<Column, readonly string[]>> = {
  email: ['e_mail', 'mail', 'email_address', 'e_mail_address', 'work_email', 'address'],
  name: ['full_name', 'display_name', 'person', 'leader', 'employee'],
  function: ['department', 'dept', 'division', 'team', 'unit', 'business_unit', 'area', 'directorate'],
  level: ['grade', 'title', 'job_title', 'role', 'position', 'seniority', 'band', 'rank'],
  manager_email: ['manager', 'manager_mail', 'manager_e_mail', 'line_manager', 'line_manager_email', 'reports_to', 'supervisor', 'boss'],
  time_zone: ['timezone', 'zone', 'tz', 'location'],
};
const LONGEST = 40;
/** A heading with more columns is no roster's: what they were meant to be called is not guessed. */
const GUESSED_MOST = 40;

export interface Heading {
  /** Where each column stands, also one that has the wrong name: so the lines below can be looked at as well. */
  columns: ReadonlyMap<Column, number>;
  width: number;
  /** Where an export says how somebody stands. */
  standing: number | undefined;
}

/** The heading, and what is wrong with it. */
export function columnsOf(values: readonly string[], line: number): { heading: Heading; faults: RosterFault[] } {
  const names = values.map((value) => value.toLowerCase().replace(/[\s_.-]+/g, '_'));
  const columns = new Map(COLUMNS.flatMap((name) => (names.includes(name) ? [[name, names.indexOf(name)] as const] : [])));
  const faults = names.flatMap((name, at): RosterFault[] => {
    if (name === '' || (FOR_READING as readonly string[]).includes(name)) return [];
    if (isColumn(name))
      return names.indexOf(name) < at ? [{ line, column: name, id: 'joining.csv.column.twice', blanks: { nth: at + 1 } }] : [];
    const meant = at < GUESSED_MOST ? meantBy(name, columns) : undefined;
    if (meant) columns.set(meant, at);
    const column = shownAs(values[at] ?? '');
    return [
      meant ? misnamed(line, column, meant) : { line, column, id: 'joining.csv.column.unknown', blanks: { columns: COLUMNS.join(', ') } },
    ];
  });
  const missing = NEEDED.filter((name) => !columns.has(name));
  faults.push(...missing.map((column) => ({ line, column, id: 'joining.csv.column.missing', blanks: { columns: COLUMNS.join(',') } })));
  const standing = names.indexOf('standing');
  return { heading: { columns, width: values.length, standing: standing < 0 ? undefined : standing }, faults };
}

/** A heading is told to people and written to terminals: without anything that would change how the rest of the line is read. */
function shownAs(column: string): string {
  return clean(column.slice(0, 2 * LONGEST)).replace(/\s+/g, ' ');
}

function misnamed(line: number, column: string, meant: Column): RosterFault {
  return { line, column, id: 'joining.csv.column.meant', blanks: { meant } };
}

/** The column that is not there yet and that this name comes near to. */
function meantBy(name: string, present: ReadonlyMap<Column, number>): Column | undefined {
  if (name.length > LONGEST) return undefined;
  const free = COLUMNS.filter((column) => !present.has(column));
  return free.find((column) => ALSO[column].includes(name)) ?? free.find((column) => column === nearest(name, free));
}

function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name);
}
