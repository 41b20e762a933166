// The fairness ledger: what each leader has carried and been given over the rounds so far. The engine looks at it so that the next round evens it
// out; organisers see how even it is. Pure.

import type { Because, Candidate, PairingFacts, PlannedPair } from '../plan.ts';
import { couples } from './bridges.ts';

/** What a pair may give up; of some earlier pairs only that they gave up something is on record. */
const GIVEN_UP = ['function', 'repeat', 'hours', 'line', 'unknown'] as const;
export type GivenUp = (typeof GIVEN_UP)[number];

/** A pair (or trio) of a round as it is entered. */
export interface Entry {
  leaders: readonly string[];
  gaveUp: readonly GivenUp[];
  /** How many of the people that each would welcome were in it with them; nobody's when missing. */
  welcomes?: Readonly<Record<string, number>>;
}

export interface Account {
  /** In how many rounds they were one of three. */
  trios: number;
  /** In how many rounds their pair gave something up, and what. */
  compromises: number;
  gaveUp: Readonly<Record<GivenUp, number>>;
  /** How often they were with someone they had named. */
  welcomes: number;
}

export type Ledger = ReadonlyMap<string, Account>;

export function ledgerOf(entries: readonly Entry[]): Ledger {
  const accounts = new Map<string, Account>();
  for (const { leaders, gaveUp, welcomes } of entries) {
    for (const leader of leaders) {
      const so = accounts.get(leader) ?? { trios: 0, compromises: 0, gaveUp: none(), welcomes: 0 };
      const kinds = { ...so.gaveUp };
      for (const kind of new Set(gaveUp)) kinds[kind] += 1;
      accounts.set(leader, {
        trios: so.trios + (leaders.length > 2 ? 1 : 0),
        compromises: so.compromises + (gaveUp.length > 0 ? 1 : 0),
        gaveUp: kinds,
        welcomes: so.welcomes + (welcomes?.[leader] ?? 0),
      });
    }
  }
  return accounts;
}

/** What the engine weighs: who is to be spared now. */
export function dutyOf(ledger: Ledger): PairingFacts['duty'] {
  return Object.fromEntries([...ledger].map(([leader, { trios, compromises }]) => [leader, { trios, compromises }]));
}

/** Two sums of what has been carried. */
export function dutyAfter(duty: PairingFacts['duty'], more: PairingFacts['duty']): PairingFacts['duty'] {
  const sums = Object.entries(more).map(([leader, { trios, compromises }]) => {
    const so = duty[leader] ?? { trios: 0, compromises: 0 };
    return [leader, { trios: so.trios + trios, compromises: so.compromises + compromises }];
  });
  return { ...duty, ...Object.fromEntries(sums) };
}

/** A planned pair as it is entered once its round has been. */
export function entryOf({ leaders, compromises }: PlannedPair, people: ReadonlyMap<string, Candidate>): Entry {
  const named = (one: string, other: string) => people.get(one)?.welcomes.includes(other) ?? false;
  const welcomes: Record<string, number> = {};
  for (const [a, b] of couples(leaders)) {
    if (named(a, b)) welcomes[a] = (welcomes[a] ?? 0) + 1;
    if (named(b, a)) welcomes[b] = (welcomes[b] ?? 0) + 1;
  }
  return { leaders, gaveUp: compromises.map(kindOf), welcomes };
}

/** How evenly something is carried by some people. */
export interface Evenness {
  sum: number;
  /** By how many it is carried, and how often by each of these. */
  people: number;
  least: number;
  most: number;
}

export function evennessOf(ledger: Ledger, leaders: readonly string[], of: 'trios' | 'compromises' | 'welcomes'): Evenness {
  const counts = leaders.map((leader) => ledger.get(leader)?.[of] ?? 0).filter((count) => count > 0);
  const sum = counts.reduce((so, count) => so + count, 0);
  return { sum, people: counts.length, least: sum === 0 ? 0 : Math.min(...counts), most: Math.max(0, ...counts) };
}

/** `pairing.compromise.<kind>…` */
function kindOf({ id }: Because): GivenUp {
  const word = id.split('.')[2];
  return GIVEN_UP.find((kind) => kind === word) ?? 'unknown';
}

function none(): Record<GivenUp, number> {
  return { function: 0, repeat: 0, hours: 0, line: 0, unknown: 0 };
}
