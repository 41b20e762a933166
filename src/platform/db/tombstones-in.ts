// Who was forgotten, read from a SQLite file that may be damaged: whatever can still be read counts.
import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { codeOf } from './fault-code.ts';
import { asRefused } from './sqlite.ts';
import type { TombstoneTable } from './tables.ts';

/** `SQLITE_ERROR`: it has no such table, so it is not ours or was never filled. */
const HOLDS_NONE = /^SQLITE_(CORRUPT|NOTADB|FORMAT|ERROR$)/;

/**
 * The tombstones in `file`; none when it is not there, is damaged or is no database: the marks kept beside it are what remains then. Throws
 * `Refused` when only the disk is in the way, which may be full or fail: whoever took that for none would bring back who asked to be forgotten.
 */
export function tombstonesIn(file: string): TombstoneTable[] {
  if (!existsSync(file)) return [];
  let raw: Sqlite.Database | undefined;
  try {
    raw = new Sqlite(file, { readonly: true, fileMustExist: true });
    return raw.prepare('select workspace, person_hash, erased_at from tombstone').all() as TombstoneTable[];
  } catch (fault) {
    if (HOLDS_NONE.test(codeOf(fault))) return [];
    throw asRefused(fault, file);
  } finally {
    raw?.close();
  }
}
