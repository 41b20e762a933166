// "Next meeting" on the Home tab: finds out which one it is, or how the fortnight stands without one.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../../platform/clock.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Place } from '../places.ts';
import { unfixedBlocks, upcomingBlocks } from './home-view.ts';
import type { Booked } from './meetings.ts';
import { isBooked } from './meetings.ts';
import { isAhead, meetingOf, type OurPair, othersIn, ourPair, readerOf } from './our-pair.ts';
import { presentOf } from './pick.ts';

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
  const others = othersIn(ours);
  const { own, pair } = ours;
  if (next)
    return upcomingBlocks(tools.content, {
      meeting: next,
      zone: own.timeZone,
      others: others.map(readerOf),
      begun: !isAhead(next, now),
    });
  const state = pair.openedAt === null ? 'not-open' : stateOf(ours, present);
  return unfixedBlocks(tools.content, { pair: pair.id, fortnight: present, others: others.map(({ name }) => name), state });
}

function stateOf(ours: OurPair, present: number): 'open' | 'arranged' | 'none' | 'met' {
  if (ours.held.some(({ fortnight }) => fortnight === present)) return 'met';
  const state = meetingOf(ours, present)?.state;
  return state === 'arranged' || state === 'none' ? state : 'open';
}

function endOf({ startsAt, minutes }: Booked): Temporal.Instant {
  return instantOf(startsAt).add({ minutes });
}
