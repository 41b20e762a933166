// Which leaders are to hear on the day itself that their forum is today: everyone with a place at one that stands, from the moment that day begins
// where they are until it starts. Whoever is asked on that day whether to hold it with few is told by that.
import type { Temporal } from 'temporal-polyfill';
import { at, dayOf, instantOf, isBefore } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import { type Forum, openForums } from './forums.ts';
import { ASKED_AHEAD, ENOUGH } from './plan.ts';
import { type Seat, seated } from './seats.ts';

export interface Coming {
  forum: Forum;
  seat: Seat;
  /** The beginning of that day in their zone, and the start. */
  due: Temporal.Instant;
  closes: Temporal.Instant;
}

/** Of those that start after `now`, what is due by `until`. */
export async function comingUp(
  db: Db | Tx,
  programme: Pick<Programme, 'id' | 'workspace'>,
  until: Temporal.Instant,
  now: Temporal.Instant,
): Promise<Coming[]> {
  const found: Coming[] = [];
  for (const forum of await openForums(db, programme, now)) {
    const closes = instantOf(forum.startsAt);
    // Nowhere does a day begin more than a day before an hour in it.
    if (isBefore(until, closes.subtract({ hours: 25 }))) break;
    const seats = await seated(db, forum);
    for (const seat of seats) {
      if (isAsked(forum, seat, seats.length, now)) continue;
      const due = at(dayOf(closes, seat.zone), '00:00', seat.zone);
      if (!isBefore(until, due)) found.push({ forum, seat, due, closes });
    }
  }
  return found;
}

/** So shortly before that question nothing else is said. */
const SHORTLY = { minutes: 15 };

/** Whether they have been asked what to do with so few, or will be in a moment. */
function isAsked({ offeredBy, fewAskedAt, startsAt }: Forum, { user }: Seat, people: number, now: Temporal.Instant): boolean {
  if (user !== offeredBy) return false;
  const isSoon = !isBefore(now, instantOf(startsAt).subtract(ASKED_AHEAD).subtract(SHORTLY));
  return fewAskedAt !== null || (people < ENOUGH && isSoon);
}

/** What it is on record under, whichever way it goes: for one who takes part in a round and for one who does not. */
export const FORUM_DAY = 'forum-day';

export function daySubject({ forum, seat }: Pick<Coming, 'forum' | 'seat'>): string {
  return `${forum.id}:${seat.leader}`;
}

export function dayKey({ forum, seat }: Pick<Coming, 'forum' | 'seat'>): string {
  return `${FORUM_DAY}:${forum.id}:${seat.leader}:${forum.sequence}`;
}
