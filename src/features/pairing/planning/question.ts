// The people of a round as the engine sees them: numbers, in an order that the seed shuffles, who may be with whom, and what each pair costs
// under each aim. Pure.
import { diceOf, hashed, inDrawnOrder } from '../matching/dice.ts';
import type { Question } from '../matching/order/tiers.ts';
import type { Candidate, PairingFacts } from '../plan.ts';
import { aimsOf } from './aims.ts';
import { type Between, betweenOf } from './between.ts';
import type { Keepers } from './bridge-keepers.ts';
import { type Columns, columnsOf } from './columns.ts';
import { type Own, ownOf } from './own.ts';
import { type Rules, rulesOf } from './rules.ts';
import { openAmong } from './rules-in-the-way.ts';

/** What a round is decided from, looked up once. */
export interface Known {
  facts: PairingFacts;
  own: ReadonlyMap<string, Own>;
  between: (a: Candidate, b: Candidate) => Between;
  rules: Rules;
  /** Chooses among equals. */
  seed: number;
}

export function knownOf(facts: PairingFacts): Known {
  const own = ownOf(facts);
  return { facts, own, between: betweenOf(facts, own), rules: rulesOf(facts), seed: hashed(facts.seed) };
}

/** Everyone in an order that depends on who they are and on the seed, and not on the order in which they came. */
export function shuffled(leaders: readonly Candidate[], seed: number): Candidate[] {
  const byId = [...leaders].sort((a, b) => (a.id < b.id ? -1 : 1));
  return inDrawnOrder(byId, diceOf(seed));
}

/** Who may be with whom, and the people as columns: what stays the same however bridges are entrusted. */
export interface Ground {
  columns: Columns;
  open: Uint8Array;
}

export function groundOf({ facts, own, rules }: Known, people: readonly Candidate[]): Ground {
  return { columns: columnsOf(facts, own, people), open: openAmong(rules, people) };
}

/** The question who of the people is best with whom; each is meant by their place. Three are together where the number is odd, or as it is said. */
export function questionOf({ columns, open }: Ground, keepers: Keepers, three = columns.people.length % 2 === 1): Question {
  return { size: columns.people.length, open, tiers: aimsOf(columns, keepers, three) };
}
