// What one person's Home tells, as plain facts: gathered from every room's memory (see see.ts), drawn by the views. Pure.
import type { KnownBlock } from '@slack/types';
import type { Line } from '../../platform/content/elements.ts';
import type { Wait } from './to-do/wait.ts';

/** Someone's partner, as far as the other one may know them. */
export interface Partner {
  name: string;
  function: string;
  /** Sits out; `until` is missing where no day was named. */
  away?: { until?: string };
}

/** A match of which the person has not said yet whether it suits them; after `by` silence means that it does. */
export interface Unconfirmed {
  pair: string;
  by: string;
}

/** The pair of the round to come, told while the present one still runs. */
export interface Coming {
  partners: readonly Partner[];
  begins: string;
  confirm?: Unconfirmed;
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
  paused?: { until?: string };
  confirm?: Unconfirmed;
  coming?: Coming;
  /** Why there is no partner in a round that runs: somebody is being looked for, until `by`; or theirs has left, and they choose what follows. */
  without?: { because: 'seeking'; by: string } | { because: 'asked'; by: string } | { because: 'left' };
  now: Now;
  /** What comes next, in words, soonest first. */
  dates: readonly string[];
}

/** What the rooms before this one draw of a programme, each part without its header: nothing where it does not concern the person yet. */
export interface Parts {
  /** What they were asked and have not answered. */
  questions: readonly KnownBlock[];
  meeting: readonly KnownBlock[];
  /** The gathering at the end of the round, and Leadership Forums: both stand with the next meeting. */
  gathering: readonly KnownBlock[];
  forums: readonly KnownBlock[];
  /** A small version with one's own team: stands with the starter kit. */
  team: readonly KnownBlock[];
  review: readonly KnownBlock[];
  commitments: readonly KnownBlock[];
  agreement: readonly KnownBlock[];
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
  /** What waits for its organisers, the most pressing first. */
  waits: readonly Wait[];
}

export interface HomeFacts {
  taking: readonly Taking[];
  organising: readonly Organising[];
  /** Programmes there are to join, for someone who is in none. */
  programmes: number;
}
