// When time alone next changes what somebody's Home tab shows: a fortnight ends, a meeting is over, a pulse closes, somebody comes back, silence comes to mean
// yes. At the latest after a week it is looked at again.
import type { Temporal } from 'temporal-polyfill';
import { at, earliest, instantOf, isBefore } from '../../platform/clock.ts';
import type { Tools } from '../../platform/tools.ts';
import { fortnightDays } from '../coaching/calendar.ts';
import * as meetings from '../coaching/meetings/meetings.ts';
import type { Match, Place } from '../coaching/places.ts';
import * as leaders from '../joining/leaders.ts';
import { returnsAt } from '../joining/plan.ts';
import { choosingTimes } from '../pairing/choosing/home-part.ts';
import { pulseTimes } from '../reviewing/pulse-times.ts';
import { groupTimes } from './group-dates.ts';

const AT_THE_LATEST = { hours: 24 * 7 };

type Reading = Pick<Tools, 'db' | 'workspace'>;

/** For somebody who stands there. */
export async function nextChangeFor(
  { db, workspace }: Reading,
  standing: readonly Place[],
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  const ahead: (Temporal.Instant | undefined)[] = [];
  for (const place of standing) {
    ahead.push(...(await changesIn({ db, workspace }, place)));
    ahead.push(...(await choosingTimes(db, place.programme, now)), ...(await groupTimes(db, place, now)));
  }
  const latest = now.add(AT_THE_LATEST);
  const coming = ahead.filter((each) => each !== undefined && isBefore(now, each));
  return earliest(...coming, latest) ?? latest;
}

async function changesIn({ db, workspace }: Reading, { programme, leader, match, next }: Place): Promise<(Temporal.Instant | undefined)[]> {
  const pulses = await pulseTimes(db, programme);
  if (!match) return [returnsAt(leader), ...pulses];
  const partners = await Promise.all(match.partners.map((partner) => leaders.byId(db, workspace, partner.leader)));
  const fixed = (await meetings.ofPair(db, match.pair.id)).filter(meetings.isBooked);
  return [
    returnsAt(leader),
    ...pulses,
    ...partners.map((partner) => partner && returnsAt(partner)),
    ...fixed.map(({ startsAt, minutes }) => instantOf(startsAt).add({ minutes })),
    instantOf(match.round.confirm_by),
    next && instantOf(next.round.confirm_by),
    fortnightEnds(match, leader.timeZone),
  ];
}

/** When the next fortnight begins where they are; the first one, while none has. */
function fortnightEnds({ calendar, fortnight }: Match, zone: string): Temporal.Instant | undefined {
  if (fortnight === 'after') return undefined;
  if (fortnight === 'before') return at(fortnightDays(calendar, 1).first, '00:00', zone);
  return at(fortnightDays(calendar, fortnight).next, '00:00', zone);
}
