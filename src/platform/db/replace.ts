// Puts a prepared file in the place of a SQLite database. The old one is kept: what a restore throws away cannot be asked for again.
import { existsSync, linkSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkpoint, openRaw } from './sqlite.ts';
import { fsyncFolder, markFile } from './sqlite-file.ts';

/** Renames `prepared` to `file` and returns where the old database is now, if there was one. Whoever calls this holds the lock on `file`. */
export function replace(file: string, prepared: string, stamped: string): string | undefined {
  const aside = existsSync(file) ? `${file}.before-restore-${stamped.replace(/[:.]/g, '-')}` : undefined;
  // Wherever this is cut short, the next start must not begin anew.
  markFile(file);
  foldIn(file);
  if (!aside || !hasBothNames(file, aside)) move(file, aside ?? `${file}.lost-restore`);
  fsyncFolder(dirname(file));
  renameSync(prepared, file);
  fsyncFolder(dirname(file));
  return aside;
}

/**
 * Gives the old database its second name, so that the new one takes the first in one step and there is a database at every moment. Not where it
 * still has a log, which goes by its name, nor where the file system knows no second names.
 */
function hasBothNames(file: string, aside: string): boolean {
  if (existsSync(`${file}-wal`)) return false;
  try {
    linkSync(file, aside);
    return true;
  } catch {
    return false;
  }
}

/** A log of the old database left beside the new one would be played into it. */
function move(file: string, aside: string): void {
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(file + end)) renameSync(file + end, aside + end);
  }
}

/** Writes the old database's log into it, so that one file holds all; a damaged one is left as it is. */
function foldIn(file: string): void {
  if (!existsSync(file)) return;
  try {
    const raw = openRaw(file);
    checkpoint(raw);
    raw.close();
  } catch {
    // Damaged: that may be why it is being replaced. Its log is kept beside it.
  }
}
