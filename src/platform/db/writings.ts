// Which tables have been written, and when: whoever has read something can tell whether it may read otherwise by now. Known where nobody else writes to
// the database, which holds for SQLite: only one process has it open, and should another write to the file all the same, SQLite says so.
import type { Db } from '../tools.ts';

/** What one statement does, as far as its words tell. */
export interface Doing {
  /** All its words that may name a table; more than it reads, never less. */
  words: ReadonlySet<string>;
  /** The table it writes to, where it writes; `EVERYTHING` where that cannot be told. */
  writes?: string;
}

/** What somebody has read. */
export interface Followed {
  /** Nothing more is read for this. */
  end: () => void;
  /** Whether nothing of it has been written to since they began to read. */
  stands: () => boolean;
}

export interface Writings {
  /** A statement has been answered; `changed`, where it changed anything. */
  note: (doing: Doing, changed: boolean) => void;
  /** Begins to follow what is read. What others read meanwhile counts as well: that is too much, and does no harm. */
  follow: () => Followed;
}

/** The writings of the databases of which they are known. */
export const writings = new WeakMap<Db, Writings>();

/** Where a statement may have written to any table. */
export const EVERYTHING = 'everything';

/** `others` changes when somebody else has written. */
export function openWritings(others: () => unknown): Writings {
  const readers = new Set<Set<Doing>>();
  const writtenAt = new Map<string, number>();
  let count = 0;
  return {
    note: (doing, changed) => {
      for (const read of readers) read.add(doing);
      if (!changed || !doing.writes) return;
      count += 1;
      writtenAt.set(doing.writes, count);
    },
    follow: () => {
      const read = new Set<Doing>();
      const since = count;
      const before = others();
      readers.add(read);
      const isRead = (table: string) => table === EVERYTHING || [...read].some(({ words }) => words.has(table));
      const stands = () => ![...writtenAt].some(([table, at]) => at > since && isRead(table)) && before === others();
      return { end: () => readers.delete(read), stands };
    },
  };
}

const WRITES = /^\s*(?:insert\s+into|update|delete\s+from)\s+"?(\w+)"?/i;
const ONLY_READS = /^\s*(?:select|begin|commit|rollback|savepoint|release)\b/i;
/** A name behind a point is a column's. */
const NAMES = /(?<!\."?)\b[a-z_]+\b/gi;

/** What a statement does. The schema has no triggers and deletes nothing along with something else, so that it writes to one table at most. */
export function doingOf(sql: string): Doing {
  const words = new Set((sql.match(NAMES) ?? []).map((word) => word.toLowerCase()));
  if (ONLY_READS.test(sql)) return { words };
  return { words, writes: WRITES.exec(sql)?.[1]?.toLowerCase() ?? EVERYTHING };
}
