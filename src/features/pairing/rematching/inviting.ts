// Decides which pairs are asked to take somebody in as a third: those with whom the three would be best, as the engine weighs it. Pure.
import type { Head } from '../../../platform/thinking/think.ts';
import type { PairingFacts } from '../plan.ts';
import { repairRound } from '../planning/repair.ts';

export interface Inviting {
  /** The people of these pairs, and the one who would join. */
  facts: Omit<PairingFacts, 'fixed' | 'kept'>;
  pairs: readonly (readonly string[])[];
  leader: string;
  refused: readonly (readonly [string, string])[];
  /** So many at most. */
  most: number;
}

const QUICK = 40;

export const inviting: Head<Inviting, readonly (readonly string[])[]> = {
  name: 'pairing.invite',
  think: invite,
  isQuick: ({ facts }) => facts.leaders.length <= QUICK,
};

/** The best pairs first; none that a rule keeps from it. */
export function invite({ facts, pairs, leader, refused, most }: Inviting): readonly (readonly string[])[] {
  const chosen: (readonly string[])[] = [];
  for (let left = [...pairs]; chosen.length < most && left.length > 0; ) {
    const among = new Set([leader, ...left.flat()]);
    const some: PairingFacts = {
      ...facts,
      leaders: facts.leaders.filter(({ id }) => among.has(id)),
      history: facts.history.filter((past) => past.leaders.every((each) => among.has(each))),
      forbidden: facts.forbidden.filter((two) => two.every((each) => among.has(each))),
      fixed: [],
    };
    const found = repairRound({ facts: some, standing: left, refused, limit: 1, prefer: 'best', trios: 1 });
    const pair = found.possible ? found.changed[0] : undefined;
    if (!pair) break;
    chosen.push(pair);
    left = left.filter((group) => !group.some((each) => pair.includes(each)));
  }
  return chosen;
}
