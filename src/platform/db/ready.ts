// Questions that are asked thousands of times in the same words: what they say in SQL is worked out once for each database, and from then on only
// their blanks are filled.
import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely';
import type { Db, Tx } from '../tools.ts';

/** What may stand in a blank. Nothing that changes the words of the question: no list, and no null. */
export type Blanks = Readonly<Record<string, string | number>>;

/** A question as it is asked: with what stands in its blanks, to the database or inside a transaction. */
export type Ready<B extends Blanks, Row> = (db: Db | Tx, blanks: B) => Promise<Row[]>;

interface Worded {
  query: CompiledQuery;
  /** For each parameter the name of the blank that stands there; a parameter of the question's own where there is none. */
  names: readonly (string | undefined)[];
}

/** Gets `ask` ready: it is called once for each database, with marks in place of the blanks, so it must not look into them. */
export function ready<B extends Blanks, Row>(ask: (db: Db, blanks: B) => Compilable<Row>): Ready<B, Row> {
  // A database and all transactions on it share their adapter.
  const known = new WeakMap<DialectAdapter, Worded>();
  return async (db, blanks) => {
    const { adapter } = db.getExecutor();
    const worded = known.get(adapter) ?? wordedBy(ask, db);
    known.set(adapter, worded);
    const { query, names } = worded;
    const parameters = names.map((name, at) => (name === undefined ? query.parameters[at] : blanks[name]));
    return (await db.executeQuery<Row>({ ...query, parameters } as CompiledQuery<Row>)).rows;
  };
}

function wordedBy<B extends Blanks, Row>(ask: (db: Db, blanks: B) => Compilable<Row>, db: Db): Worded {
  const nameOf = new Map<unknown, string>();
  const marks = new Proxy({} as B, {
    get: (_, name) => {
      const mark = { blank: name };
      nameOf.set(mark, String(name));
      return mark;
    },
  });
  const query = ask(db, marks).compile();
  return { query, names: query.parameters.map((parameter) => nameOf.get(parameter)) };
}
