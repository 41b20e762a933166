// Keeps an eye on the content folder: reads it again whenever an editor has saved, and tells what has changed or what is wrong with it. Folders
// are watched, not files, because many editors save by writing a new file and giving it the old name.
import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Content, ContentFaults, checkedEntries, contentOf, shippedFolder } from '../../platform/content/load.ts';
import type { Entry } from '../../platform/content/parse.ts';

export interface Words {
  content: Content;
  entries: readonly Entry[];
}

/** What a save came to: the texts that read differently now, or everything there is to put right. */
export type Saved = { changed: string[] } | { faults: readonly string[] };

export interface WatchedWords {
  folder: string;
  /** The last words that could be used. */
  words: () => Words;
  /** What is wrong with the folder as it stands; empty when it is in use. */
  faults: () => readonly string[];
  /** Called after each save that changes something. Returns how to stop. */
  onSaved: (hear: (saved: Saved) => void) => () => void;
  close: () => void;
}

/** Several files are saved at once, and one file in several steps: a save is over when it has been quiet for so long. */
const QUIET_MS = 60;
/** A folder that has gone, or cannot be watched, is looked for again after so long. */
const AGAIN_MS = 1000;

/** Reads the folder and watches it. Throws `ContentFaults` when it cannot be used to begin with. */
export function watchWords(folder: string): WatchedWords {
  const first = checkedEntries(folder);
  // Who edits the shipped words themselves is held against what they were when the program began to rely on them.
  const original = resolve(folder) === resolve(shippedFolder) ? first : undefined;
  let words: Words = { content: contentOf(first), entries: first };
  let faults: readonly string[] = [];
  const hearers = new Set<(saved: Saved) => void>();
  const read = () => {
    const saved = readAgain(folder, original, words.entries);
    if ('faults' in saved ? same(saved.faults, faults) : saved.changed.length === 0 && faults.length === 0) return;
    if ('faults' in saved) faults = saved.faults;
    else [faults, words] = [[], { content: contentOf(saved.entries), entries: saved.entries }];
    for (const hear of hearers) hear('faults' in saved ? saved : { changed: saved.changed });
  };
  const close = watchFolders(folder, read);
  return {
    folder,
    words: () => words,
    faults: () => faults,
    onSaved: (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    close,
  };
}

type Read = { changed: string[]; entries: readonly Entry[] } | { faults: readonly string[] };

function readAgain(folder: string, original: readonly Entry[] | undefined, before: readonly Entry[]): Read {
  try {
    const entries = checkedEntries(folder, original);
    const earlier = new Map(before.map((entry) => [entry.id, wordsOf(entry)]));
    return { entries, changed: entries.filter((entry) => earlier.get(entry.id) !== wordsOf(entry)).map(({ id }) => id) };
  } catch (thrown) {
    if (thrown instanceof ContentFaults) return { faults: thrown.faults };
    throw thrown;
  }
}

function wordsOf({ text, buttons }: Entry): string {
  return JSON.stringify([text, buttons]);
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at]);
}

/** Calls back when something in the folder, or in a folder of it, has changed and it has been quiet since. */
function watchFolders(folder: string, changed: () => void): () => void {
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  const lookIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(look, ms);
    timer.unref();
  };
  const stop = () => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  const arm = () => {
    stop();
    const stirred = () => lookIn(QUIET_MS);
    const gone = () => lookIn(AGAIN_MS);
    watchers = foldersIn(folder).map((path) => watch(path, { persistent: false }, stirred).on('error', gone));
    if (watchers.length === 0) gone();
  };
  const look = () => {
    arm();
    changed();
  };
  arm();
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** The folder and all folders in it, hidden ones left out; nothing when it is not there at the moment. */
function foldersIn(folder: string): string[] {
  try {
    const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    return [folder, ...inside.flatMap(({ name }) => foldersIn(join(folder, name)))];
  } catch {
    return [];
  }
}
