// `coachingpairs verify`: reads a backup, or the database itself, through and says whether it is sound. Changes nothing.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { verifyFile } from '../platform/db/backup.ts';
import { type Place, placeOf } from '../platform/db/open.ts';
import { pendingIn } from '../platform/db/open-reading.ts';
import { exitCodes, Failed, give, readArgs, settingsFor } from './command-line.ts';
import { dataFolder } from './database.ts';
import { checkPlans, isGood, planLines } from './verify-plans.ts';

export async function verify(args: string[]): Promise<number> {
  const { values, words } = readArgs(args, { json: { type: 'boolean' }, plans: { type: 'boolean' } }, 1);
  const place = placeNamed(words[0]);
  if (place.kind === 'postgres' && !values.plans)
    throw new Failed('PostgreSQL checks its own files. Name a backup file to verify one, or use --plans to check the plans of rounds.');
  const file = place.kind === 'sqlite' ? await checkFile(place.file) : { data: {}, said: [] };
  const plans = values.plans ? await checkPlans(place) : undefined;
  const lines = plans ? [...file.said.slice(0, 1), ...planLines(plans)] : file.said;
  give(values.json, { ...file.data, ...(plans && { plans }) }, lines);
  return plans?.every(isGood) === false ? exitCodes.failed : exitCodes.good;
}

function placeNamed(word: string | undefined): Place {
  if (word !== undefined) return { kind: 'sqlite', file: resolve(word) };
  return placeOf({ url: settingsFor(['databaseUrl']).databaseUrl, folder: dataFolder });
}

/** What there is to tell of a file, the outcome first. Throws `Failed` and `Refused`. */
async function checkFile(file: string): Promise<{ data: Record<string, unknown>; said: string[] }> {
  if (!existsSync(file)) throw new Failed(`There is no file ${file}.`);
  const { schema, tables } = verifyFile(file);
  const pending = await pendingIn({ kind: 'sqlite', file });
  const upgrade = pending === 0 ? '' : ` It will take ${pending} migrations when it is next used.`;
  const rows = Object.entries(tables).map(([table, count]) => `  ${table.padEnd(16)} ${count}`);
  return { data: { file, sound: true, schema, pending, tables }, said: [`${file} is sound (schema ${schema}).${upgrade}`, ...rows] };
}
