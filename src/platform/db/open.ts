// Opens the database the settings name, or refuses with a reason. Whatever is wrong with it, the answer is never to begin anew.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Sqlite from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import { stamp } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Db } from '../tools.ts';
import { backup, backupBefore, type Verified } from './backup.ts';
import { raiseBoot } from './boot.ts';
import { takeLock } from './lock.ts';
import { type Migrating, migrate } from './migrate.ts';
import { kyselyOnPool, openPool, postgresGround } from './postgres.ts';
import { Refused } from './refused.ts';
import { asRefused, assertSettings, checkpoint, kyselyOn, openRaw, openRawInMemory, sqliteGround } from './sqlite.ts';
import { erasuresOf, lookAtFile, makeFolder, markFile, onUnsafeFileSystem } from './sqlite-file.ts';

export interface Opening {
  /** `postgres://…`, `file:…` or a path; `coaching-pairs.db` in `folder` when missing. */
  url?: string | undefined;
  folder: string;
  /** The folder of the migrations; the program's own when missing. */
  migrations?: string;
  version: string;
  now: () => Temporal.Instant;
  log?: Log;
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

export const ownMigrations = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** Opens, checks, migrates, counts the start. Throws `Refused` with a sentence for the operator when the database must not be used. */
export async function openDatabase(opening: Opening): Promise<Database> {
  const place = placeOf(opening);
  return place.kind === 'postgres' ? openPostgres(place.url, opening) : openSqlite(place.file, opening);
}

/** A migrated database in memory, for tests, the sandbox and rehearsals. */
export async function openMemory(now: () => Temporal.Instant = () => Temporal.Instant.fromEpochMilliseconds(0)): Promise<Database> {
  const raw = openRawInMemory();
  const db = kyselyOn(raw);
  const migrated = await migrate(
    db,
    sqliteGround(raw, async () => {}),
    { folder: ownMigrations, version: '0', now },
  );
  return {
    db,
    kind: 'sqlite',
    boot: await raiseBoot(db, now()),
    where: 'memory',
    migrated: migrated.length,
    checkpoint: () => {},
    backup: (to) => backup(raw, to),
    close: () => db.destroy(),
  };
}

/** What the setting means. */
export function placeOf({
  url,
  folder,
}: Pick<Opening, 'url' | 'folder'>): { kind: 'postgres'; url: string } | { kind: 'sqlite'; file: string } {
  if (!url) return { kind: 'sqlite', file: resolve(folder, 'coaching-pairs.db') };
  if (/^postgres(ql)?:\/\//.test(url)) return { kind: 'postgres', url };
  if (url.startsWith('file:///')) return { kind: 'sqlite', file: fileURLToPath(url) };
  return { kind: 'sqlite', file: resolve(url.replace(/^file:/, '')) };
}

async function openSqlite(file: string, opening: Opening): Promise<Database> {
  makeFolder(file);
  const release = takeLock(file);
  let raw: Sqlite.Database | undefined;
  try {
    const found = lookAtFile(file);
    if (onUnsafeFileSystem(file)) {
      opening.log?.warn('The database is on a network or shared file system, which can damage it: use a local disk or a named volume');
    }
    raw = openRaw(file, found === 'new');
    return await settleIn(raw, file, opening, release);
  } catch (fault) {
    raw?.close();
    release();
    throw asRefused(fault, file);
  }
}

async function settleIn(raw: Sqlite.Database, file: string, opening: Opening, release: () => void): Promise<Database> {
  const db = kyselyOn(raw);
  const ground = sqliteGround(raw, async ([first]) => {
    const to = backupBefore(file, first?.number ?? 0, stamp(opening.now()));
    await backup(raw, to);
    opening.log?.info('A backup was made before the upgrade');
  });
  // A table that is rebuilt must not take its rows' dependants with it; what belongs together is checked before each commit.
  raw.pragma('foreign_keys = 0');
  const migrated = await migrate(db, ground, migrating(opening));
  raw.pragma('foreign_keys = 1');
  const boot = await raiseBoot(db, opening.now());
  assertSettings(raw, file);
  markFile(file);
  return {
    db,
    kind: 'sqlite',
    boot,
    where: file,
    erasures: erasuresOf(file),
    migrated: migrated.length,
    checkpoint: () => checkpoint(raw),
    backup: (to) => backup(raw, to),
    close: async () => {
      checkpoint(raw);
      await db.destroy();
      release();
    },
  };
}

async function openPostgres(url: string, opening: Opening): Promise<Database> {
  const pool = openPool(url, opening.log);
  const db = kyselyOnPool(pool);
  try {
    const migrated = await migrate(db, postgresGround, migrating(opening));
    return {
      db,
      kind: 'postgres',
      boot: await raiseBoot(db, opening.now()),
      where: withoutPassword(url),
      migrated: migrated.length,
      checkpoint: () => {},
      backup: async () => {
        throw new Refused('damaged', 'PostgreSQL has its own backups: use pg_dump, or what your provider offers.');
      },
      close: () => db.destroy(),
    };
  } catch (fault) {
    await db.destroy();
    throw fault instanceof Refused ? fault : unreachable(fault, url);
  }
}

function migrating({ migrations, version, now }: Opening): Migrating {
  return { folder: migrations ?? ownMigrations, version, now };
}

function withoutPassword(url: string): string {
  const { host, pathname } = new URL(url);
  return `PostgreSQL at ${host}${pathname}`;
}

/** A connection that could not be made, in the operator's words; any other fault as it is. */
function unreachable(fault: unknown, url: string): unknown {
  const code = String((fault as { code?: unknown } | null)?.code ?? '');
  if (!/^(E[A-Z_]+|28\w{3}|3D000|08\w{3}|57P03|53300)$/.test(code)) return fault;
  return new Refused(
    'damaged',
    `${withoutPassword(url)} cannot be reached (${code}). Check DATABASE_URL, and whether the server is running.`,
  );
}
