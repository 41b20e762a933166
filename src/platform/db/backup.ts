// A copy of a SQLite database that can be trusted: taken while it is in use, checked before it gets its name, and on the disk before
// anyone is told that it exists.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Refused } from './refused.ts';
import { asRefused, checkLines } from './sqlite.ts';
import { fsyncFolder, lookAtFile, makePrivate, removeBegun } from './sqlite-file.ts';

/** What a sound copy holds. */
export interface Verified {
  /** The number of the last migration in it. */
  schema: number;
  tables: Record<string, number>;
}

/** Copies `raw` to `to`, which must not exist, and returns what the copy holds. Throws `Refused` when the copy is not sound. */
export async function backup(raw: Sqlite.Database, to: string): Promise<Verified> {
  if (existsSync(to)) throw new Error(`${to} exists already; a backup never replaces a file.`);
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const part = `${to}.part`;
  removeBegun(part);
  makePrivate(part);
  try {
    await raw.backup(part);
    settle(part);
    const verified = verifyFile(part);
    fsyncFile(part);
    renameSync(part, to);
    fsyncFolder(dirname(to));
    return verified;
  } catch (fault) {
    removeBegun(part);
    throw fault;
  }
}

/** The same for a file that this process has not open; another process may be using it. */
export async function backupFile(file: string, to: string): Promise<Verified> {
  if (lookAtFile(file) === 'new') throw new Refused('damaged', `There is no database at ${file}.`);
  const raw = new Sqlite(file, { fileMustExist: true, readonly: true });
  try {
    return await backup(raw, to);
  } catch (fault) {
    throw asRefused(fault, file);
  } finally {
    raw.close();
  }
}

/** Reads a backup through and counts what is in it. Throws `Refused` when it is damaged or not ours. */
export function verifyFile(file: string): Verified {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  lookAtFile(file);
  let raw: Sqlite.Database | undefined;
  try {
    raw = new Sqlite(file, { readonly: true });
    const faults = [...checkLines(raw, 'integrity_check'), ...(raw.pragma('foreign_key_check') as unknown[])];
    if (faults.length > 0) throw Object.assign(new Error('not sound'), { code: 'SQLITE_CORRUPT' });
    return { schema: Number(raw.pragma('user_version', { simple: true })), tables: counts(raw) };
  } catch (fault) {
    throw asRefused(fault, file);
  } finally {
    raw?.close();
  }
}

/** Where the copy made before an upgrade is kept. */
export function backupBefore(file: string, schema: number, stamped: string): string {
  return join(dirname(file), 'backups', `before-${String(schema).padStart(4, '0')}-${stamped.replace(/[:.]/g, '-')}.db`);
}

/** Makes the copy one file without a write-ahead log beside it. */
function settle(file: string): void {
  const copy = new Sqlite(file);
  copy.pragma('journal_mode = delete');
  copy.close();
}

function counts(raw: Sqlite.Database): Record<string, number> {
  const names = raw
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`)
    .pluck()
    .all();
  return Object.fromEntries(names.map((name) => [String(name), Number(raw.prepare(`select count(*) from "${name}"`).pluck().get())]));
}

function fsyncFile(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
