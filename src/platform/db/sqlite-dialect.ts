// Kysely over one better-sqlite3 connection. Kysely's own driver begins transactions deferred, prepares every statement anew and waits for
// ever when a transaction asks for the connection it already holds; this one begins immediate, keeps statements, and says what is wrong.
import { AsyncLocalStorage } from 'node:async_hooks';
import type Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { codeOf } from './fault-code.ts';
import { turns } from './turns.ts';

const KEPT_STATEMENTS = 500;

/** Marks the calls made inside a transaction, for as long as it is open. */
export type Inside = AsyncLocalStorage<{ open: boolean }>;

/** The dialect for `raw`, and the mark by which it knows a query that would wait for its own transaction. `onDamage` hears that the file is not sound. */
export function sqliteDialect(raw: Sqlite.Database, onDamage: () => void = () => {}): { dialect: Dialect; inside: Inside } {
  const inside: Inside = new AsyncLocalStorage();
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver(raw, inside, onDamage),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  return { dialect, inside };
}

function driver(raw: Sqlite.Database, inside: Inside, onDamage: () => void): Driver {
  const only = connection(raw, onDamage);
  const turn = turns();
  const say = async (sql: string): Promise<void> => {
    await only.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: async () => {},
    acquireConnection: async () => {
      if (inside.getStore()?.open) {
        throw new Error('A query inside a transaction used the database instead of the transaction: it would wait for ever.');
      }
      await turn.take();
      return only;
    },
    releaseConnection: async () => turn.give(),
    beginTransaction: async () => say('begin immediate'),
    commitTransaction: async () => say('commit'),
    // A full disk may have rolled it back already; a second rollback would hide the first error.
    rollbackTransaction: async () => (raw.inTransaction ? say('rollback') : undefined),
    savepoint: async (_, name) => say(`savepoint "${name}"`),
    rollbackToSavepoint: async (_, name) => say(`rollback to "${name}"`),
    releaseSavepoint: async (_, name) => say(`release "${name}"`),
    destroy: async () => {
      await turn.take();
      raw.close();
    },
  };
}

function connection(raw: Sqlite.Database, onDamage: () => void): DatabaseConnection {
  const kept = new Map<string, Sqlite.Statement>();
  const prepare = (sql: string): Sqlite.Statement => {
    const statement = kept.get(sql) ?? raw.prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    if (kept.size > KEPT_STATEMENTS) kept.delete(kept.keys().next().value as string);
    return statement;
  };
  const run = <R>({ sql, parameters }: CompiledQuery): QueryResult<R> => {
    const statement = prepare(sql);
    if (statement.reader) return { rows: statement.all(...parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  };
  const executeQuery = async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
    try {
      return run(query);
    } catch (fault) {
      if (/^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(fault))) onDamage();
      throw fault;
    }
  };
  return {
    executeQuery,
    async *streamQuery<R>(query: CompiledQuery) {
      yield await executeQuery<R>(query);
    },
  };
}
