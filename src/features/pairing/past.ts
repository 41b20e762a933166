// What earlier rounds mean for the next one: who has been with whom, and who has been in trios and compromises. Pairs that were changed before they
// ever met count for less, or not at all.
import type { PastGroup } from './pair-leaders.ts';
import type { PairingFacts } from './plan.ts';
import { dutyOf, type Entry, ledgerOf } from './planning/ledger.ts';

export function dutyIn(past: readonly PastGroup[]): PairingFacts['duty'] {
  return dutyOf(ledgerOf(past.filter(({ lived }) => lived).map(entered)));
}

/** Earlier pairs as far as both people are here; a round's distance is counted in rounds, not in time. */
export function historyOf(past: readonly PastGroup[], here: ReadonlySet<string>): PairingFacts['history'] {
  const latest = Math.max(0, ...past.map(({ number }) => number));
  return past
    .map(({ number, members, lived }) => ({
      roundsAgo: latest + 1 - number,
      leaders: members.map(({ leader }) => leader).filter((leader) => here.has(leader)),
      ...(lived ? {} : { met: false }),
    }))
    .filter(({ leaders: group }) => group.length > 1);
}

/** Of earlier rounds it is kept for each pair that it gave something up; what it was is sealed with its reasons. */
export function entered({ members, compromised }: PastGroup): Entry {
  return { leaders: members.map(({ leader }) => leader), gaveUp: compromised ? ['unknown'] : [] };
}
