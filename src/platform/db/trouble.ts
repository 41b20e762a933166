// What makes a database unfit to go on with while it is in use. Whoever goes on after a write that failed may believe saved what is not.
import { codeOf } from './fault-code.ts';

/** `damaged` the file is not sound; `disk` it could not be read or written, so that nobody can tell what of the last write is on the disk. */
export type Trouble = 'damaged' | 'disk';

/** Nothing where the fault is another: a full disk is undone whole, and may be tried again. */
export function troubleOf(fault: unknown): Trouble | undefined {
  const code = codeOf(fault);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'damaged';
  return /^(SQLITE_IOERR|EIO|EFBIG)/.test(code) ? 'disk' : undefined;
}

/** Does `work` and returns what it returns; tells of trouble, and throws on. */
export function heeding<T>(onTrouble: (trouble: Trouble) => void, work: () => T): T {
  try {
    return work();
  } catch (fault) {
    const trouble = troubleOf(fault);
    if (trouble) onTrouble(trouble);
    throw fault;
  }
}
