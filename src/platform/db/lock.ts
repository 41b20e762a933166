// One process on one SQLite database. The kernel holds the lock and lets it go with the process, however it ends: there is no file of a
// process number that could be out of date.
import Sqlite from 'better-sqlite3';
import { codeOf } from './fault-code.ts';
import { Refused } from './refused.ts';
import { makePrivate } from './sqlite-file.ts';

/** Takes the lock that belongs to `file` and returns how to give it back. Throws `Refused` when another process has it. */
export function takeLock(file: string): () => void {
  makePrivate(`${file}.lock`);
  const lock = new Sqlite(`${file}.lock`, { timeout: 0 });
  try {
    lock.pragma('journal_mode = delete');
    lock.exec('begin exclusive');
  } catch (fault) {
    lock.close();
    if (!codeOf(fault).startsWith('SQLITE_BUSY')) throw fault;
    throw new Refused(
      'busy',
      `Coaching Pairs is already running on ${file}. Only one process may use it: stop the other one first. Nothing was changed.`,
    );
  }
  return () => lock.close();
}
