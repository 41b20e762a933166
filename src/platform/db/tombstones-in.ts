// Who was forgotten, read from a SQLite file that may be damaged: whatever can still be read counts.
import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { TombstoneTable } from './tables.ts';

/** The tombstones in `file`; none when it is not there or cannot be read. */
export function tombstonesIn(file: string): TombstoneTable[] {
  if (!existsSync(file)) return [];
  try {
    const raw = new Sqlite(file, { readonly: true, fileMustExist: true });
    try {
      return raw.prepare('select workspace, person_hash, erased_at from tombstone').all() as TombstoneTable[];
    } finally {
      raw.close();
    }
  } catch {
    // The marks kept beside the database are what remains then.
    return [];
  }
}
