// Reads a roster from CSV: every row of it, or everything that is wrong with it. Pure; nothing is imported by halves.
import { CsvError, parse } from 'csv-parse/sync';
import { clean } from '../../platform/slack/inputs.ts';
import { type Column, columnsOf, type Heading } from './roster-columns.ts';
import type { RosterFault } from './roster-faults.ts';
import { lineageFaults, type ReadRow, type RosterRow, readRow } from './roster-rows.ts';

export type { RosterRow } from './roster-rows.ts';

export type RosterRead = { ok: true; rows: readonly RosterRow[] } | { ok: false; faults: readonly RosterFault[] };

/** More than any leadership team, and little enough to be read at once. */
export const ROSTER_MOST = 5_000;
/** An export puts a mark before what a spreadsheet would take for a formula. */
const QUOTED_FORMULA = /^'(?=[=+\-@])/;

interface Line {
  line: number;
  values: string[];
}

/**
 * The rows of `text`, or its faults in the order of its lines. Commas, semicolons or tabs may part the values; a byte-order mark is ignored.
 * `known` are addresses that may be named as managers without being on the list.
 */
export function readRoster(text: string, known: ReadonlySet<string> = new Set()): RosterRead {
  const lines = linesOf(text);
  if (!Array.isArray(lines)) return { ok: false, faults: [lines] };
  const [first, ...body] = lines;
  if (!first) return refused(1, 'joining.csv.empty');
  const head = columnsOf(first.values, first.line);
  if (!head.ok) return head;
  if (body.length === 0) return refused(first.line, 'joining.csv.nobody');
  if (body.length > ROSTER_MOST) return refused(first.line, 'joining.csv.many', { most: ROSTER_MOST });
  const read = body.map((line) => readLine(line, head.heading));
  const faults = [...read.flatMap((row) => row.faults), ...lineageFaults(read, known)].sort((one, other) => one.line - other.line);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rows: read.map(({ row }) => row) };
}

function refused(line: number, id: string, blanks: RosterFault['blanks'] = {}): RosterRead {
  return { ok: false, faults: [{ line, column: '', id, blanks }] };
}

function readLine({ line, values }: Line, { columns, width }: Heading): ReadRow {
  const value = (column: Column) => clean(values[columns.get(column) ?? -1] ?? '').replace(QUOTED_FORMULA, '');
  const read = readRow(value, line);
  if (values.length === width) return read;
  return { ...read, faults: [{ line, column: '', id: 'joining.csv.values', blanks: { x: values.length, y: width } }] };
}

function linesOf(text: string): Line[] | RosterFault {
  const options = { bom: true, info: true, delimiter: delimiterOf(text), skip_empty_lines: true, relax_column_count: true, trim: true };
  try {
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    const lines = records.map(({ record, info }) => ({ line: info.lines, values: record }));
    return lines.filter(({ values }) => values.some((value) => value !== ''));
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    return { line: Number(fault.lines ?? 1), column: '', id: 'joining.csv.quote', blanks: {} };
  }
}

/** Whichever of the usual signs parts the heading into the most values. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  const parts = (sign: string) => heading.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (parts(sign) > parts(best) ? sign : best));
}
