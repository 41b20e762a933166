// What waits for organisers of what groups do together: the end of a round without a gathering, and a forum for which too few have signed up.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, sayDay } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import { openForums } from '../../gathering/forums/forums.ts';
import { ENOUGH } from '../../gathering/forums/plan.ts';
import { seated } from '../../gathering/forums/seats.ts';
import { occasionOf } from '../../gathering/together/occasion.ts';
import { isTimeToPlan, lastDay } from '../../gathering/together/plan.ts';
import { publicly } from '../../gathering/words.ts';
import type { Wait } from './wait.ts';

/** So long before it begins, others can still be asked to come. */
const SOON = { hours: 24 * 3 };

/** A round that ends soon. One whose gathering was called off is left in peace. */
export async function gatheringToPlan(db: Db, programme: Programme, now: Temporal.Instant): Promise<Wait[]> {
  const occasion = await occasionOf(db, programme, now);
  if (!occasion || occasion.gathering || (await wasPlanned(db, occasion.round.id))) return [];
  const today = dayOf(now, programme.timeZone);
  return isTimeToPlan(occasion.calendar, today) ? [{ what: 'gathering', date: sayDay(lastDay(occasion.calendar)) }] : [];
}

async function wasPlanned(db: Db, round: string): Promise<boolean> {
  return (await db.selectFrom('gathering').select('id').where('round', '=', round).executeTakeFirst()) !== undefined;
}

/** The next one first. */
export async function forumsWithFew(db: Db, programme: Programme, now: Temporal.Instant): Promise<Wait[]> {
  const waits: Wait[] = [];
  for (const forum of await openForums(db, programme, now)) {
    const starts = instantOf(forum.startsAt);
    if (!isBefore(starts, now.add(SOON))) break;
    const x = (await seated(db, forum)).length;
    if (x < ENOUGH) waits.push({ what: 'forum', id: forum.id, x, ...publicly(starts, programme.timeZone) });
  }
  return waits;
}
