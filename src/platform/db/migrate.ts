// Brings a database to the schema this program knows: forward only, each migration in one transaction with its own record, checked before
// it is committed. The way back is the backup that was made before the first one.
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../clock.ts';
import type { Db, Tx } from '../tools.ts';
import { type Applied, type Migration, pending, readMigrations } from './migrations.ts';
import { Refused } from './refused.ts';

/** What differs between the two databases while migrating. */
export interface Ground {
  /** The names of all tables. */
  tables: (db: Db | Tx) => Promise<string[]>;
  /** Called before the first pending migration of a database that already holds something. */
  before: (pending: readonly Migration[]) => Promise<void>;
  /** Inside each transaction, first: keeps a second program from migrating at the same time. */
  alone: (tx: Tx) => Promise<void>;
  /** Inside each transaction, last: throws when the data does not hold together, and notes the schema's number. */
  check: (tx: Tx, migration: Migration) => Promise<void>;
}

export interface Migrating {
  /** The folder of the migrations. */
  migrations: string;
  version: string;
  now: () => Temporal.Instant;
}

/** Applies what is pending and returns it. Throws `Refused` when the database does not fit this program; then nothing was changed. */
export async function migrate(db: Db, ground: Ground, migrating: Migrating): Promise<Migration[]> {
  const all = readMigrations(migrating.migrations);
  const applied = await readApplied(db, ground);
  const todo = pending(all, applied);
  if (todo.length > 0 && applied.length > 0) await ground.before(todo);
  for (const migration of todo) {
    await db.transaction().execute((tx) => apply(tx, ground, migration, migrating));
  }
  return todo;
}

/** What the database remembers; nothing when it is new. */
export async function readApplied(db: Db, ground: Pick<Ground, 'tables'>): Promise<Applied[]> {
  if (!(await ground.tables(db)).includes('migration')) return [];
  return (await sql<Applied>`select number, name, sha256 from migration order by number`.execute(db)).rows;
}

async function apply(tx: Tx, ground: Ground, migration: Migration, { version, now }: Migrating): Promise<void> {
  await ground.alone(tx);
  await sql`create table if not exists migration (
    number integer primary key, name text not null, sha256 text not null, applied_at text not null, app_version text not null
  )`.execute(tx);
  const done = await sql`select number from migration where number = ${migration.number}`.execute(tx);
  if (done.rows.length > 0) return;
  const before = await rowCounts(tx, ground);
  for (const statement of migration.statements) await sql.raw(statement).execute(tx);
  keepCounts(migration, before, await rowCounts(tx, ground));
  await ground.check(tx, migration);
  await sql`insert into migration (number, name, sha256, applied_at, app_version)
    values (${migration.number}, ${migration.name}, ${migration.sha256}, ${stamp(now())}, ${version})`.execute(tx);
}

async function rowCounts(tx: Tx, ground: Ground): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const name of await ground.tables(tx)) {
    const found = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(name)}`.execute(tx);
    counts.set(name, Number(found.rows[0]?.rows));
  }
  return counts;
}

function keepCounts(migration: Migration, before: Map<string, number>, after: Map<string, number>): void {
  for (const [table, rows] of before) {
    if (migration.changesRowsOf.includes(table) || after.get(table) === rows) continue;
    throw new Refused(
      'schema',
      `Migration ${migration.number} would have left ${after.get(table) ?? 'no'} of ${rows} rows in "${table}" and was undone. The database is as it was before it.`,
    );
  }
}
