// What a SQLite file that nobody has open says of its own schema.
import Sqlite from 'better-sqlite3';
import { type Applied, ownMigrations, pending, readMigrations } from './migrations.ts';

/** How many migrations the file still has to take. Throws `Refused` when it does not fit this program. */
export function checkSchema(file: string): number {
  const raw = new Sqlite(file, { readonly: true });
  try {
    const known = raw.prepare(`select 1 from sqlite_master where name = 'migration'`).get();
    const applied = known ? (raw.prepare('select number, name, sha256 from migration').all() as Applied[]) : [];
    return pending(readMigrations(ownMigrations), applied).length;
  } finally {
    raw.close();
  }
}
