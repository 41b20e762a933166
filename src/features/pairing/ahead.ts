// Looking ahead: round after round with the same people, each remembering those before it. Shows when repeats become unavoidable, which
// functions will not have met, and who carried compromises. Pure.
import { functionOf } from './between.ts';
import { bridgesOf, couples } from './bridges.ts';
import type { PairingFacts, PairingPlan } from './plan.ts';

type Possible = Extract<PairingPlan, { possible: true }>;

export interface Outlook {
  /** The first round with a repeat, counted from 1; missing where there is none. */
  repeatsFrom: number | undefined;
  /** How many of all possible function-to-function bridges are built after the last round, and those that are not. */
  bridges: { built: number; possible: number; missing: readonly (readonly [string, string])[] };
  /** Who carried something in the rounds that were planned, most first. */
  carried: readonly { leader: string; compromises: number; trios: number }[];
}

/** The facts for the round after one that was planned so. */
export function afterRound(facts: PairingFacts, plan: Possible, seed: string): PairingFacts {
  const groups = plan.pairs.map(({ leaders, compromises }) => ({ leaders, compromised: compromises.length > 0 }));
  return {
    ...facts,
    history: [
      ...plan.pairs.map(({ leaders }) => ({ roundsAgo: 1, leaders })),
      ...facts.history.map((pair) => ({ ...pair, roundsAgo: pair.roundsAgo + 1 })),
    ],
    duty: dutyAfter(facts.duty, groups),
    fixed: [],
    seed,
  };
}

/** What everyone has carried after some more groups. */
export function dutyAfter(
  duty: PairingFacts['duty'],
  groups: readonly { leaders: readonly string[]; compromised: boolean }[],
): PairingFacts['duty'] {
  const sums = new Map(Object.entries(duty));
  for (const { leaders, compromised } of groups) {
    for (const leader of leaders) {
      const { trios, compromises } = sums.get(leader) ?? { trios: 0, compromises: 0 };
      sums.set(leader, { trios: trios + (leaders.length > 2 ? 1 : 0), compromises: compromises + (compromised ? 1 : 0) });
    }
  }
  return Object.fromEntries(sums);
}

/** What the rounds that were played come to. */
export function outlookOf(facts: PairingFacts, plans: readonly Possible[]): Outlook {
  const shown = new Map(facts.leaders.map((leader) => [functionOf(leader), leader.function]));
  const functions = new Map(facts.leaders.map(({ id, function: own }) => [id, shown.get(functionOf({ function: own })) ?? own]));
  const groups = [...facts.history.map(({ leaders }) => leaders), ...plans.flatMap(({ pairs }) => pairs.map(({ leaders }) => leaders))];
  const built = bridgesOf(groups.map((group) => group.map((id) => functions.get(id)).filter((own) => own !== undefined)));
  const joined = new Set(built.map(({ between }) => JSON.stringify(between)));
  const possible = couples([...shown.values()].sort());
  const duty = dutyAfter(
    {},
    plans.flatMap(({ pairs }) => pairs.map(({ leaders, compromises }) => ({ leaders, compromised: compromises.length > 0 }))),
  );
  const first = plans.findIndex(({ totals }) => totals.repeats > 0);
  return {
    repeatsFrom: first < 0 ? undefined : first + 1,
    bridges: { built: built.length, possible: possible.length, missing: possible.filter((two) => !joined.has(JSON.stringify(two))) },
    carried: Object.entries(duty)
      .map(([leader, sums]) => ({ leader, ...sums }))
      .filter(({ compromises, trios }) => compromises + trios > 0)
      .sort((a, b) => b.compromises + b.trios - (a.compromises + a.trios) || (a.leader < b.leader ? -1 : 1)),
  };
}
