// What the form says of a leader before they have: what an organiser's list knows, else what Slack knows, else what is usual. Pure.
import type { RosterEntryTable } from '../../platform/db/tables.ts';
import type { SlackPerson } from '../../platform/slack/calls.ts';
import type { Programme } from '../founding/programmes.ts';
import type { Leader } from './leaders.ts';
import type { ProfileWish } from './profile-form.ts';
import type { ProfileSays } from './profile-says.ts';
import { NO_WISHES, type Wishes } from './wishes.ts';

export interface Known {
  programme: Programme;
  person: SlackPerson;
  entry?: RosterEntryTable | undefined;
  /** Slack id, where the list names the manager and it is known who that is. */
  manager?: string | undefined;
  /** What Slack's own profile fields say, where an organiser has named them. */
  says?: ProfileSays | undefined;
}

export function suggestedProfile({ programme, person, entry, manager, says }: Known): ProfileWish {
  return {
    function: entry?.function || (says?.function ?? ''),
    level: entry?.level ?? '',
    manager: manager ?? entry?.manager ?? says?.manager ?? null,
    timeZone: entry?.time_zone ?? person.timeZone ?? programme.timeZone,
    workingDays: programme.workingDays,
    workingFrom: '09:00',
    workingTo: '17:00',
    rhythm: 'steady',
    wishes: NO_WISHES,
  };
}

/** The form as a leader left it. */
export function profileAsItStands(leader: Leader, wishes: Wishes): ProfileWish {
  const { function: where, level, manager, timeZone, workingDays, workingFrom, workingTo, rhythm } = leader;
  return { function: where, level, manager, timeZone, workingDays, workingFrom, workingTo, rhythm, wishes };
}
