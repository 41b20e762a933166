// SQLite as this program uses it: one connection, durable at every commit, checked when it opens. The library's defaults are not durable
// in write-ahead mode and say otherwise until the first write, so the settings are read back after it.
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import type { Db, Tx } from '../tools.ts';
import { codeOf } from './fault-code.ts';
import type { Ground } from './migrate.ts';
import { diskRefused, Refused } from './refused.ts';
import { APPLICATION_ID } from './sqlite-file.ts';

/** Below this, two connections and an unlucky moment can damage the file. */
const OLDEST_SOUND = [3, 51, 3] as const;

const SETTINGS: readonly [string, string | number, unknown][] = [
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'full', 2],
  ['fullfsync', 1, 1],
  ['checkpoint_fullfsync', 1, 1],
  ['foreign_keys', 1, 1],
  ['busy_timeout', 5000, 5000],
  ['wal_autocheckpoint', 1000, 1000],
  ['journal_size_limit', 64 * 1024 * 1024, 64 * 1024 * 1024],
  ['secure_delete', 1, 1],
  ['temp_store', 'memory', 2],
  ['mmap_size', 0, 0],
  ['trusted_schema', 0, 0],
  ['cell_size_check', 1, 1],
];

/** Opens `file` and sets everything up but the schema. Throws `Refused` when the file is not sound. */
export function openRaw(file: string): Sqlite.Database {
  let raw: Sqlite.Database | undefined;
  try {
    raw = new Sqlite(file, { fileMustExist: true });
    assertVersion(raw);
    signEmpty(raw);
    for (const [name, value] of SETTINGS) raw.pragma(`${name} = ${value}`);
    quickCheck(raw, file);
    return raw;
  } catch (fault) {
    raw?.close();
    throw asRefused(fault, file);
  }
}

/** An empty database, gone when it is closed: in memory, or, as far as that is large, in a temporary file without a name. */
export function openRawPassing(where: 'memory' | 'disk'): Sqlite.Database {
  const raw = new Sqlite(where === 'memory' ? ':memory:' : '');
  raw.pragma('foreign_keys = 1');
  return raw;
}

/** To be called after the first write: only then does SQLite tell the truth about what it will do. */
export function assertSettings(raw: Sqlite.Database, file: string): void {
  for (const [name, , expected] of SETTINGS) {
    const actual = raw.pragma(name, { simple: true });
    // Memory mapping may be compiled out; then it is off, and there is nothing to read.
    if (actual === expected || (name === 'mmap_size' && actual === undefined)) continue;
    throw new Refused(
      'damaged',
      `SQLite does not keep ${name} at ${String(expected)} for ${file} (it says ${String(actual)}), so a power cut could lose what was saved. Put the database on a local disk.`,
    );
  }
}

/** Writes everything from the log into the file and empties the log. */
export function checkpoint(raw: Sqlite.Database): void {
  raw.pragma('wal_checkpoint(truncate)');
}

/** The names of all tables that are not SQLite's own. */
export async function sqliteTables(db: Db | Tx): Promise<string[]> {
  const found = sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'`;
  return (await found.execute(db)).rows.map(({ name }) => name);
}

/** `backup` makes a verified copy before the first pending migration. */
export function sqliteGround(raw: Sqlite.Database, backup: Ground['before']): Ground {
  return {
    tables: sqliteTables,
    before: backup,
    alone: async () => {},
    check: async (_, { number }) => {
      const faults = [...(raw.pragma('foreign_key_check') as unknown[]), ...checkLines(raw, 'integrity_check')];
      if (faults.length > 0) {
        throw new Refused(
          'schema',
          `Migration ${number} would have left the data inconsistent and was undone. The database is as it was before it.`,
        );
      }
      raw.pragma(`user_version = ${number}`);
    },
  };
}

/** What the check complains of; nothing when all is well. */
export function checkLines(raw: Sqlite.Database, check: 'quick_check' | 'integrity_check'): string[] {
  const lines = (raw.pragma(check) as Record<string, string>[]).map((line) => String(line[check]));
  return lines.filter((line) => line !== 'ok');
}

/** A fault of SQLite about the file itself, in the operator's words; any other fault as it is. */
export function asRefused(fault: unknown, file: string): unknown {
  const code = codeOf(fault);
  if (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code)) return damaged(file);
  if (/^(SQLITE_(CANTOPEN|READONLY|PERM|AUTH)|EACCES|EPERM|EROFS|EEXIST|ENOTDIR|EISDIR)/.test(code)) {
    return new Refused('unusable', `${file} cannot be opened for writing. May this account write there? Nothing was changed.`);
  }
  if (code.startsWith('SQLITE_BUSY')) return new Refused('busy', `Another program holds ${file}. Stop it first. Nothing was changed.`);
  return diskRefused(fault, file) ?? fault;
}

/**
 * Asked of SQLite and not of the file: whoever was killed while signing has left a page that SQLite takes back as it opens. Before the log is
 * switched on, so that the name stands in the file itself from the first moment, whenever the process ends.
 */
function signEmpty(raw: Sqlite.Database): void {
  if (raw.pragma('page_count', { simple: true }) === 0) raw.pragma(`application_id = ${APPLICATION_ID}`);
}

function assertVersion(raw: Sqlite.Database): void {
  const version = String(raw.prepare('select sqlite_version()').pluck().get());
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [a, b, c] = OLDEST_SOUND;
  if (major * 1e6 + minor * 1e3 + patch >= a * 1e6 + b * 1e3 + c) return;
  throw new Refused(
    'damaged',
    `SQLite ${version} can damage databases; ${OLDEST_SOUND.join('.')} or later is needed. Install the program again.`,
  );
}

function quickCheck(raw: Sqlite.Database, file: string): void {
  if (checkLines(raw, 'quick_check').length > 0) throw damaged(file);
}

function damaged(file: string): Refused {
  return new Refused(
    'damaged',
    `The database ${file} is damaged. Nothing was sent and nothing was changed. Keep the file, and restore a backup: coachingpairs restore <file>.`,
  );
}
