// Whether a programme can begin in a channel, asked when the form is opened and again when it is sent.
import { dayOf, onOrAfter } from '../../platform/clock.ts';
import { lookUp } from '../../platform/slack/people.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Programme } from './programmes.ts';
import * as programmes from './programmes.ts';
import { mayFound, mayOrganise } from './rights.ts';
import type { SettingsWish } from './settings-form.ts';

const DAYS_AHEAD = 21;
const TUESDAY = 2;

export type Look =
  | {
      ok: true;
      /** The form as it is first shown. */
      suggestion: SettingsWish;
      /** Programmes of this organiser that have no channel any more. */
      lost: readonly Programme[];
    }
  | { ok: false; because: 'not-channel' | 'not-allowed' | 'taken' | 'not-member' | 'archived'; blanks: { bot: { mrkdwn: string } } };

/** Looks at a channel on behalf of `user`. What Slack does not tell is no hindrance: the announcement will show it. */
export async function lookAt(tools: Tools, user: string, channel: string): Promise<Look> {
  const no = (because: Exclude<Look, { ok: true }>['because']): Look => ({
    ok: false,
    because,
    blanks: { bot: { mrkdwn: `<@${tools.botUser}>` } },
  });
  if (!/^[CG][A-Z0-9]+$/.test(channel)) return no('not-channel');
  const [allowed, taken, seen] = await Promise.all([
    mayFound(tools, user),
    programmes.ofChannel(tools.db, tools.workspace, channel),
    tools.slack.channel(channel),
  ]);
  if (!allowed) return no('not-allowed');
  if (taken) return no('taken');
  if (!seen.ok && ['channel_not_found', 'not_in_channel'].includes(seen.error)) return no('not-member');
  if (seen.ok && seen.value.isGroup) return no('not-channel');
  if (seen.ok && seen.value.isArchived) return no('archived');
  if (seen.ok && !seen.value.isMember) return no('not-member');
  return { ok: true, suggestion: await suggestion(tools, user), lost: await lostOf(tools, user) };
}

async function lostOf(tools: Tools, user: string): Promise<Programme[]> {
  const lost = (await programmes.all(tools.db, tools.workspace)).filter(({ channelLostAt }) => channelLostAt !== null);
  const mine = await Promise.all(lost.map((programme) => mayOrganise(tools, programme, user)));
  return lost.filter((_, at) => mine[at]);
}

async function suggestion(tools: Tools, user: string): Promise<SettingsWish> {
  const { timeZone } = await lookUp(tools, user);
  const zone = timeZone ?? 'UTC';
  return {
    name: 'Coaching Pairs',
    nextOn: onOrAfter(dayOf(tools.now(), zone).add({ days: DAYS_AHEAD }), [TUESDAY]),
    functions: [],
    cycleMonths: 6,
    sendWeekday: TUESDAY,
    sendTime: '09:30',
    timeZone: zone,
    workingDays: [1, 2, 3, 4, 5],
    rests: [],
    choosing: 'welcome',
    announcing: 'names',
    rotating: 'automatic',
    helpLinks: [],
  };
}
