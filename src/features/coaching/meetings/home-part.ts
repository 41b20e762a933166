// "Next meeting" on the Home tab: when it is, or that there is none yet, and what can be done about it.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../../platform/clock.ts';
import { actions, button, section } from '../../../platform/slack/blocks.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Place } from '../places.ts';
import { MOVE, PLAN } from './card-view.ts';
import { PICK } from './letters.ts';
import { whenSaid } from './meeting-view.ts';
import type { Booked } from './meetings.ts';
import { isBooked } from './meetings.ts';
import { isAhead, meetingOf, type OurPair, othersIn, ourPair, readerOf } from './our-pair.ts';
import { presentOf } from './pick.ts';
import { joined } from './times.ts';

type Reading = Pick<Tools, 'db' | 'workspace' | 'content' | 'vault'>;

/** The part of one programme, without its header; nothing for who has no partner, or when the fortnights are over. */
export async function meetingsPart(tools: Reading, { leader, match }: Place, now: Temporal.Instant): Promise<KnownBlock[]> {
  const ours = match && (await ourPair(tools, { user: leader.user, pair: match.pair.id }, now));
  const present = ours && presentOf(ours);
  if (!ours || present === undefined || ours.members.length < 2) return [];
  const [next] = ours.meetings
    .filter(isBooked)
    .filter((meeting) => isBefore(now, endOf(meeting)))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  if (next) return upcoming(tools, { ours, meeting: next, begun: !isAhead(next, now) });
  const names = joined(othersIn(ours).map(({ name }) => name));
  if (ours.pair.openedAt === null) return [section(tools.content.say('coaching.meeting.home.not-open', { names }))];
  const text = section(tools.content.say(`coaching.meeting.home.${stateOf(ours, present)}`, { names }));
  return [
    text,
    actions([
      control('Pick a time', PICK, `${ours.pair.id}:${present}`, true),
      control('See the plan', PLAN, `${ours.pair.id}:${present}`),
    ]),
  ];
}

function upcoming({ content }: Reading, { ours, meeting, begun }: { ours: OurPair; meeting: Booked; begun: boolean }): KnownBlock[] {
  const value = `${ours.pair.id}:${meeting.fortnight}`;
  const shown = { meeting, zone: ours.own.timeZone, others: othersIn(ours).map(readerOf) };
  const change = begun ? [] : [control('Move it', MOVE, value), control('All about it', PICK, value)];
  return [
    section(whenSaid(content, 'coaching.meeting.home.booked', shown)),
    actions([control('See the plan', PLAN, value, true), ...change]),
  ];
}

function stateOf(ours: OurPair, present: number): 'open' | 'arranged' | 'none' | 'met' {
  if (ours.held.some(({ fortnight }) => fortnight === present)) return 'met';
  const state = meetingOf(ours, present)?.state;
  return state === 'arranged' || state === 'none' ? state : 'open';
}

function endOf({ startsAt, minutes }: Booked): Temporal.Instant {
  return instantOf(startsAt).add({ minutes });
}

/** The pair tells apart what one person sees of several programmes. */
function control(label: string, action: string, value: string, primary = false) {
  return button({ label, action: `${action}#${value.slice(0, 40)}`, value, ...(primary && { style: 'primary' as const }) });
}
