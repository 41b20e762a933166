// The gathering that holds the round which an organiser looks at.
import { Temporal } from 'temporal-polyfill';
import type { Gathering } from '../../../features/pairing/gatherings.ts';
import { recordId } from '../made-up.ts';

/** Nobody has approved the round for it, or somebody has: as it stands, or before it changed. */
export type Held = 'open' | 'approved' | 'changed';

export function gathering(held: Held): Gathering {
  const revision = held === 'approved' ? 3 : 2;
  return {
    ...{ id: recordId(5), workspace: 'T1', programme: recordId(1), round: recordId(2), place: 'The big room', plannedBy: 'U0HANA' },
    startsAt: Temporal.Instant.from('2027-09-29T13:00:00Z'),
    endsAt: Temporal.Instant.from('2027-09-29T13:45:00Z'),
    ...{ reveals: true, sequence: 1, shown: null },
    ...(held !== 'open' && {
      approved: { proposal: recordId(3), revision, by: held === 'changed' ? 'erased' : 'U0GORAN', at: '2027-09-20T12:00:00.000Z' },
    }),
    revealedAt: null,
    calledOffAt: null,
  };
}
