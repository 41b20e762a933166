// The words the bot says, read from Markdown files and checked before anything starts.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkAgainst, checkEntries } from './check.ts';
import { fillMrkdwn, fillPlain } from './fill.ts';
import { type Entry, type Fault, parse } from './parse.ts';
import { readFolder } from './read-folder.ts';

/** A piece of text that is already Slack mrkdwn (a mention, a date): everything else is escaped when it fills a blank. */
export interface Markup {
  mrkdwn: string;
}

export type Blanks = Record<string, string | number | Markup>;

export interface Content {
  /** The text of `id` with its blanks filled, as mrkdwn; user text is escaped. Throws on an unknown id or an unfilled blank: both are bugs. */
  say: (id: string, blanks?: Blanks) => string;
  /** The same without formatting, for `plain_text` objects, notifications and titles; nothing is escaped. */
  plain: (id: string, blanks?: Blanks) => string;
  /** The labels of the buttons that stand behind the text, in order, blanks filled. */
  buttons: (id: string, blanks?: Blanks) => string[];
  /** Whether `id` exists. */
  has: (id: string) => boolean;
  /** All ids, in the order of the files. */
  ids: () => string[];
}

/** The words cannot be used as they stand. `faults` has a line for each thing to put right. */
export class ContentFaults extends Error {
  readonly faults: readonly string[];

  constructor(folder: string, faults: readonly string[]) {
    super(`The words in ${folder} cannot be used yet. To put right (${faults.length}):\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ContentFaults';
    this.faults = faults;
  }
}

/** Where the words that came with this version lie. */
export const shippedFolder = fileURLToPath(new URL('../../../content', import.meta.url));

/** Loads the words in `folder`. An edited copy is also held against the shipped words. Throws `ContentFaults` with every fault at once. */
export function loadContent(folder: string = shippedFolder): Content {
  return contentOf(checkedEntries(folder));
}

/** The entries of `folder`, checked as `loadContent` does; `original` is what an edited copy is held against. */
export function checkedEntries(folder: string = shippedFolder, original: readonly Entry[] | undefined = originalOf(folder)): Entry[] {
  const { entries, faults } = readEntries(folder);
  faults.push(...checkEntries(entries));
  // Where nothing could be read, the reason is told, and not that everything is missing.
  if (entries.length > 0 && original) faults.push(...checkAgainst(original, entries));
  if (faults.length > 0) throw new ContentFaults(folder, faults.map(told));
  return entries;
}

/** The shipped words, unless it is their own folder that is read. */
function originalOf(folder: string): Entry[] | undefined {
  return resolve(folder) === resolve(shippedFolder) ? undefined : readEntries(shippedFolder).entries;
}

/** The words of entries that were checked before. */
export function contentOf(entries: readonly Entry[]): Content {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const find = (id: string): Entry => {
    const entry = byId.get(id);
    if (!entry) throw new Error(`no text has the id ${id}`);
    return entry;
  };
  return {
    say: (id, blanks = {}) => within(id, () => fillMrkdwn(find(id).text, blanks)),
    plain: (id, blanks = {}) => within(id, () => fillPlain(find(id).text, blanks)),
    buttons: (id, blanks = {}) => within(id, () => find(id).buttons.map((label) => fillPlain(label, blanks))),
    has: (id) => byId.has(id),
    ids: () => [...byId.keys()],
  };
}

function readEntries(folder: string): { entries: Entry[]; faults: Fault[] } {
  const { files, faults } = readFolder(folder);
  const parsed = files.map(({ file, source }) => parse(file, source));
  return { entries: parsed.flatMap(({ entries }) => entries), faults: [...faults, ...parsed.flatMap((each) => each.faults)] };
}

function told({ file, line, id, what }: Fault): string {
  return [file, line === undefined ? '' : `, line ${line}`, id ? `, ${id}` : '', ': ', what].join('');
}

/** The message of an error may reach a log: it names the text, never what a blank was filled with. */
function within<T>(id: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${id}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
