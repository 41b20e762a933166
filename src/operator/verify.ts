// `coachingpairs verify`: reads a backup, or the database itself, through and says whether it is sound. Changes nothing.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { verifyFile } from '../platform/db/backup.ts';
import { pendingIn } from '../platform/db/open-reading.ts';
import { exitCodes, Failed, give, readArgs } from './command-line.ts';
import { sqliteFile } from './database.ts';

export async function verify(args: string[]): Promise<number> {
  const { values, words } = readArgs(args, { json: { type: 'boolean' } }, 1);
  const file = words[0] ? resolve(words[0]) : sqliteFile('PostgreSQL checks its own files. Name a backup file to verify one.');
  if (!existsSync(file)) throw new Failed(`There is no file ${file}.`);
  const { schema, tables } = verifyFile(file);
  const pending = await pendingIn({ kind: 'sqlite', file });
  const rows = Object.entries(tables).map(([table, count]) => `  ${table.padEnd(16)} ${count}`);
  const upgrade = pending === 0 ? '' : ` It will take ${pending} migrations when it is next used.`;
  give(values.json, { file, sound: true, schema, pending, tables }, [`${file} is sound (schema ${schema}).${upgrade}`, ...rows]);
  return exitCodes.good;
}
