// `coachingpairs restore`: puts a backup in the place of the database. Nothing is replaced before the backup has been verified, brought to
// this version, and made safe to send from.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterRestore, type Settled } from '../platform/after-restore.ts';
import { stamp } from '../platform/clock.ts';
import { backupFile, verifyFile } from '../platform/db/backup.ts';
import { takeLock } from '../platform/db/lock.ts';
import { openDatabase, placeOf } from '../platform/db/open.ts';
import { pendingIn } from '../platform/db/open-reading.ts';
import { replace } from '../platform/db/replace.ts';
import { erasuresOf, makeFolder, removeBegun, restoringOf } from '../platform/db/sqlite-file.ts';
import { tombstonesIn } from '../platform/db/tombstones-in.ts';
import { keepErasures, readErasures } from '../platform/erasures.ts';
import type { Keyring } from '../platform/keyring.ts';
import { openVault } from '../platform/vault.ts';
import { exitCodes, Failed, give, type Real, readArgs, say, settingsFor, WrongUse } from './command-line.ts';
import { dataFolder, warnings, withDatabase } from './database.ts';

export async function restore(args: string[], real: Real): Promise<number> {
  const { values, words } = readArgs(args, { json: { type: 'boolean' } }, 1);
  const { databaseUrl, keyring } = settingsFor(['databaseUrl', 'keyring']);
  const place = placeOf({ url: databaseUrl, folder: dataFolder });
  const done =
    place.kind === 'postgres'
      ? await restorePostgres(place.url, words, keyring, real)
      : await restoreFile(place.file, words, keyring, real);
  give(values.json, { ...done }, [
    `${done.restored} is restored.`,
    ...(done.kept ? [`The database that was there is kept as ${done.kept}; delete it when you no longer need it.`] : []),
    `${done.unclear} messages that may have been sent since are looked up in Slack before anything is sent again.`,
    `${done.forgotten} people who had asked to be forgotten since were forgotten again.`,
  ]);
  return exitCodes.good;
}

interface Done extends Settled {
  restored: string;
  kept?: string | undefined;
}

async function restoreFile(file: string, [word]: readonly string[], keyring: Keyring, real: Real): Promise<Done> {
  if (!word) throw new WrongUse('Which backup? coachingpairs restore <file>');
  const from = resolve(word);
  if (!existsSync(from)) throw new Failed(`There is no file ${from}.`);
  const prepared = restoringOf(file);
  if (from === file) throw new Failed(`${from} is the database itself.`);
  if (from === prepared) throw new Failed(`${from} is what a restore has not finished. Name the backup that it was made from.`);
  makeFolder(file);
  const release = takeLock(file);
  try {
    verifyFile(from);
    await pendingIn({ kind: 'sqlite', file: from });
    say(`${from} is sound.`);
    keepErasures(erasuresOf(file), tombstonesIn(file));
    const settled = await prepare(from, prepared, { keyring, real, erasures: erasuresOf(file) });
    const kept = replace(file, prepared, stamp(real.now()));
    return { restored: file, kept, ...settled };
  } finally {
    removeBegun(prepared);
    release();
  }
}

async function prepare(
  from: string,
  prepared: string,
  { keyring, real, erasures }: { keyring: Keyring; real: Real; erasures: string },
): Promise<Settled> {
  removeBegun(prepared);
  // With what stands in its log, and closed to other accounts whatever the backup is.
  await backupFile(from, prepared);
  const { now, version } = real;
  return withDatabase({ url: `file:${prepared}`, now, version, log: warnings }, async ({ db }) => {
    const vault = await openVault(db, keyring, real);
    return afterRestore(db, vault, readErasures(erasures), now());
  });
}

/** The server's own tools put the data back; what it needs afterwards is the same. */
async function restorePostgres(url: string, words: readonly string[], keyring: Keyring, real: Real): Promise<Done> {
  if (words.length > 0)
    throw new Failed('PostgreSQL has its own backups: put one back with pg_restore, then run coachingpairs restore without a file.');
  const database = await openDatabase({ url, folder: dataFolder, now: real.now, version: real.version, log: warnings });
  try {
    const vault = await openVault(database.db, keyring, real);
    return { restored: database.where, ...(await afterRestore(database.db, vault, [], real.now())) };
  } finally {
    await database.close();
  }
}
