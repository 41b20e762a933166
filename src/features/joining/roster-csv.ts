// Reads a roster from CSV: every row of it, or everything that is wrong with it. Pure; nothing is imported by halves.
import { CsvError, parse } from 'csv-parse/sync';
import { type RosterFault, rosterColumns, rowFaults, wholeFaults } from './roster-checks.ts';

/** One line of a roster, checked. Empty cells of columns that may be empty are null. */
export interface RosterRow {
  /** Where it stands in the file, counted from 1. */
  line: number;
  email: string;
  name: string;
  function: string;
  level: string;
  managerEmail: string | null;
  timeZone: string | null;
}

export type RosterRead =
  /** `unknownManagers`: addresses that lead people on the list without being on it; real rosters have vacant posts. */
  { ok: true; rows: readonly RosterRow[]; unknownManagers: readonly string[] } | { ok: false; faults: readonly RosterFault[] };

/** More than any leadership team, and little enough to be read at once. */
export const ROSTER_MOST = 5_000;
const FAULTS_MOST = 1_000;

/** The rows of `text`, or its faults in the order of its lines. Commas, semicolons or tabs may part the cells; a byte-order mark is ignored. */
export function readRoster(text: string): RosterRead {
  const refused = unreadable(text);
  if (refused) return { ok: false, faults: [refused] };
  const table = tableOf(text);
  if (!Array.isArray(table)) return { ok: false, faults: [table] };
  const [header, ...body] = table;
  if (!header) return { ok: false, faults: [{ line: 1, column: null, because: 'empty', found: '' }] };
  const columns = header.cells.map((name) => name.trim().toLowerCase());
  const headFaults = headerFaults(columns);
  if (headFaults.length > 0) return { ok: false, faults: headFaults };
  if (body.length === 0) return { ok: false, faults: [{ line: 1, column: null, because: 'no-rows', found: '' }] };
  if (body.length > ROSTER_MOST)
    return { ok: false, faults: [{ line: ROSTER_MOST + 2, column: null, because: 'too-many', found: String(body.length) }] };
  return checked(body, columns);
}

function checked(body: readonly Line[], columns: readonly string[]): RosterRead {
  const rows = body.map((line) => rowOf(line, columns));
  const faults = [...rows.flatMap(rowFaults), ...wholeFaults(rows)].sort((a, b) => a.line - b.line);
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, FAULTS_MOST) };
  const known = new Set(rows.map(({ email }) => email));
  const managers = new Set(rows.flatMap(({ managerEmail }) => (managerEmail === null ? [] : [managerEmail])));
  return { ok: true, rows, unknownManagers: [...managers].filter((email) => !known.has(email)) };
}

interface Line {
  line: number;
  cells: string[];
}

/** What no text in UTF-8 holds: signs of another encoding, or of a file that is no text at all. */
function unreadable(text: string): RosterFault | undefined {
  if (text.includes('\u0000')) return { line: 1, column: null, because: 'not-text', found: '' };
  const at = text.indexOf('\uFFFD');
  if (at < 0) return undefined;
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: null, because: 'encoding', found: before.slice(-20).replace(/^.*\n/s, '') };
}

function tableOf(text: string): Line[] | RosterFault {
  try {
    const options = {
      bom: true,
      info: true,
      delimiter: delimiterOf(text),
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    } as const;
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return records
      .filter(({ record }) => record.some((cell) => cell !== ''))
      .map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    return { line: Number(fault.lines ?? 1), column: null, because: 'quotes', found: '' };
  }
}

function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function headerFaults(columns: readonly string[]): RosterFault[] {
  const missing = rosterColumns.filter((name) => !columns.includes(name));
  const unknown = columns.filter((name) => !rosterColumns.some((known) => known === name));
  const twice = columns.filter((name, place) => columns.indexOf(name) !== place);
  return [
    ...missing.map((column) => ({ line: 1, column, because: 'column-missing' as const, found: '' })),
    ...unknown.map((column) => ({ line: 1, column, because: 'column-unknown' as const, found: column })),
    ...twice.map((column) => ({ line: 1, column, because: 'column-twice' as const, found: column })),
  ];
}

function rowOf({ line, cells }: Line, columns: readonly string[]): RosterRow & { cells: number; columns: number } {
  const cell = (name: string) => (cells[columns.indexOf(name)] ?? '').normalize('NFC');
  return {
    line,
    email: cell('email').toLowerCase(),
    name: cell('name'),
    function: cell('function'),
    level: cell('level'),
    managerEmail: cell('manager_email').toLowerCase() || null,
    timeZone: cell('time_zone') || null,
    cells: cells.length,
    columns: columns.length,
  };
}
