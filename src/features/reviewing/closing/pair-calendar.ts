// The clock of one pair, also of one whose round is over: the programme's days of rest and the pair's own.
import type { RoundTable } from '../../../platform/db/tables.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import { type RoundCalendar, roundCalendar } from '../../coaching/calendar.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as pairRests from '../../joining/pair-rests.ts';

export async function calendarOf(db: Db | Tx, { id }: Pick<Programme, 'id'>, round: RoundTable, pair: string): Promise<RoundCalendar> {
  return roundCalendar(round.begins_on, [...(await pauseWeeks.of(db, id)), ...(await pairRests.of(db, pair))]);
}
