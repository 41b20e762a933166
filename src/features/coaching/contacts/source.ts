// What may reach a leader without having been asked for: each kind of message tells what it would like to send, to whom and when; which of it goes
// out, and when, is decided for all kinds together (see plan.ts), so that nobody hears too much.
import type { Temporal } from 'temporal-polyfill';
import type { RoundTable } from '../../../platform/db/tables.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import type { Rank } from '../../joining/ranks.ts';
import type { RoundCalendar } from '../calendar.ts';
import type { Hours, Usual } from '../hours.ts';

/** One leader's place in a pair of a running round, with what decides when they are written to. */
export interface Seat {
  pair: string;
  leader: string;
  user: string;
  name: string;
  hours: Hours;
  usual: Usual;
  /** Sits out today. */
  away: boolean;
  /** The day on which they come back, where they named one. */
  backOn?: Temporal.PlainDate;
  /** Was asked "Carry on, pause or stop?" and has not answered: nothing reaches them. */
  silent: boolean;
  /** Why they are no longer in this pair, if they are not. */
  gone?: 'left' | 'ended';
}

/** A pair or trio of the round, everyone in it, and its own clock: the programme's days of rest and the pair's own. */
export interface Table {
  pair: string;
  seats: readonly Seat[];
  calendar: RoundCalendar;
}

export interface Running {
  programme: Programme;
  round: RoundTable;
  tables: readonly Table[];
}

/** One message that a kind would like to send. */
export interface Wish {
  /** For one person a direct message; for several the pair's conversation, at a moment within the hours of all of them. */
  to: readonly Seat[];
  rank: Rank;
  /** What it is on record under, once it is sent or given up: see `occurrences.ts`. */
  subject: string;
  period: string;
  /** The letter's key in the outbox: semantic and unique. */
  key: string;
  fortnight: number;
  /** From when it is wanted; it is moved into the readers' hours. */
  due: Temporal.Instant;
  /** From when it is too late: then it is given up, with a reason. */
  closes: Temporal.Instant;
  /** Where nothing but room was missing until then, it may still go until here: it is moved rather than dropped. */
  roomUntil?: Temporal.Instant | undefined;
  /** It ends what its reader began themselves: whoever has gone silent is told it all the same. */
  ends?: true;
  /** Why it is not wanted any more: given up at once, and put on record. */
  off?: string;
}

export interface Source {
  /** The kind: the letters' `kind`, and the stream's name in `occurrence`. */
  kind: string;
  /** Everything of this kind that is not on record yet and is due by `until`; read in bulk, a few queries for a whole round. */
  wishes: (
    tools: Pick<Tools, 'db' | 'workspace' | 'content'>,
    running: Running,
    until: Temporal.Instant,
    now: Temporal.Instant,
  ) => Promise<Wish[]>;
  /**
   * Writes the letter inside the transaction that settles the wish, from facts looked up once more, and saves what goes with it; a reason instead
   * where it is not wanted after all (then save nothing). For several readers, `body.alone` is what each is told where they have no hours in common.
   */
  write: (tools: Tools, tx: Tx, about: Writing, now: Temporal.Instant) => Promise<Body | { off: string }>;
}

export interface Writing {
  /** As they are in this moment. */
  running: Running;
  wish: Wish;
  /** The outbox row that a letter to one person will have. */
  outbox: string;
}
