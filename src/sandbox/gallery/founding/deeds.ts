// What organisers have done, as the audit records it: every kind of deed that the rooms have words for, and one they have none for.
import type { AuditTable } from '../../../platform/db/tables.ts';
import { bySize, people, recordId, times } from '../made-up.ts';
import type { Size } from '../sample.ts';

const EVERY: readonly [action: string, detail?: Record<string, string | number>, subject?: string][] = [
  ['founded', { first: '2027-09-29' }],
  ['settings-changed', { fields: 'name functions cycleMonths' }],
  ['round-moved', { from: '2027-09-22', to: '2027-09-29' }],
  ['organiser-added', {}, 'U0GORAN'],
  ['organiser-removed', {}, 'U0GORAN'],
  ['channel-moved', {}, 'C0LEADERS'],
  ['roster-imported', { count: 24 }],
  ['roster-imported-by-operator', { count: 24 }],
  ['people-invited', { count: 12 }],
  ['people-enrolled', { count: 12 }],
  ['channel-invited'],
  ['people-reminded', { count: 3 }],
  ['people-taken-off', { count: 2 }],
  ['profile-fields-set', { count: 2 }],
  ['rotation-approved', { number: 2, leaders: 24, pairs: 12 }],
  ['preview-discarded'],
  ['pair-forbidden'],
  ['pair-lifted'],
  ['change-refused'],
  ['rematched', { number: 2 }],
  ['rotation-undone', { number: 2 }],
  ['change-written', { date: '2027-12-15' }],
  ['pulse-closed', { x: 18, y: 24 }],
  ['report-published-half', { number: 2 }],
  ['report-published-end', { number: 2 }],
  ['report-taken', { number: 2, form: 'picture', readers: 'organisers' }],
  ['gathering-planned', { number: 2, date: '2028-04-06' }],
  ['gathering-changed', { number: 2, date: '2028-04-07' }],
  ['gathering-called-off', { number: 2 }],
  ['gathering-pack-taken', { number: 2 }],
  ['guide-taken'],
  ['undelivered-seen-to', { x: 2 }, 'U0BO'],
  ['something-of-an-earlier-version'],
];

/** Newest first. */
export function deeds(size: Size): AuditTable[] {
  return times(bySize(size, { usual: EVERY.length, longest: EVERY.length * 2, shortest: 1 }), (n) => deed(size, n));
}

function deed(size: Size, n: number): AuditTable {
  const [action = '', detail = {}, subject = null] = EVERY.at(-1 - (n % EVERY.length)) ?? [];
  const all = action === 'settings-changed' && size === 'longest' ? { fields: ALL_FIELDS } : detail;
  return {
    ...{ id: recordId(100 + n), workspace: 'T0SAMPLE', programme: recordId(1), action, subject },
    ...{
      actor: people[n % 2 === 0 ? 7 : 6].id,
      detail: JSON.stringify(all),
      at: `2027-09-${String(28 - (n % 28)).padStart(2, '0')}T10:30:00.000Z`,
    },
  };
}

const ALL_FIELDS = 'name functions cycleMonths sendWeekday sendTime timeZone workingDays choosing announcing rotating helpLinks';
