// The day on which a round ends because the first fortnight of the next one begins: as it is fixed, or as far as the calendar tells today.
import { Temporal } from 'temporal-polyfill';
import type { RoundTable } from '../../../platform/db/tables.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import { comingRound } from '../../founding/coming-round.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import type { Programme } from '../../founding/programmes.ts';
import { beginsOn, confirmBy, heardAt } from '../../pairing/calendar.ts';
import * as rounds from '../../pairing/rounds.ts';

export interface RoundEnd {
  /** The day on which leaders hear of their next partners. */
  told: Temporal.PlainDate;
  /** The day on which the next round's first fortnight begins, and this round closes. */
  ends: Temporal.PlainDate;
}

export async function endOf(
  db: Db | Tx,
  programme: Programme,
  round: Pick<RoundTable, 'number'>,
  now: Temporal.Instant,
): Promise<RoundEnd> {
  const latest = await rounds.latest(db, programme.id);
  if (latest && latest.number > round.number)
    return { told: Temporal.PlainDate.from(latest.rotated_on), ends: Temporal.PlainDate.from(latest.begins_on) };
  const { on, at } = await comingRound(db, programme, now);
  const rests = await pauseWeeks.of(db, programme.id);
  const heard = heardAt(programme, rests, at);
  return { told: on, ends: beginsOn(programme, rests, confirmBy(programme, rests, heard)) };
}
