// The two databases that nothing may behave differently on, each new and migrated, and tools that stand on one of them: the real words, the real
// vault, and a chance that falls the same way every time.
import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { loadContent } from '../../src/platform/content/load.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { ownMigrations } from '../../src/platform/db/migrations.ts';
import { openMemory } from '../../src/platform/db/open.ts';
import { kyselyOnPool, postgresGround } from '../../src/platform/db/postgres.ts';
import { keyringOf } from '../../src/platform/keyring.ts';
import { thinkHere } from '../../src/platform/thinking/think.ts';
import type { Db, Tools } from '../../src/platform/tools.ts';
import { openVault } from '../../src/platform/vault.ts';
import { openPglitePool } from './pglite-pool.ts';

export type OpenDatabase = (now: () => Temporal.Instant) => Promise<{ db: Db; close: () => Promise<void> }>;

/** PostgreSQL inside the process. */
export const openPglite: OpenDatabase = async (now) => {
  const db = kyselyOnPool(await openPglitePool());
  await migrate(db, postgresGround, { migrations: ownMigrations, version: '1.0.0', now });
  return { db, close: () => db.destroy() };
};

export const databases: [name: string, open: OpenDatabase][] = [
  ['SQLite', openMemory],
  ['PostgreSQL', openPglite],
];

const content = loadContent();
const quiet = () => {};
const silent: Tools['log'] = { debug: quiet, info: quiet, warn: quiet, error: quiet };

export interface Standing extends Pick<Tools, 'now' | 'slack'> {
  log?: Tools['log'];
}

export async function toolsOn(db: Db, { now, slack, log = silent }: Standing): Promise<Tools> {
  let drawn = 0;
  const random = (bytes: number) => createHash('sha512').update(`${drawn++}`).digest().subarray(0, bytes);
  const newId = () => Buffer.from(random(16)).toString('hex');
  const vault = await openVault(db, keyringOf(Buffer.alloc(32, 7)), { newId, random, now });
  return {
    ...{ workspace: 'T1', botUser: 'U0BOT', organisers: [], content, think: thinkHere },
    ...{ db, vault, random, newId, slack, log, now, knock: quiet },
  };
}
