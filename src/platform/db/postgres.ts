// PostgreSQL as this program uses it. Several processes may share it; what must happen once is decided by unique keys and serializable
// transactions, migrations by an advisory lock.
import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';
import pg from 'pg';
import type { Log } from '../log.ts';
import type { Db } from '../tools.ts';
import type { Ground } from './migrate.ts';
import type { Tables } from './tables.ts';

/** Any number of its own: it only has to be the same in every version of this program. */
const MIGRATION_LOCK = 0x43507273;

/** Whole numbers of 64 bits and sums arrive as text; here they are numbers, as on SQLite. */
export const numberParsers: ReadonlyMap<number, (text: string) => number> = new Map([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, Number],
]);

/** A pool on `url`; connections that break while idle are noted and replaced. */
export function openPool(url: string, log?: Log): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'coaching-pairs',
    max: 10,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    options: '-c synchronous_commit=on',
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        numberParsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  pool.on('error', (fault: Error & { code?: string }) =>
    log?.warn('A connection to the database was lost and will be replaced', { code: fault.code ?? 'unknown' }),
  );
  return pool;
}

/** Kysely on a pool, real or in the process. */
export function kyselyOnPool(pool: PostgresPool): Db {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

export const postgresGround: Ground = {
  tables: async (db) => {
    const found = sql<{ name: string }>`select tablename as name from pg_catalog.pg_tables where schemaname = current_schema()`;
    return (await found.execute(db)).rows.map(({ name }) => name);
  },
  // The server's own backups are the way back; each migration is one transaction here too.
  before: async () => {},
  alone: async (tx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
  },
  // PostgreSQL checks foreign keys by itself.
  check: async () => {},
};
