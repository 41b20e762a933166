// Opens the database the settings name, or refuses with a reason. Whatever is wrong with it, the answer is never to begin anew.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import type { Log } from '../log.ts';
import type { Db } from '../tools.ts';
import { backup, type Verified } from './backup.ts';
import { raiseBoot } from './boot.ts';
import { migrate } from './migrate.ts';
import { ownMigrations } from './migrations.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import { openRawPassing, sqliteGround } from './sqlite.ts';
import { kyselyOn } from './sqlite-dialect.ts';
import type { Trouble } from './trouble.ts';

export interface Opening {
  /** `postgres://…`, `file:…` or a path; `coaching-pairs.db` in `folder` when missing. */
  url?: string | undefined;
  folder: string;
  /** The folder of the migrations; the program's own when missing. */
  migrations?: string;
  version: string;
  now: () => Temporal.Instant;
  log?: Log;
  /** Called when SQLite finds, while it runs, that its file is damaged or its disk fails: nothing should be sent from then on. */
  onTrouble?: (trouble: Trouble) => void;
}

export interface Database {
  db: Db;
  kind: 'sqlite' | 'postgres';
  /** How often the program has been started on this database, this time included. */
  boot: number;
  /** Where it is, without a password: for people to read. */
  where: string;
  /** The file that remembers who was forgotten, see `erasures.ts`; PostgreSQL has none. */
  erasures?: string;
  /** How many migrations were applied just now. */
  migrated: number;
  /** Empties the write-ahead log into the file, so that nothing that was deleted lingers there. Nothing to do on PostgreSQL. */
  checkpoint: () => void;
  /** Writes a verified copy to a new file. Throws on PostgreSQL, whose own tools do that. */
  backup: (to: string) => Promise<Verified>;
  close: () => Promise<void>;
}

/** Opens, checks, migrates, counts the start. Throws `Refused` with a sentence for the operator when the database must not be used. */
export async function openDatabase(opening: Opening): Promise<Database> {
  const place = placeOf(opening);
  return place.kind === 'postgres' ? openPostgres(place.url, opening) : openSqlite(place.file, opening);
}

/** A migrated database in memory, for tests and the sandbox. */
export function openMemory(now: () => Temporal.Instant = () => Temporal.Instant.fromEpochMilliseconds(0)): Promise<Database> {
  return openPassing('memory', now);
}

/** One that takes little memory however much it comes to hold, for rehearsals. Gone when it is closed, too. */
export function openTemporary(now: () => Temporal.Instant): Promise<Database> {
  return openPassing('disk', now);
}

async function openPassing(where: 'memory' | 'disk', now: () => Temporal.Instant): Promise<Database> {
  const raw = openRawPassing(where);
  const db = kyselyOn(raw);
  const migrated = await migrate(
    db,
    sqliteGround(raw, async () => {}),
    { migrations: ownMigrations, version: '0', now },
  );
  return {
    db,
    kind: 'sqlite',
    boot: await raiseBoot(db, now()),
    where,
    migrated: migrated.length,
    checkpoint: () => {},
    backup: (to) => backup(raw, to),
    close: () => db.destroy(),
  };
}

/** Where a database is. */
export type Place = { kind: 'postgres'; url: string } | { kind: 'sqlite'; file: string };

/** What the setting means. */
export function placeOf({ url, folder }: Pick<Opening, 'url' | 'folder'>): Place {
  if (!url) return { kind: 'sqlite', file: resolve(folder, 'coaching-pairs.db') };
  if (/^postgres(ql)?:\/\//.test(url)) return { kind: 'postgres', url };
  if (url.startsWith('file:///')) return { kind: 'sqlite', file: fileURLToPath(url) };
  return { kind: 'sqlite', file: resolve(url.replace(/^file:/, '')) };
}
