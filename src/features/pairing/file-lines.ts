// Reads the small tables that go beside a roster: earlier rounds, and rules. Every row, or everything that is wrong, with line and column. Pure.
import { CsvError, parse } from 'csv-parse/sync';
import type { RosterFault } from '../joining/rosters/roster-faults.ts';

export interface FileLine {
  line: number;
  value: (column: string) => string;
}

export type FileLines = { ok: true; lines: readonly FileLine[] } | { ok: false; faults: readonly RosterFault[] };

/** More rows than any programme has. */
const ROWS_MOST = 50_000;

/** The rows of `text`, which must have exactly the columns `needed`, and may have those in `optional`. */
export function fileLines(text: string, needed: readonly string[], optional: readonly string[] = []): FileLines {
  const rows = rowsOf(text);
  if (!Array.isArray(rows)) return { ok: false, faults: [rows] };
  const [head, ...body] = rows;
  if (!head) return { ok: false, faults: [{ line: 1, column: '', id: 'pairing.file.empty', blanks: { columns: needed.join(',') } }] };
  const names = head.values.map((name) => name.toLowerCase());
  const known = [...needed, ...optional];
  const faults = [
    ...names.filter((name) => !known.includes(name)).map((name) => heading(head.line, name, 'pairing.file.column.unknown', known)),
    ...needed.filter((name) => !names.includes(name)).map((name) => heading(head.line, name, 'pairing.file.column.missing', known)),
    ...names
      .filter((name, at) => known.includes(name) && names.indexOf(name) < at)
      .map((name) => heading(head.line, name, 'pairing.file.column.twice', known)),
    ...body
      .filter(({ values }) => values.length !== names.length)
      .map(({ line, values }) => ({ line, column: '', id: 'pairing.file.values', blanks: { x: values.length, y: names.length } })),
  ];
  if (body.length > ROWS_MOST) faults.push({ line: head.line, column: '', id: 'pairing.file.many', blanks: { most: ROWS_MOST } });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, lines: body.map(({ line, values }) => ({ line, value: (column) => values[names.indexOf(column)] ?? '' })) };
}

function heading(line: number, column: string, id: string, known: readonly string[]): RosterFault {
  return { line, column, id, blanks: { columns: known.join(', ') } };
}

function rowsOf(text: string): { line: number; values: string[] }[] | RosterFault {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = first.includes(';') && !first.includes(',') ? ';' : ',';
  try {
    const options = { bom: true, info: true, delimiter, skip_empty_lines: true, relax_column_count: true, trim: true };
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, values: record }));
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    return { line: Number(fault.lines ?? 1), column: '', id: 'joining.csv.quote', blanks: {} };
  }
}

/** Addresses with spaces between them, in lower case. */
export function addressesIn(value: string): string[] {
  return value.toLowerCase().split(/\s+/).filter(Boolean);
}

export function isAddress(word: string): boolean {
  return /^[^@,;"<>()]+@[^@,;"<>()]+$/.test(word);
}
