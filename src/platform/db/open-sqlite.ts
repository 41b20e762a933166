// Opens a SQLite file: lock, look, check, migrate, count the start, check again.
import type Sqlite from 'better-sqlite3';
import { stamp } from '../clock.ts';
import { backup, backupBefore } from './backup.ts';
import { raiseBoot } from './boot.ts';
import { codeOf } from './fault-code.ts';
import { takeLock } from './lock.ts';
import { migrate, readApplied } from './migrate.ts';
import { ownMigrations } from './migrations.ts';
import type { Database, Opening } from './open.ts';
import { Refused } from './refused.ts';
import { asRefused, assertSettings, checkpoint, openRaw, sqliteGround } from './sqlite.ts';
import { kyselyOn } from './sqlite-dialect.ts';
import {
  closeToOthers,
  emptied,
  erasuresOf,
  isMarked,
  lookAtFile,
  makeFolder,
  makePrivate,
  markFile,
  onUnsafeFileSystem,
  removeBegun,
  restoringOf,
} from './sqlite-file.ts';
import { heeding } from './trouble.ts';

export async function openSqlite(file: string, opening: Opening): Promise<Database> {
  let release = (): void => {};
  let raw: Sqlite.Database | undefined;
  try {
    makeFolder(file);
    release = takeLock(file);
    if (lookAtFile(file) === 'new') makePrivate(file);
    // Whoever was forgotten since stands in what a restore left that was stopped.
    else removeBegun(restoringOf(file));
    if (onUnsafeFileSystem(file)) {
      opening.log?.warn('The database is on a network or shared file system, which can damage it: use a local disk or a named volume');
    }
    raw = openRaw(file);
    return await settleIn(raw, file, opening, release);
  } catch (fault) {
    raw?.close();
    release();
    throw asRefused(fault, file);
  }
}

async function settleIn(raw: Sqlite.Database, file: string, opening: Opening, release: () => void): Promise<Database> {
  const { onTrouble = () => {} } = opening;
  const db = kyselyOn(raw, onTrouble);
  const ground = sqliteGround(raw, async ([first]) => {
    await backupFirst(raw, backupBefore(file, first?.number ?? 0, stamp(opening.now())));
    opening.log?.info('A backup was made before the upgrade');
  });
  if (isMarked(file) && (await readApplied(db, ground)).length === 0) throw emptied(file);
  // A table that is rebuilt must not take its rows' dependants with it; what belongs together is checked before each commit.
  raw.pragma('foreign_keys = 0');
  const migrated = await migrate(db, ground, { migrations: ownMigrations, ...opening });
  raw.pragma('foreign_keys = 1');
  const boot = await raiseBoot(db, opening.now());
  assertSettings(raw, file);
  // What was made so far goes into the file itself before the marker says that it is there.
  if (!isMarked(file)) checkpoint(raw);
  closeToOthers(file);
  markFile(file);
  return {
    db,
    kind: 'sqlite',
    boot,
    where: file,
    erasures: erasuresOf(file),
    migrated: migrated.length,
    checkpoint: () => heeding(onTrouble, () => checkpoint(raw)),
    backup: (to) => backup(raw, to),
    close: async () => {
      checkpoint(raw);
      await db.destroy();
      release();
    },
  };
}

async function backupFirst(raw: Sqlite.Database, to: string): Promise<void> {
  try {
    await backup(raw, to);
  } catch (fault) {
    throw new Refused('schema', `The backup before the upgrade could not be made (${codeOf(fault) || fault}): ${to}. Nothing was changed.`);
  }
}
