// `coachingpairs roster import`: a list is read whole, what it changes is told, and it is kept. The bot looks people up and asks them when it runs.
import { readFileSync, statSync } from 'node:fs';
import * as organisers from '../features/founding/organisers.ts';
import type { Programme } from '../features/founding/programmes.ts';
import * as profileFields from '../features/joining/profile-fields.ts';
import { type Brought, bringList, weigh } from '../features/joining/rosters/bring-list.ts';
import { changeLines, missingLines } from '../features/joining/rosters/changes-view.ts';
import { addressesIn } from '../features/joining/rosters/roster.ts';
import type { RosterChanges } from '../features/joining/rosters/roster-changes.ts';
import { FILE_MOST_MB, type RosterRow, readRoster } from '../features/joining/rosters/roster-csv.ts';
import { faultLine } from '../features/joining/rosters/roster-faults-view.ts';
import { WISHES } from '../features/joining/rosters/roster-imports.ts';
import { type Content, loadContent } from '../platform/content/load.ts';
import { transact } from '../platform/db/transact.ts';
import { type DecodedText, decode, isDocument } from '../platform/text-encoding.ts';
import type { Db } from '../platform/tools.ts';
import { exitCodes, Failed, give, type Real, say, settingsFor, WrongUse } from './command-line.ts';
import { warnings, withDatabase } from './database.ts';
import { programmeNamed } from './programme-named.ts';
import { look, type RosterValues } from './roster.ts';

export async function importList(values: RosterValues, real: Real): Promise<number> {
  const file = values.file;
  if (file === undefined) throw new WrongUse('Name the list: coachingpairs roster import --file <file.csv>');
  const wish = WISHES.find((each) => each === (values.then ?? 'keep'));
  if (!wish) throw new WrongUse(`--then is ${WISHES.join(', ')}.`);
  const content = loadContent();
  const { databaseUrl, organisers: named } = settingsFor(['databaseUrl', 'organisers']);
  const list = textOf(content, file);
  if (values['dry-run']) return look((db) => tried(content, db, list, values));
  return withDatabase({ url: databaseUrl, now: real.now, version: real.version, log: warnings }, async ({ db }) => {
    const programme = await programmeNamed(db, values.programme);
    const rows = await rowsIn(content, db, programme, list);
    if (!rows) return exitCodes.failed;
    const by = await inWhoseName(db, programme, named, values.organiser);
    const tools = { newId: real.newId, workspace: programme.workspace };
    const wanted = { programme, by, wish, byOperator: true };
    const done = await transact(db, async (tx) => bringList(tools, tx, { ...wanted, ...(await weigh(tx, programme, rows)) }, real.now()));
    give(values.json, dataOf(programme, done.changes, done), [
      `${done.people} people of ${file} are on the roster of ${programme.name}.`,
      ...linesOf(content, done.changes),
      content.plain(`joining.operator.then.${wish}`),
    ]);
    return exitCodes.good;
  });
}

async function tried(content: Content, db: Db, list: DecodedText, { programme: wanted, json, file = '' }: RosterValues): Promise<number> {
  const programme = await programmeNamed(db, wanted);
  const rows = await rowsIn(content, db, programme, list);
  if (!rows) return exitCodes.failed;
  const { changes } = await weigh(db, programme, rows);
  const heading = `${rows.length} people in ${file}. Nothing has been changed in ${programme.name}.`;
  give(json, dataOf(programme, changes), [heading, ...linesOf(content, changes)]);
  return exitCodes.good;
}

/** Nothing when its faults have been told. */
async function rowsIn(content: Content, db: Db, programme: Programme, list: DecodedText): Promise<readonly RosterRow[] | undefined> {
  const functionElsewhere = (await profileFields.of(db, programme.id)).function !== undefined;
  const read = readRoster(list.text, { known: await addressesIn(db, programme), functionElsewhere });
  if (list.encoding === 'Windows-1252') say(content.plain('joining.csv.note.encoding'));
  if (read.ok) {
    for (const { id, blanks } of read.notes) say(content.plain(id, blanks));
    return read.rows;
  }
  say(content.plain('joining.import.faults', { count: read.faults.length }));
  for (const fault of read.faults) say(`  ${faultLine(content, fault)}`);
  return undefined;
}

function textOf(content: Content, file: string): DecodedText {
  try {
    if (statSync(file).size > FILE_MOST_MB * 1_000_000) throw new Failed(content.plain('joining.import.large', { most: FILE_MOST_MB }));
    const bytes = readFileSync(file);
    if (isDocument(bytes)) throw new Failed(content.plain('joining.import.workbook'));
    return decode(bytes);
  } catch (fault) {
    if (fault instanceof Failed) throw fault;
    throw new Failed(`${file} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

async function inWhoseName(db: Db, { id, name }: Programme, named: readonly string[], wanted: string | undefined): Promise<string> {
  const appointed = await organisers.appointed(db, id);
  const all = [...appointed, ...named];
  const by = wanted ?? all[0];
  if (by === undefined) throw new WrongUse(`${name} has no organiser. Name one in ORGANISERS, who then hears in Slack how it went.`);
  if (!all.includes(by)) throw new WrongUse(`${by} is not an organiser of ${name}. Organisers are: ${all.join(', ')}.`);
  return by;
}

function linesOf(content: Content, changes: RosterChanges): string[] {
  const missing = changes.missing.length > 0 ? missingLines(content, changes.missing) : [];
  return [...changeLines(content, changes), ...missing].map(asPlain);
}

/** Words that Slack would draw, for a terminal. */
function asPlain(text: string): string {
  return text.replace(/[*`]/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

function dataOf(programme: Programme, { fresh, updated, unchanged, missing }: RosterChanges, brought?: Brought): Record<string, unknown> {
  return {
    programme: programme.name,
    imported: brought !== undefined,
    new: fresh.map(({ email }) => email),
    updated: updated.map(({ row, changes }) => ({ email: row.email, changes })),
    unchanged,
    missing: missing.map(({ email, standing }) => ({ email, standing })),
    ...(brought && { newFunctions: brought.newFunctions }),
  };
}
