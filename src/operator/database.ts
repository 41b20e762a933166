// The operator's commands and the database of the settings. A file of its own, so that help does not wait for a database driver to load.
import { type Database, type Opening, openDatabase, placeOf } from '../platform/db/open.ts';
import type { Log } from '../platform/log.ts';
import { Failed, say, settingsFor } from './command-line.ts';

/** Where everything is kept unless the settings say otherwise, below the folder the program is started in. */
export const dataFolder = 'data';

/** Opens the database of the settings, does `work`, and closes it whatever happens. */
export async function withDatabase<T>(opening: Omit<Opening, 'folder'>, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ folder: dataFolder, ...opening });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** A log for commands that speak for themselves: only what is wrong. */
export const warnings: Log = {
  debug: () => {},
  info: say,
  warn: say,
  error: say,
};

/** The file of the SQLite database in the settings. Throws `Failed` with `otherwise` when it is not one. */
export function sqliteFile(otherwise: string): string {
  const place = placeOf({ url: settingsFor(['databaseUrl']).databaseUrl, folder: dataFolder });
  if (place.kind !== 'sqlite') throw new Failed(otherwise);
  return place.file;
}
