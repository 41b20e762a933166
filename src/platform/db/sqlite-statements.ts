// The statements of one SQLite connection, prepared once and kept. Rows are asked for as lists of values and made into objects here: the driver
// makes objects that take twice as long, to make and to read.
import type Sqlite from 'better-sqlite3';
import type { CompiledQuery, QueryResult } from 'kysely';
import { type Doing, doingOf, EVERYTHING, type Writings } from './writings.ts';

const KEPT_STATEMENTS = 500;

interface Kept {
  statement: Sqlite.Statement;
  /** The names of what it returns; none where it returns no rows. */
  columns: readonly string[] | undefined;
  doing: Doing;
}

/** Answers a query from `raw`, and has `writings` note what was read and written. */
export function keptStatements(raw: Sqlite.Database, writings: Pick<Writings, 'note'>): <R>(query: CompiledQuery) => QueryResult<R> {
  const kept = new Map<string, Kept>();
  const keptFor = (sql: string): Kept => {
    const found = kept.get(sql) ?? prepared(raw, sql);
    kept.delete(sql);
    kept.set(sql, found);
    if (kept.size > KEPT_STATEMENTS) kept.delete(kept.keys().next().value as string);
    return found;
  };
  return <R>({ sql, parameters }: CompiledQuery): QueryResult<R> => {
    const { statement, columns, doing } = keptFor(sql);
    if (columns) {
      const rows = (statement.all(...parameters) as unknown[][]).map((values) => rowOf(columns, values)) as R[];
      writings.note(doing, rows.length > 0);
      return { rows };
    }
    const { changes, lastInsertRowid } = statement.run(...parameters);
    writings.note(doing, changes > 0 || doing.writes === EVERYTHING);
    // What a "*" stands for may be something else from here on.
    if (CHANGES_SCHEMA.test(sql)) kept.clear();
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  };
}

const CHANGES_SCHEMA = /^\s*(?:create|alter|drop)\b/i;

function prepared(raw: Sqlite.Database, sql: string): Kept {
  const statement = raw.prepare(sql);
  const doing = doingOf(sql);
  if (!statement.reader) return { statement, columns: undefined, doing };
  return { statement: statement.raw(), columns: statement.columns().map(({ name }) => name), doing };
}

function rowOf(columns: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let at = 0; at < columns.length; at += 1) row[columns[at] as string] = values[at];
  return row;
}
