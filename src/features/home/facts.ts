// What one person's Home tells, as plain facts: gathered from every room's memory (see see.ts), drawn by the views. Pure.
import type { Line } from '../../platform/content/elements.ts';

/** Someone's partner, as far as the other one may know them. */
export interface Partner {
  name: string;
  function: string;
}

export type Now =
  /** No partner yet; the next round begins on `date`. */
  | { is: 'waiting'; date: string }
  /** Partners are known; the first question comes in the week of `date`. */
  | { is: 'matched'; date: string }
  | {
      is: 'fortnight';
      n: number;
      of: number;
      element: string;
      title: string;
      meaning?: string;
      questions: readonly Line[];
      practice?: string;
      until: string;
    }
  /** Thirteen fortnights are over; the next round begins on `date`. */
  | { is: 'between'; date: string };

/** One programme in which the person takes part. Days are in words. */
export interface Taking {
  programme: string;
  name: string;
  partners: readonly Partner[];
  /** Sits out; `until` is missing where no day was named. */
  paused?: { until?: string };
  now: Now;
  /** What comes next, in words, soonest first. */
  dates: readonly string[];
}

/** One programme that the person organises. */
export interface Organising {
  programme: string;
  name: string;
  active: number;
  paused: number;
  /** Invited and not in yet. */
  invited: number;
  nextRound: string;
}

export interface HomeFacts {
  taking: readonly Taking[];
  organising: readonly Organising[];
  /** Programmes there are to join, for someone who is in none. */
  programmes: number;
}
