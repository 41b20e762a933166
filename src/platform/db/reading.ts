// A look at the database in which the same question, asked twice, is answered once: for whoever gathers many things about one person that begin
// with the same few rows. It lasts as long as the gathering does, so that nothing in it is older than that.
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { Kysely } from 'kysely';
import type { Db } from '../tools.ts';
import type { Tables } from './tables.ts';

/** Reads from `db`. What is written through it is written at once, and everything that was read is forgotten; it begins no transactions. */
export function reading(db: Db): Db {
  const executor = db.getExecutor();
  const only = remembering(db);
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => executor.adapter,
      createDriver: () => driver(only),
      createIntrospector: () => db.introspection,
      createQueryCompiler: () => ({ compileQuery: (node, id) => executor.compileQuery(node, id) }),
    },
  });
}

function remembering(db: Db): DatabaseConnection {
  const answers = new Map<string, Promise<QueryResult<unknown>>>();
  const executeQuery = async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
    if (query.query.kind !== 'SelectQueryNode') {
      answers.clear();
      return db.executeQuery<R>(query as CompiledQuery<R>);
    }
    const key = JSON.stringify([query.sql, query.parameters]);
    const answer = answers.get(key) ?? db.executeQuery(query);
    answers.set(key, answer);
    // Whoever asked may put their list in another order.
    return { rows: [...(await answer).rows] as R[] };
  };
  return {
    executeQuery,
    async *streamQuery<R>(query: CompiledQuery) {
      yield await executeQuery<R>(query);
    },
  };
}

function driver(only: DatabaseConnection): Driver {
  const never = async (): Promise<never> => {
    throw new Error('A look that remembers begins no transactions: use the database itself.');
  };
  return {
    init: async () => {},
    acquireConnection: async () => only,
    releaseConnection: async () => {},
    beginTransaction: never,
    commitTransaction: never,
    rollbackTransaction: never,
    destroy: async () => {},
  };
}
