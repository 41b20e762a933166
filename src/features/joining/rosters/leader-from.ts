// A leader made of what an organiser's list and Slack say of them, before they have said anything themselves.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { RosterEntryTable } from '../../../platform/db/tables.ts';
import type { Person } from '../../../platform/slack/people.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import type { Leader } from '../leaders.ts';

export interface Known {
  programme: Programme;
  people: ReadonlyMap<string, Person>;
  /** Slack ids by address, of everybody on the roster. */
  users: ReadonlyMap<string, string>;
}

/** What the list says goes before what Slack says; hours are the usual ones until the leader sets their own. */
export function leaderFrom(
  { newId, workspace }: Pick<Tools, 'newId' | 'workspace'>,
  entry: RosterEntryTable,
  { programme, people, users }: Known,
  now: Temporal.Instant,
): Leader {
  const user = entry.slack_user ?? '';
  const person = people.get(user);
  return {
    id: newId(),
    workspace,
    programme: programme.id,
    user,
    name: person?.name ?? entry.name,
    email: entry.email,
    function: entry.function,
    level: entry.level,
    manager: (entry.manager_email === null ? undefined : users.get(entry.manager_email)) ?? entry.manager,
    managerEmail: entry.manager_email,
    timeZone: entry.time_zone ?? person?.timeZone ?? programme.timeZone,
    workingDays: programme.workingDays,
    workingFrom: '09:00',
    workingTo: '17:00',
    rhythm: 'steady',
    sendWeekday: null,
    sendTime: null,
    privateSealed: null,
    joinedAt: stamp(now),
    pausedAt: null,
    pausedUntil: null,
    leftAt: null,
    leftBecause: null,
  };
}
