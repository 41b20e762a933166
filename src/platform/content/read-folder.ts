// Takes a folder of Markdown files off the disk, as text. Apart from the parser, because here things go wrong that no editor wrote.
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Fault } from './parse.ts';

const largest = 256 * 1024;
const deepest = 4;
const notUtf8 = 'ERR_ENCODING_INVALID_ENCODED_DATA';

/** Every `.md` file under `folder` by its path inside it, in alphabetical order, with a fault for each that cannot be read. */
export function readFolder(folder: string): { files: { file: string; source: string }[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const paths = walk(folder, folder, faults, 0);
  const files = paths.flatMap((path) => {
    const file = relative(folder, path).split(sep).join('/');
    const read = readText(path);
    if (typeof read === 'string') return [{ file, source: read }];
    faults.push({ file, what: read.fault });
    return [];
  });
  if (paths.length === 0 && faults.length === 0) faults.push({ file: folder, what: 'the folder holds no file that ends in .md' });
  return { files, faults };
}

function walk(root: string, folder: string, faults: Fault[], depth: number): string[] {
  const file = relative(root, folder) || root;
  let found: Dirent[];
  try {
    found = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    faults.push({ file, what: `the folder cannot be read (${codeOf(error)})` });
    return [];
  }
  // Hidden names are passed over: editors and volume mounts leave copies under them.
  const names = found
    .map((entry) => entry.name)
    .filter((name) => !name.startsWith('.'))
    .sort();
  return names.flatMap((name) => {
    const path = join(folder, name);
    if (name.endsWith('.md')) return [path];
    return depth < deepest && isFolder(path) ? walk(root, path, faults, depth + 1) : [];
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function readText(path: string): string | { fault: string } {
  try {
    const found = statSync(path);
    // A pipe or a device has no end, or never begins.
    if (!found.isFile()) return { fault: 'this is not a file' };
    if (found.size > largest) return { fault: `the file is larger than ${largest / 1024} KB: it is not one of these files` };
    const source = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return source.includes('\0') ? { fault: 'the file is not text' } : source;
  } catch (error) {
    const why = codeOf(error);
    return { fault: why === notUtf8 ? 'the file is not text in UTF-8: save it again as "UTF-8"' : `the file cannot be read (${why})` };
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
