import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { migrate } from '../../src/platform/db/migrate.ts';
import { ownMigrations } from '../../src/platform/db/migrations.ts';
import { openDatabase } from '../../src/platform/db/open.ts';
import { postgresGround } from '../../src/platform/db/postgres.ts';
import { openPglite } from './both-databases.ts';
import { itKeepsTheContract } from './db.contract.ts';
import { postgresBinaries, startPostgres } from './postgres-server.ts';

const now = () => Temporal.Instant.from('2027-01-12T09:30:00Z');
const migrating = { migrations: ownMigrations, version: '1.0.0', now };

itKeepsTheContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  const open = () => openDatabase({ folder, version: '1.0.0', now });
  const again = await open()
    .then((database) => database.close())
    .then(open);
  return {
    db: again.db,
    migrateAgain: async () => again.migrated,
    close: async () => {
      await again.close();
      rmSync(folder, { recursive: true });
    },
  };
});

test('a PostgreSQL server that does not answer is named without its password', async () => {
  const opening = openDatabase({ url: 'postgres://coaching:secret@127.0.0.1:9/pairs', folder: '', version: '1.0.0', now });
  await expect(opening).rejects.toMatchObject({
    because: 'unusable',
    exitCode: 1,
    message: 'PostgreSQL at 127.0.0.1:9/pairs cannot be reached (ECONNREFUSED). Check DATABASE_URL, and whether the server is running.',
  });
});

itKeepsTheContract('PostgreSQL inside the process', async () => {
  const { db, close } = await openPglite(now);
  return { db, migrateAgain: async () => (await migrate(db, postgresGround, migrating)).length, close };
});

const binaries = postgresBinaries();
if (binaries) {
  itKeepsTheContract('a PostgreSQL server', async () => {
    const server = await startPostgres(binaries);
    const open = () => openDatabase({ url: server.url, folder: 'unused', version: '1.0.0', now });
    // Two processes that start at the same moment on an empty database: one migrates, the other finds it done.
    const [first, second] = await Promise.all([open(), open()]);
    return {
      db: first.db,
      migrateAgain: async () => {
        const third = await open();
        await third.close();
        return third.migrated;
      },
      close: async () => {
        await Promise.all([first.close(), second.close()]);
        server.stop();
      },
    };
  });
} else {
  test('the database on a PostgreSQL server (skipped: no PostgreSQL)', () => expect(binaries).toBeUndefined());
}
