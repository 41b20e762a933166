// `coachingpairs migrate`: what start does to the database first, alone.
import { exitCodes, give, type Real, readArgs, settingsFor } from './command-line.ts';
import { warnings, withDatabase } from './database.ts';

export async function migrate(args: string[], { now, version }: Real): Promise<number> {
  const { values } = readArgs(args, { json: { type: 'boolean' } });
  const { databaseUrl } = settingsFor(['databaseUrl']);
  await withDatabase({ url: databaseUrl, now, version, log: warnings }, async ({ migrated, where }) => {
    const done = migrated === 0 ? 'was up to date' : `took ${migrated} ${migrated === 1 ? 'migration' : 'migrations'}`;
    give(values.json, { database: where, migrated }, [`${where} ${done}.`]);
  });
  return exitCodes.good;
}
