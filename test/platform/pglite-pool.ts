// PostgreSQL inside the process, behind the few calls that Kysely's PostgreSQL driver makes of a pool. It has one session, so whoever asks
// for a connection waits until the one before has given it back.
import { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { numberParsers } from '../../src/platform/db/postgres.ts';

export async function openPglitePool(): Promise<PostgresPool> {
  const pglite = await PGlite.create();
  const waiting: (() => void)[] = [];
  let taken = false;

  const query = async (sql: string, parameters: readonly unknown[] = []) => {
    const { rows, affectedRows } = await pglite.query(sql, [...parameters], { parsers: Object.fromEntries(numberParsers) });
    return { command: sql.trimStart().split(/\s/, 1)[0]?.toUpperCase(), rowCount: affectedRows ?? rows.length, rows };
  };
  const release = () => {
    const next = waiting.shift();
    if (next) next();
    else taken = false;
  };
  return {
    connect: async () => {
      if (taken) await new Promise<void>((resolve) => waiting.push(resolve));
      taken = true;
      return { query, release } as unknown as PostgresPoolClient;
    },
    end: () => pglite.close(),
  };
}
