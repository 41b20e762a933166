// Reads a roster from CSV: every row of it, or everything that is wrong with it. Pure; nothing is imported by halves.

import type { Saying } from '../../founding/words.ts';
import { readZone } from '../../founding/zones.ts';
import { type CsvLine, csvLines } from './csv-lines.ts';
import { columnsOf, type Heading } from './roster-columns.ts';
import type { RosterFault } from './roster-faults.ts';
import { lineageFaults } from './roster-lineage.ts';
import { type ReadRow, type RosterRow, readRow } from './roster-rows.ts';

export type { RosterRow } from './roster-rows.ts';

/** `notes` are no faults: what was passed over or cleaned, and what somebody should look at. */
export type RosterRead = { ok: true; rows: readonly RosterRow[]; notes: readonly Saying[] } | { ok: false; faults: readonly RosterFault[] };

export interface Reading {
  /** Addresses that may be named as managers without being on the list. */
  known?: ReadonlySet<string>;
  /** Whether a function that is left out is told by Slack's own fields. */
  functionElsewhere?: boolean;
}

/** More than any leadership team, and little enough to be read at once. */
const ROSTER_MOST = 5_000;
/** Room for so many in any encoding. */
export const FILE_MOST_MB = 4;
/** So many zones are looked up by what comes near to them, which takes a while for each. */
const ZONES_MOST = 20;
const NOTED_MOST = 3;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** The rows of `text`, or its faults in the order of its lines. */
export function readRoster(text: string, { known = new Set(), functionElsewhere = false }: Reading = {}): RosterRead {
  const { lines, faults: torn, unread } = csvLines(text, ROSTER_MOST + 2);
  const [first, ...body] = lines;
  if (!first) return { ok: false, faults: torn.length > 0 ? torn : [fault(1, 'joining.csv.empty')] };
  const { heading, faults: misnamed } = columnsOf(first.values, first.line);
  if (body.length > ROSTER_MOST) return { ok: false, faults: [...misnamed, fault(first.line, 'joining.csv.many', { most: ROSTER_MOST })] };
  if (body.length + torn.length === 0) return { ok: false, faults: [...misnamed, fault(first.line, 'joining.csv.nobody')] };
  const read = body.map((line) => readLine(line, heading, functionElsewhere));
  const placed = read.filter((row) => row !== undefined);
  const faults = [
    ...misnamed,
    ...torn,
    ...placed.flatMap((row) => row.faults),
    ...lineageFaults(placed, new Set([...known, ...addressesIn(unread)])),
  ];
  if (faults.length > 0) return { ok: false, faults: nearZones(faults.sort((one, other) => one.line - other.line)) };
  return { ok: true, rows: placed.map(({ row }) => row), notes: notesOn(lines, placed, read.length - placed.length) };
}

/** Whoever stands in a line that could not be read may be named as a manager: that line is told already. */
function addressesIn(unread: readonly string[]): string[] {
  return unread.flatMap((line) => line.toLowerCase().match(/[^\s,;"]{1,64}@[^\s,;"]{1,190}/g) ?? []);
}

function fault(line: number, id: string, blanks: RosterFault['blanks'] = {}): RosterFault {
  return { line, column: '', id, blanks };
}

/** Nothing for somebody of an export whose address nobody knows: they stay as they stand. */
function readLine({ line, values }: CsvLine, { columns, width, standing }: Heading, functionElsewhere: boolean): ReadRow | undefined {
  const exported = standing !== undefined && (values[standing] ?? '') !== '';
  if (exported && (values[columns.get('email') ?? -1] ?? '') === '') return undefined;
  const cells = {
    line,
    raw: (column: Parameters<typeof columns.get>[0]) => values[columns.get(column) ?? -1] ?? '',
    has: (column: Parameters<typeof columns.get>[0]) => columns.has(column),
    exported,
  };
  const read = readRow(cells, functionElsewhere);
  if (values.length === width) return read;
  const what = values.length < width ? 'joining.csv.values.few' : 'joining.csv.values';
  return { ...read, faults: [fault(line, what, { x: values.length, y: width })] };
}

/** The zone that was probably meant, for the first of those that nobody knows. */
function nearZones(faults: readonly RosterFault[]): RosterFault[] {
  const meant = new Map<string, string | undefined>();
  return faults.map((each) => {
    if (each.id !== 'joining.csv.zone') return each;
    const typed = String(each.blanks.typed);
    if (!meant.has(typed) && meant.size < ZONES_MOST) meant.set(typed, nearTo(typed) ?? nearTo(typed.split('/').at(-1) ?? ''));
    const near = meant.get(typed);
    return near === undefined ? each : { ...each, id: 'joining.csv.zone.near', blanks: { typed, near } };
  });
}

function nearTo(typed: string): string | undefined {
  const read = readZone(typed);
  return read.ok ? read.zone : read.near[0];
}

function notesOn(lines: readonly CsvLine[], rows: readonly ReadRow[], passedOver: number): Saying[] {
  const unseen = lines.filter(({ values }) => values.some((value) => UNSEEN.test(value))).length;
  return [
    ...(passedOver > 0 ? [{ id: 'joining.csv.note.passed-over', blanks: { count: passedOver } }] : []),
    ...(unseen > 0 ? [{ id: 'joining.csv.note.unseen', blanks: { count: unseen } }] : []),
    ...sameBoxes(rows),
  ];
}

/** Addresses that differ only in what stands behind a plus reach the same person, most of the time. */
function sameBoxes(rows: readonly ReadRow[]): Saying[] {
  const firsts = new Map<string, ReadRow>();
  const notes: Saying[] = [];
  for (const each of rows) {
    const box = each.row.email.replace(/\+[^@]*@/, '@');
    const first = firsts.get(box);
    if (first && notes.length < NOTED_MOST)
      notes.push({
        id: 'joining.csv.note.plus',
        blanks: { one: first.row.email, other: each.row.email, line: each.line, first: first.line },
      });
    if (!first) firsts.set(box, each);
  }
  return notes;
}
