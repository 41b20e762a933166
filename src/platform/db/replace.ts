// Puts a prepared file in the place of a SQLite database. The old one is kept: what a restore throws away cannot be asked for again.
import { existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkpoint, openRaw } from './sqlite.ts';
import { fsyncFolder, markFile } from './sqlite-file.ts';

/** Renames `prepared` to `file` and returns where the old database is now, if there was one. Whoever calls this holds the lock on `file`. */
export function replace(file: string, prepared: string, stamped: string): string | undefined {
  const aside = existsSync(file) ? `${file}.before-restore-${stamped.replace(/[:.]/g, '-')}` : undefined;
  foldIn(file);
  // A log of the old database left beside the new one would be played into it.
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(file + end)) renameSync(file + end, `${aside ?? `${file}.lost-restore`}${end}`);
  }
  fsyncFolder(dirname(file));
  renameSync(prepared, file);
  markFile(file);
  fsyncFolder(dirname(file));
  return aside;
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
