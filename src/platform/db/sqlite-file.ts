// Looks at a SQLite file before anything opens it: is it there, is it ours, should it be there? A database that has vanished must never
// look like a new installation: everyone would be asked to join again and every message would be sent twice.
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refused } from './refused.ts';

/** `CPrs`: how a file says that it is a Coaching Pairs database. */
export const APPLICATION_ID = 0x43507273;

const HEADER = 'SQLite format 3\0';
/** File systems on which write-ahead logs have been seen to break: NFS, SMB, CIFS, FUSE (also virtiofs), 9p. */
const UNSAFE_FILE_SYSTEMS = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997]);

/** Says whether the database begins here. Throws `Refused` when the file is damaged, foreign, or missing where one has been. */
export function lookAtFile(file: string): 'new' | 'ours' {
  const size = existsSync(file) ? statSync(file).size : 0;
  if (size > 0) return lookAtHeader(file, size);
  if (existsSync(restoringOf(file))) throw halfRestored(file);
  if (isMarked(file) || existsSync(`${file}-wal`)) throw emptied(file);
  return 'new';
}

/** Whether a database has been here before. */
export function isMarked(file: string): boolean {
  return existsSync(markerOf(file));
}

/** There is nothing where there has been something. */
export function emptied(file: string): Refused {
  return new Refused(
    'damaged',
    `The database ${file} is ${existsSync(file) ? 'empty' : 'gone'}, although one has been here (${markerOf(file)}). Nothing was changed. Is the disk or volume attached? If it is lost, restore a backup: coachingpairs restore <file>.`,
  );
}

function halfRestored(file: string): Refused {
  return new Refused(
    'damaged',
    `A restore was stopped before its end, and there is no database at ${file}. Nothing was changed. Run it again: coachingpairs restore <file>.`,
  );
}

/** Makes the folder, readable for this account only. */
export function makeFolder(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
}

/** Makes an empty file that is closed to other accounts before anything is written to it; SQLite gives its log the same rights. */
export function makePrivate(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
}

/**
 * Removes a file that was begun, and whatever stands beside it under its name: a log that was left there would be played into the next file
 * of that name.
 */
export function removeBegun(file: string): void {
  const name = basename(file);
  for (const each of readdirSync(dirname(file))) {
    if (each.startsWith(name) && /^([-.]|$)/.test(each.slice(name.length))) rmSync(join(dirname(file), each), { force: true });
  }
}

/** Closes the file to other accounts. */
export function closeToOthers(file: string): void {
  chmodSync(file, 0o600);
}

/** Leaves a note beside the database that it exists. */
export function markFile(file: string): void {
  if (isMarked(file)) return;
  const marker = openSync(markerOf(file), 'w', 0o600);
  writeSync(marker, 'A Coaching Pairs database stands beside this file. Should it vanish, the program stops instead of starting empty.\n');
  fsyncSync(marker);
  closeSync(marker);
  fsyncFolder(dirname(file));
}

/** Makes the names in a folder durable. */
export function fsyncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Whether the file lies on a file system that may break a write-ahead log. */
export function onUnsafeFileSystem(file: string): boolean {
  return UNSAFE_FILE_SYSTEMS.has(statfsSync(dirname(file)).type >>> 0);
}

function markerOf(file: string): string {
  return `${file}.here`;
}

function lookAtHeader(file: string, size: number): 'ours' {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  readSync(handle, header, 0, 100, 0);
  closeSync(handle);
  if (size < 512 || header.toString('latin1', 0, HEADER.length) !== HEADER) {
    throw new Refused(
      'damaged',
      `${file} is not a sound database: its first bytes are not those of one. Nothing was changed. Restore a backup: coachingpairs restore <file>.`,
    );
  }
  const id = header.readUInt32BE(68);
  if (id !== APPLICATION_ID) {
    throw new Refused(
      'damaged',
      `${file} is a database, but not one of Coaching Pairs. Nothing was changed. Point DATABASE_URL at another file.`,
    );
  }
  return 'ours';
}

/** The file beside a database that remembers who was forgotten, should an older backup be put in its place. */
export function erasuresOf(file: string): string {
  return `${file}.erased`;
}

/** What is to take the place of a database, while a restore prepares it. */
export function restoringOf(file: string): string {
  return `${file}.restoring`;
}
