// `coachingpairs verify --plans`: checks the plan of every round in a database again, and changes nothing.
import { type Recheck, recheck } from '../features/pairing/recheck.ts';
import * as rounds from '../features/pairing/rounds.ts';
import type { Place } from '../platform/db/open.ts';
import { read } from '../platform/db/open-reading.ts';
import { openVaultToRead } from '../platform/vault.ts';
import { settingsFor } from './command-line.ts';

export interface CheckedPlan {
  programme: string;
  round: number;
  outcome: Recheck;
}

const SAID: Record<Recheck, string> = {
  proved: 'worked out again from the same facts, and proved again: the same pairs',
  'as-good': 'worked out again from the same facts, and proved again: other pairs, just as good',
  worse: 'NOT the best plan for the facts that are kept',
  changed: 'kept whole with its proof; people, wishes or rules have changed since, so that it cannot be worked out again',
  erased: 'the plan went with somebody who asked to be forgotten',
  broken: 'NOT whole: what is kept does not fit together',
};

/** Every round, oldest first within its programme. Needs the keys of the settings. */
export async function checkPlans(place: Place): Promise<CheckedPlan[]> {
  const { keyring } = settingsFor(['keyring']);
  return read(place, async (db) => {
    const all = await rounds.all(db);
    if (all.length === 0) return [];
    const vault = await openVaultToRead(db, keyring);
    const checked: CheckedPlan[] = [];
    for (const round of all)
      checked.push({ programme: round.programme, round: round.number, outcome: await recheck({ vault }, db, round) });
    return checked;
  });
}

export function isGood({ outcome }: CheckedPlan): boolean {
  return outcome !== 'worse' && outcome !== 'broken';
}

export function planLines(plans: readonly CheckedPlan[]): string[] {
  if (plans.length === 0) return ['There is no round yet.'];
  return plans.map(({ programme, round, outcome }) => `  Programme ${programme}, round ${round}: ${SAID[outcome]}.`);
}
