// Kysely over one better-sqlite3 connection. Kysely's own driver begins transactions deferred, prepares every statement anew and waits for
// ever when a transaction asks for the connection it already holds; this one begins immediate, keeps statements, and says what is wrong.
import { AsyncLocalStorage } from 'node:async_hooks';
import type Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  LimitNode,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  ValueNode,
} from 'kysely';
import type { Db } from '../tools.ts';
import { keptStatements } from './sqlite-statements.ts';
import type { Tables } from './tables.ts';
import { insides } from './transact.ts';
import { heeding, type Trouble } from './trouble.ts';
import { turns } from './turns.ts';
import { openWritings, type Writings, writings } from './writings.ts';

/** Marks the calls made inside a transaction, for as long as it is open. */
export type Inside = AsyncLocalStorage<{ open: boolean }>;

/** The dialect for `raw`, the mark by which it knows a query that would wait for its own transaction, and what it knows of what was written. */
function sqliteDialect(
  raw: Sqlite.Database,
  onTrouble: (trouble: Trouble) => void,
): { dialect: Dialect; inside: Inside; writings: Writings } {
  const inside: Inside = new AsyncLocalStorage();
  const others = raw.prepare('pragma data_version').pluck();
  const writings = openWritings(() => others.get());
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver(connection(raw, writings, onTrouble), raw, inside),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => compiler(),
  };
  return { dialect, inside, writings };
}

/** Kysely on the connection; `transact` knows it. `onTrouble` hears of it when the file turns out not to be fit to go on with. */
export function kyselyOn(raw: Sqlite.Database, onTrouble: (trouble: Trouble) => void = () => {}): Db {
  const { dialect, inside, writings: ours } = sqliteDialect(raw, onTrouble);
  const db = new Kysely<Tables>({ dialect });
  insides.set(db, inside);
  writings.set(db, ours);
  return db;
}

/** Where the limit is a value, SQLite plans the statement anew each time it gets one: here it stands in the statement itself. */
function compiler(): QueryCompiler {
  const plain = new SqliteQueryCompiler();
  return {
    compileQuery: (node, id) => {
      const limit = node.kind === 'SelectQueryNode' ? node.limit?.limit : undefined;
      if (!limit || !ValueNode.is(limit) || !Number.isSafeInteger(limit.value)) return plain.compileQuery(node, id);
      return plain.compileQuery({ ...node, limit: LimitNode.create(ValueNode.createImmediate(limit.value)) } as typeof node, id);
    },
  };
}

function driver(only: DatabaseConnection, raw: Sqlite.Database, inside: Inside): Driver {
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

function connection(raw: Sqlite.Database, writings: Writings, onTrouble: (trouble: Trouble) => void): DatabaseConnection {
  const run = keptStatements(raw, writings);
  const executeQuery = async <R>(query: CompiledQuery): Promise<QueryResult<R>> => heeding(onTrouble, () => run<R>(query));
  return {
    executeQuery,
    async *streamQuery<R>(query: CompiledQuery) {
      yield await executeQuery<R>(query);
    },
  };
}
