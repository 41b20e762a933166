// The people of a round as the engine sees them: numbers, in an order that the seed shuffles, who may be with whom, and what each pair costs
// under each aim. Pure.
import { type Aim, aimsOf } from './aims.ts';
import { type Between, betweenOf } from './between.ts';
import type { KeepsBridge } from './bridge-keepers.ts';
import { diceOf, hashed, shuffledPlaces } from './matching/dice.ts';
import type { Question, Tier } from './matching/tiers.ts';
import type { Candidate, PairingFacts } from './plan.ts';
import { type Rules, rulesOf } from './rules.ts';

/** What a round is decided from, looked up once. */
export interface Known {
  facts: PairingFacts;
  between: (a: Candidate, b: Candidate) => Between;
  rules: Rules;
  /** Chooses among equals. */
  seed: number;
}

export function knownOf(facts: PairingFacts): Known {
  return { facts, between: betweenOf(facts), rules: rulesOf(facts), seed: hashed(facts.seed) };
}

/** Everyone in an order that depends on who they are and on the seed, and not on the order in which they came. */
export function shuffled(leaders: readonly Candidate[], seed: number): Candidate[] {
  const byId = [...leaders].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...shuffledPlaces(byId.length, diceOf(seed))].map((at) => byId[at] as Candidate);
}

/** The question who of `people` is best with whom; each is meant by their place in the list. */
export function questionOf({ between, rules, facts }: Known, people: readonly Candidate[], keepsBridge: KeepsBridge): Question {
  const aims = aimsOf(facts, keepsBridge);
  const size = people.length;
  const open = new Uint8Array(size * size);
  const squares = aims.map(() => new Int32Array(size * size));
  people.forEach((a, u) => {
    for (let v = 0; v < u; v++) {
      const b = people[v] as Candidate;
      if (rules.apart(a, b) !== 0) continue;
      open[u * size + v] = 1;
      open[v * size + u] = 1;
      const known = between(a, b);
      aims.forEach(({ cost }, at) => {
        const square = squares[at] as Int32Array;
        const units = cost(known, a, b);
        square[u * size + v] = units;
        square[v * size + u] = units;
      });
    }
  });
  return { size, open, tiers: aims.map((aim, at) => tierOf(aim, people, squares[at] as Int32Array)) };
}

function tierOf({ name, duty, flat }: Aim, people: readonly Candidate[], square: Int32Array): Tier {
  const size = people.length;
  return {
    name,
    row: (u, into) => into.set(square.subarray(u * size, (u + 1) * size)),
    ...(size % 2 === 1 && duty ? { duty: Float64Array.from(people, duty) } : {}),
    ...(size % 2 === 1 && flat !== undefined ? { flat } : {}),
  };
}
