// Somebody's data as they take it away: as JSON for programs, and as text to read. Pure.
import type { MyAgreement } from '../coaching/agreement/own-data.ts';
import type { MyCheckin, MyCommitment } from '../coaching/checkins/own-data.ts';
import type { MyRequest } from '../coaching/help/own-data.ts';
import type { MyPartnerRequest } from '../pairing/choosing/own-data.ts';
import type { OwnClosing } from '../reviewing/closing/own-closing.ts';
import type { OwnAnswers } from '../reviewing/own-answers.ts';
import type { MyGroups, MyGroupsAnywhere } from './my-groups.ts';
import type { MyBreak, MyMeeting, MyMessage, MyPreview, MyQuestion, MyWish } from './own-record.ts';
import type { PastRound } from './past-rounds.ts';

export interface MyNote {
  fortnight: number;
  question: string;
  written: string;
  changed: string;
  /** Null where its seal does not hold any more. */
  text: string | null;
}

export interface MyPlace extends MyGroups {
  programme: string;
  joined: string;
  left: string | null;
  paused_until: string | null;
  function: string;
  level: string;
  manager: string | null;
  time_zone: string;
  working_days: string;
  working_hours: string;
  rhythm: string;
  would_welcome: string[];
  would_rather_not: string[];
  would_like_to_work_on: string;
  can_help_with: string;
  rounds: PastRound[];
  notes: MyNote[];
  commitments: MyCommitment[];
  check_ins: MyCheckin[];
  answers_to_pulses: OwnAnswers[];
  end_of_rounds: OwnClosing;
  meetings: MyMeeting[];
  agreements: MyAgreement[];
  requests_for_help: MyRequest[];
  breaks: MyBreak[];
  wishes_for_another_partner: MyWish[];
  partners_asked_for: MyPartnerRequest[];
  asked_to_take_in_a_third: MyQuestion[];
  asked_to_carry_on: MyQuestion[];
  messages_planned: MyMessage[];
}

/** What an organiser's list says of them. */
export interface MyRosterEntry {
  programme: string;
  email: string | null;
  name: string;
  function: string;
  level: string;
  manager_email: string | null;
  /** As their own Slack profile names them. */
  manager: string | null;
  time_zone: string | null;
  imported: string;
  invited: string | null;
  reminded: string | null;
  declined: string | null;
  profile_read: string | null;
}

export interface MyData extends MyGroupsAnywhere {
  slack: { id: string; name: string | null; email: string | null; title: string | null; time_zone: string | null };
  organiser_of: string[];
  previews_open: MyPreview[];
  /** When what stands on their Home tab was last looked at; null where they never opened it. */
  home_tab_drawn: string | null;
  on_lists: MyRosterEntry[];
  programmes: MyPlace[];
}

export function asJson(data: MyData): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Every value under its name, in the order of the JSON. */
export function asText(data: MyData): string {
  return `${lines(data, 0).join('\n')}\n`;
}

function lines(value: object, depth: number): string[] {
  const indent = '  '.repeat(depth);
  return Object.entries(value).flatMap(([name, each]) => {
    const label = `${indent}${Array.isArray(value) ? '-' : `${name.replaceAll('_', ' ')}:`}`;
    if (each === null || each === '' || (Array.isArray(each) && each.length === 0)) return [`${label} –`];
    if (typeof each === 'object') return [label, ...lines(each, depth + 1)];
    return [`${label} ${String(each).replaceAll('\n', `\n${indent}  `)}`];
  });
}
