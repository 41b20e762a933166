// Whether somebody who joins now can still be part of the round that runs; read from the table that pairing keeps, since this room stands before it.
import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../platform/clock.ts';
import type { Db } from '../../platform/tools.ts';
import * as pauseWeeks from '../founding/pause-weeks.ts';
import type { Programme } from '../founding/programmes.ts';
import { isTimeLeft } from '../founding/round-days.ts';

/** True while a round runs of which more than eight weeks remain. */
export async function isInTime(db: Db, { id, timeZone }: Programme, now: Temporal.Instant): Promise<boolean> {
  const round = await db
    .selectFrom('round')
    .select('begins_on')
    .where('programme', '=', id)
    .where('closed_at', 'is', null)
    .where('undone_at', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return round !== undefined && isTimeLeft(Temporal.PlainDate.from(round.begins_on), await pauseWeeks.of(db, id), dayOf(now, timeZone));
}
