// A record of what went between Slack and the app: each call and how it ended, each event and whether it was heard, each death of the bot. For
// whoever wants to see what the bot did about a fault. It is bounded, and nobody's words are in it.
import type { SmallSlack } from './small-slack.ts';

/** How a call ended, as the app got to know it. */
export type Ended =
  | { how: 'answered' }
  | { how: 'refused'; error: string }
  | { how: 'limited'; seconds: number }
  | { how: 'status'; status: number }
  | { how: 'lost' }
  | { how: 'late'; ms: number }
  | { how: 'unreadable' }
  /** The bot was dead before it could hear. */
  | { how: 'killed' };

interface At {
  n: number;
  /** Milliseconds. */
  at: number;
}

export interface NotedCall extends At {
  what: 'call';
  method: string;
  /** Whom it concerns: user ids. */
  users: string[];
  /** In which conversation, by id. */
  channel?: string;
  /** The mark of the letter that was posted, which only its sender can read. */
  mark?: string;
  /** The marks that were to be seen in an answer. */
  seen?: string[];
  ended: Ended;
  /** Whether Slack did what was asked, whatever the app heard of it. */
  done: boolean;
  /** Whether somebody had ordered that it goes wrong. */
  ordered: boolean;
}

export interface NotedEvent extends At {
  what: 'event';
  type: string;
  user?: string;
  channel?: string;
  /** How it came: as it should, once more, or not (yet). */
  came: 'heard' | 'unheard' | 'again' | 'late' | 'missed' | 'never';
  /** Which of Slack's further attempts this was. */
  retry?: number;
}

export interface NotedTurn extends At {
  what: 'bot';
  did: 'killed' | 'started';
}

export interface NotedLine extends At {
  what: 'log';
  level: string;
  event: string;
  code?: string;
}

export type Noted = NotedCall | NotedEvent | NotedTurn | NotedLine;

export interface CallRecord {
  entries: Noted[];
  count: number;
}

type Fresh<Entry> = Entry extends Noted ? Omit<Entry, 'n' | 'at'> : never;

/** Older entries make room. */
const MOST = 500;
const SPARE = 100;

export function noCalls(): CallRecord {
  return { entries: [], count: 0 };
}

/** Puts one line on record. */
export function note(slack: SmallSlack, entry: Fresh<Noted>): void {
  const { calls } = slack;
  calls.count += 1;
  calls.entries.push({ ...entry, n: calls.count, at: slack.now() } as Noted);
  if (calls.entries.length > MOST + SPARE) calls.entries.splice(0, SPARE);
}
