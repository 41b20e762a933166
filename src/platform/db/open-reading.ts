// A look at a database without becoming its process: no lock, no migration, no start counted. For those who check and report.
import Sqlite from 'better-sqlite3';
import type { Db } from '../tools.ts';
import { readApplied } from './migrate.ts';
import { ownMigrations, pending, readMigrations } from './migrations.ts';
import type { Place } from './open.ts';
import { unreachable } from './open-postgres.ts';
import { kyselyOnPool, openPool, postgresGround } from './postgres.ts';
import { asRefused, sqliteTables } from './sqlite.ts';
import { kyselyOn } from './sqlite-dialect.ts';

/** Opens `place`, hands it to `look`, closes it. Throws `Refused` when it cannot be read. */
export async function read<T>(place: Place, look: (db: Db) => Promise<T>): Promise<T> {
  const db = place.kind === 'postgres' ? kyselyOnPool(openPool(place.url)) : openToRead(place.file);
  try {
    return await look(db);
  } catch (fault) {
    throw place.kind === 'postgres' ? unreachable(fault, place.url) : asRefused(fault, place.file);
  } finally {
    await db.destroy();
  }
}

/** How many migrations the database still has to take. Throws `Refused` when it does not fit this program. */
export async function pendingIn(place: Place): Promise<number> {
  const ground = place.kind === 'postgres' ? postgresGround : { tables: sqliteTables };
  return read(place, async (db) => pending(readMigrations(ownMigrations), await readApplied(db, ground)).length);
}

function openToRead(file: string): Db {
  try {
    return kyselyOn(new Sqlite(file, { readonly: true, fileMustExist: true }));
  } catch (fault) {
    throw asRefused(fault, file);
  }
}
