// Looking ahead: round after round with the same people, each remembering those before it. Shows when repeats become unavoidable and why, which
// functions will not have met, who carried compromises and trios and how evenly, and whose wishes were met. Pure.

import type { Candidate, PairingFacts, PairingPlan } from '../plan.ts';
import { functionOf } from './between.ts';
import { bridgesOf, couples } from './bridges.ts';
import { type Account, dutyAfter, dutyOf, type Evenness, entryOf, evennessOf, type Ledger, ledgerOf } from './ledger.ts';
import { type Fewest, fewestPartnersLeft, type Scarcity, scarcityIn } from './partners-left.ts';

type Possible = Extract<PairingPlan, { possible: true }>;

/** A round as it was played: what it was decided from, and how. */
export interface Played {
  facts: PairingFacts;
  plan: Possible;
}

export interface Outlook {
  /** The first round with a repeat, counted from 1, and what made it unavoidable; missing where there is none. */
  repeats: { from: number; because: Scarcity | undefined } | undefined;
  /** Before each round: who had fewest partners of other functions left whom they had not been with lately. */
  partnersLeft: readonly Fewest[];
  /** How many of all possible function-to-function bridges are built after the last round, and those that are not. */
  bridges: { built: number; possible: number; missing: readonly (readonly [string, string])[] };
  /** Who carried something or had a wish met in the rounds that were planned, most carried first. */
  carried: readonly (Account & { leader: string })[];
  /** Over everyone; the welcomes over those who named somebody. */
  evenness: { trios: Evenness; compromises: Evenness; welcomes: Evenness };
}

/** The facts for the round after one that was planned so. */
export function afterRound(facts: PairingFacts, plan: Possible, seed: string): PairingFacts {
  return {
    ...facts,
    history: [
      ...plan.pairs.map(({ leaders }) => ({ roundsAgo: 1, leaders })),
      ...facts.history.map((pair) => ({ ...pair, roundsAgo: pair.roundsAgo + 1 })),
    ],
    duty: dutyAfter(facts.duty, dutyOf(ledgerOfRounds([{ facts, plan }]))),
    fixed: [],
    seed,
  };
}

/** What the rounds that were played come to; there is at least one. */
export function outlookOf(rounds: readonly Played[]): Outlook {
  const { leaders } = (rounds[0] as Played).facts;
  const ledger = ledgerOfRounds(rounds);
  const everyone = leaders.map(({ id }) => id);
  const wishing = leaders.filter(({ welcomes }) => welcomes.length > 0).map(({ id }) => id);
  return {
    repeats: repeatsIn(rounds),
    partnersLeft: rounds.map((round) => fewestPartnersLeft(takingPart(round))),
    bridges: bridgesAfter(rounds),
    carried: [...ledger]
      .map(([leader, account]) => ({ leader, ...account }))
      .filter(({ compromises, trios, welcomes }) => compromises + trios + welcomes > 0)
      .sort((a, b) => b.compromises + b.trios - (a.compromises + a.trios) || (a.leader < b.leader ? -1 : 1)),
    evenness: {
      trios: evennessOf(ledger, everyone, 'trios'),
      compromises: evennessOf(ledger, everyone, 'compromises'),
      welcomes: evennessOf(ledger, wishing, 'welcomes'),
    },
  };
}

function ledgerOfRounds(rounds: readonly Played[]): Ledger {
  return ledgerOf(
    rounds.flatMap(({ facts, plan }) => {
      const people = new Map(facts.leaders.map((leader): [string, Candidate] => [leader.id, leader]));
      return plan.pairs.map((pair) => entryOf(pair, people));
    }),
  );
}

function repeatsIn(rounds: readonly Played[]): Outlook['repeats'] {
  const at = rounds.findIndex(({ plan }) => plan.totals.repeats > 0);
  const first = rounds[at];
  return first && { from: at + 1, because: scarcityIn(takingPart(first), first.plan.totals) };
}

/** The facts without those for whom there was nobody in this round. */
function takingPart({ facts, plan }: Played): PairingFacts {
  const paired = new Set(plan.pairs.flatMap(({ leaders }) => leaders));
  return { ...facts, leaders: facts.leaders.filter(({ id }) => paired.has(id)) };
}

function bridgesAfter(rounds: readonly Played[]): Outlook['bridges'] {
  const { leaders, history } = (rounds[0] as Played).facts;
  const shown = new Map(leaders.map((leader) => [functionOf(leader), leader.function]));
  const functions = new Map(leaders.map((leader) => [leader.id, shown.get(functionOf(leader)) ?? leader.function]));
  const groups = [...history, ...rounds.flatMap(({ plan }) => plan.pairs)].map((group) => group.leaders);
  const built = bridgesOf(groups.map((group) => group.map((id) => functions.get(id)).filter((own) => own !== undefined)));
  const joined = new Set(built.map(({ between }) => JSON.stringify(between)));
  const possible = couples([...shown.values()].sort());
  return { built: built.length, possible: possible.length, missing: possible.filter((two) => !joined.has(JSON.stringify(two))) };
}
