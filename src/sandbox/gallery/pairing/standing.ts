// A pair and a round as they stand while they run.
import type { Pair } from '../../../features/pairing/pairs.ts';
import type { RoundTable } from '../../../platform/db/tables.ts';
import { people, recordId, times } from '../made-up.ts';
import type { Size } from '../sample.ts';
import { leaderId, member } from './round.ts';

/** The second round, from Wednesday 29 September 2027. */
export const round: RoundTable = {
  ...{ id: recordId(41), workspace: 'T0SAMPLE', programme: recordId(1), number: 2, proposal: recordId(3), seed: 's', anchor_before: '' },
  ...{ rotated_on: '2027-09-29', begins_on: '2027-10-11', telling: 'partners-first', totals: '{}', approved_by: 'U0HANA' },
  ...{
    approved_at: '2027-09-29T08:30:00.000Z',
    confirm_by: '2027-10-05T08:30:00.000Z',
    announced_at: null,
    undone_at: null,
    closed_at: null,
  },
};

/** A pair or a trio; the first of them may have asked for another match. */
export function pairOf(
  size: Size,
  { count = 2, openedAt = null, askedAnother = false }: { count?: number; openedAt?: string | null; askedAnother?: boolean },
): Pair {
  const members = times(count, (place) => ({
    ...{ leader: leaderId(place), user: people[place]?.id ?? '', ...member(size, place), place, confirmedAt: null, leftAt: null },
    askedAnotherAt: askedAnother && place === 0 ? '2027-09-30T09:00:00.000Z' : null,
  }));
  return { id: recordId(40), round: recordId(41), whySealed: '', openedAt, endedAt: null, members };
}
