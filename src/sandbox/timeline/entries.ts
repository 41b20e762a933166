// What has happened to whom, line by line, as it happened: kept in order of time, and looked through by person, pair, theme and day.
import type { Theme } from './themes.ts';

/** A message, and what kind of conversation it stands in. */
export interface Place {
  conversation: string;
  ts: string;
  surface: 'dm' | 'group' | 'channel';
}

export interface Entry {
  /** Counted up in the order in which it was put down. */
  n: number;
  /** Milliseconds since 1970. */
  at: number;
  /** In the programme's zone, with the Monday of its week. */
  day: string;
  week: string;
  theme: Theme;
  /** The letter's kind; of a deed what was done: `typed`, `pressed`, `sent`, `wrote`. */
  kind: string;
  /** Who did it; missing where the bot spoke. */
  by?: string;
  /** Whom it concerns: who could read it, or who did it. */
  people: readonly string[];
  pair?: string;
  place?: Place;
  text: string;
}

/** Two or three leaders with a conversation of their own. */
export interface TimelinePair {
  id: string;
  people: readonly string[];
  conversation: string;
  since: number;
}

export interface Wanted {
  person?: string | undefined;
  pair?: string | undefined;
  theme?: string | undefined;
  /** Days: from the first, and before the second. */
  from?: string | undefined;
  until?: string | undefined;
}

export interface Timeline {
  add: (entry: Omit<Entry, 'n'>) => Entry;
  /** How many lines there are: what comes later has a greater `n`. */
  count: () => number;
  /** Oldest first. */
  select: (wanted: Wanted) => Entry[];
  since: (n: number) => Entry[];
  pairs: Map<string, TimelinePair>;
}

export function openTimeline(): Timeline {
  const entries: Entry[] = [];
  const add = (given: Omit<Entry, 'n'>): Entry => {
    const entry = { ...given, n: entries.length + 1 };
    let place = entries.length;
    while (place > 0 && (entries[place - 1] as Entry).at > entry.at) place -= 1;
    entries.splice(place, 0, entry);
    return entry;
  };
  return {
    add,
    count: () => entries.length,
    select: (wanted) => entries.filter((entry) => fits(entry, wanted)),
    since: (n) => entries.filter((entry) => entry.n > n),
    pairs: new Map(),
  };
}

function fits(entry: Entry, { person, pair, theme, from, until }: Wanted): boolean {
  if (person !== undefined && !entry.people.includes(person)) return false;
  if (pair !== undefined && entry.pair !== pair) return false;
  if (theme !== undefined && entry.theme !== theme) return false;
  return (from === undefined || entry.day >= from) && (until === undefined || entry.day < until);
}

/** How many things happened, to how many people, and how many of them to `person`, who had not done them. */
export function summed(entries: readonly Entry[], person: string | undefined): { things: number; people: number; mine: number } {
  const people = new Set(entries.flatMap(({ people }) => people));
  const mine = entries.filter((entry) => person !== undefined && entry.people.includes(person) && entry.by !== person);
  return { things: entries.length, people: people.size, mine: mine.length };
}
