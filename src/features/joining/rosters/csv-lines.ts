// A CSV text as lines of values. Where a quotation mark is out of place, the lines around it are read all the same, so that everything that is wrong
// with a list can be told at once. Pure.
import { CsvError, parse } from 'csv-parse/sync';
import type { RosterFault } from './roster-faults.ts';

export interface CsvLine {
  /** As a text editor counts, from 1. */
  line: number;
  values: string[];
}

export interface CsvLines {
  lines: CsvLine[];
  faults: RosterFault[];
  /** The lines of the faults, as far as anybody would read them. */
  unread: string[];
}

/** No line of a list of people is longer; one that is, is a cell that was meant for something else, or a quotation mark that nobody closed. */
const LINE_MOST = 20_000;
/** So much of a line that cannot be read is looked at for addresses. */
const READ_MOST = 500;
/** A value may be written over so many lines. */
const VALUE_LINES = 6;
/** What Excel writes first to say which sign parts its values. */
const EXCEL_SIGN = /^sep=(.)\n/i;

/** The lines of `text` that hold anything, at most `most` of them. Commas, semicolons or tabs part the values; any kind of line end will do. */
export function csvLines(text: string, most: number): CsvLines {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const sign = EXCEL_SIGN.exec(plain);
  const body = sign ? plain.slice(sign[0].length) : plain;
  const delimiter = sign?.[1] ?? delimiterOf(body);
  const skipped = sign ? 1 : 0;
  const read = parsed(body, delimiter, most) ?? apart(body, delimiter, most);
  return {
    lines: read.lines.map(({ line, values }) => ({ line: line + skipped, values })),
    faults: read.faults.map((fault) => ({ ...fault, line: fault.line + skipped })),
    unread: read.unread,
  };
}

/** Nothing where a quotation mark is out of place, or a line is too long. */
function parsed(text: string, delimiter: string, most: number): CsvLines | undefined {
  const options = { info: true, delimiter, record_delimiter: '\n', skip_empty_lines: true, relax_column_count: true, trim: true };
  try {
    const records = parse(text, { ...options, max_record_size: LINE_MOST, to: most }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    const lines = records.map(({ record, info }) => ({ line: info.lines - breaksIn(record), values: record }));
    return { lines: lines.filter(({ values }) => values.some((value) => value !== '')), faults: [], unread: [] };
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    return undefined;
  }
}

function breaksIn(values: readonly string[]): number {
  return values.reduce((breaks, value) => breaks + value.split('\n').length - 1, 0);
}

/** Line by line: a line that cannot be read is a fault, and those after it are read. */
function apart(text: string, delimiter: string, most: number): CsvLines {
  const physical = text.split('\n', 2 * most);
  const found: CsvLines = { lines: [], faults: [], unread: [] };
  for (let at = 0; at < physical.length && found.lines.length + found.faults.length < most; ) {
    const { taken, values, fault } = oneFrom(physical, at, delimiter);
    if (values?.some((value) => value !== '')) found.lines.push({ line: at + 1, values });
    if (fault) found.faults.push({ ...fault, line: at + 1 });
    if (fault) found.unread.push((physical[at] ?? '').slice(0, READ_MOST));
    at += taken;
  }
  return found;
}

function oneFrom(
  physical: readonly string[],
  at: number,
  delimiter: string,
): { taken: number; values?: string[]; fault?: Omit<RosterFault, 'line'> } {
  const first = physical[at] ?? '';
  if (first.length > LINE_MOST) return { taken: 1, fault: { column: '', id: 'joining.csv.endless', blanks: { x: first.length } } };
  if (first.trim() === '') return { taken: 1 };
  for (let taken = 1; taken <= VALUE_LINES && at + taken <= physical.length; taken++) {
    const whole = physical.slice(at, at + taken).join('\n');
    if (whole.length > LINE_MOST || whole.split('"').length % 2 === 0) continue;
    const values = parsed(whole, delimiter, 1)?.lines[0]?.values;
    if (values) return { taken, values };
    if (taken === 1) break;
  }
  return { taken: 1, fault: { column: '', id: 'joining.csv.quote', blanks: {} } };
}

/** Whichever of the usual signs parts the heading into the most values. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, text.search(/\n|$/)).slice(0, LINE_MOST);
  const parts = (sign: string) => heading.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (parts(sign) > parts(best) ? sign : best));
}
