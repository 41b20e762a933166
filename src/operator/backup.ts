// `coachingpairs backup`: a verified copy, also while the bot is running.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stamp } from '../platform/clock.ts';
import { backupFile } from '../platform/db/backup.ts';
import { exitCodes, Failed, give, type Real, readArgs } from './command-line.ts';
import { sqliteFile } from './database.ts';

export async function backup(args: string[], { now }: Real): Promise<number> {
  const { values, words } = readArgs(args, { json: { type: 'boolean' } }, 1);
  const file = sqliteFile('PostgreSQL has its own backups: use pg_dump, or what your provider offers.');
  const to = words[0] ? resolve(words[0]) : join(dirname(file), 'backups', `${stamp(now()).replace(/[:.]/g, '-')}.db`);
  if (!existsSync(file)) throw new Failed(`There is no database at ${file} yet.`);
  if (existsSync(to)) throw new Failed(`${to} exists already; a backup never replaces a file.`);
  const { schema, tables } = await backupFile(file, to);
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  give(values.json, { backup: to, schema, tables }, [
    `${to}: ${rows} rows, verified. It is sealed with your keys: keep them apart from it.`,
  ]);
  return exitCodes.good;
}
