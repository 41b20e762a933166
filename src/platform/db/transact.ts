// One verb, one transaction. On SQLite it begins immediate and is alone; on PostgreSQL it is serializable, which means the same, and is
// done again as a whole when the server asks for it.
import { setTimeout as pause } from 'node:timers/promises';
import type { Db, Tx } from '../tools.ts';
import { codeOf } from './fault-code.ts';
import type { Inside } from './sqlite-dialect.ts';
import { type Turns, turns } from './turns.ts';

const ATTEMPTS = 10;

const again = new WeakMap<Db, Turns>();

/** The marks of the SQLite databases that are open, see `sqlite-dialect.ts`. */
export const insides = new WeakMap<Db, Inside>();

/**
 * Runs `work` in one transaction and returns what it returns; whatever it throws rolls everything back.
 * `work` may run more than once, so it changes nothing but the database, and it calls nothing on the network.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await attempt(db, work);
  } catch (fault) {
    if (!mayWorkNextTime(fault)) throw fault;
  }
  // Those that met in the first attempt would meet again: within this process they now go one after the other.
  const queue = again.get(db) ?? turns();
  again.set(db, queue);
  await queue.take();
  try {
    return await persist(db, work);
  } finally {
    queue.give();
  }
}

async function persist<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(db, work);
    } catch (fault) {
      if (tries === ATTEMPTS || !mayWorkNextTime(fault)) throw fault;
      await pause(Math.min(5 * 2 ** tries, 500));
    }
  }
}

async function attempt<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('serializable')
    .execute((tx) => marked(db, tx, work));
}

async function marked<T>(db: Db, tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const inside = insides.get(db);
  if (!inside) return work(tx);
  const mark = { open: true };
  try {
    return await inside.run(mark, () => work(tx));
  } finally {
    mark.open = false;
    // One that is left on makes every promise of the process dearer, with each database that was ever opened. The transaction was alone here.
    inside.disable();
  }
}

/** 40001: serialization failure; 40P01: deadlock. PostgreSQL has undone everything by then. */
function mayWorkNextTime(fault: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(fault));
}
