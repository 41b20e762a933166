// What stands on the card of a meeting, gathered once more whenever it is written or drawn anew: who speaks first, two questions, and what its
// readers have shared with each other.
import type { Temporal } from 'temporal-polyfill';
import { fortnight as fortnightOf } from '../../../platform/content/elements.ts';
import type { RoundTable } from '../../../platform/db/tables.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { type Opened, sharedAmong, shownIn } from '../checkins/open.ts';
import type { Booked } from './meetings.ts';
import type { Reader } from './times.ts';

/** What cards are on record under. */
export const CARD = 'card';

type Opening = Pick<Tools, 'workspace' | 'vault' | 'log' | 'content'>;

export interface CardMember extends Reader {
  leader: string;
}

export interface CardFacts {
  pair: string;
  fortnight: number;
  /** Everyone in the pair, in the order of their places. */
  members: readonly CardMember[];
  /** Whose clocks the card speaks of. */
  readers: readonly Reader[];
  at: Temporal.Instant;
  /** The name of whoever speaks first. */
  first: string;
  questions: readonly string[];
  /** Shared with every reader but their author. */
  shared: readonly Opened[];
  /** Their first meeting: the agreement is made in it. */
  agree: boolean;
}

/** Which card of a round it is: a meeting that is moved has a new one. */
export function cardPeriod(round: Pick<RoundTable, 'number'>, { fortnight, sequence }: { fortnight: number; sequence: number }): string {
  return `${round.number}.${fortnight}.${sequence}`;
}

/** The letter's key. Where each reads it alone, their id follows. */
export function cardKey({ pair, fortnight, sequence }: { pair: string; fortnight: number; sequence: number }): string {
  return `card:${pair}:${fortnight}:${sequence}`;
}

export interface CardWish {
  meeting: Pick<Booked, 'pair' | 'fortnight' | 'first'>;
  at: Temporal.Instant;
  members: readonly CardMember[];
  /** Those who read this copy: everyone, or one alone. */
  readers: readonly CardMember[];
  agree: boolean;
}

/** All that the card says, as it is now. */
export async function cardFacts(
  tools: Opening,
  db: Db | Tx,
  { meeting: { pair, fortnight, first }, at, members, readers, agree }: CardWish,
): Promise<CardFacts> {
  const shared = await sharedAmong(
    tools,
    db,
    pair,
    readers.map(({ leader }) => leader),
  );
  return {
    ...{ pair, fortnight, members, readers, at, agree },
    first: members.find(({ leader }) => leader === first)?.name ?? members[0]?.name ?? '',
    questions: fortnightOf(tools.content, fortnight).half?.partnerQuestions.map(({ text }) => text) ?? [],
    shared: shownIn(shared, fortnight),
  };
}
