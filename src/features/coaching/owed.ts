// To whom an opener may be owed: everyone with a place in a round, those included who have left since. One question to the database for a
// whole round, whatever its size.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Db, Tx } from '../../platform/tools.ts';

/** One leader's place in a pair of the round, with what decides when they are written to. */
export interface Owed {
  pair: string;
  leader: string;
  user: string;
  /** What they are on record under: one row a fortnight and subject. */
  subject: string;
  timeZone: string;
  workingDays: readonly number[];
  workingFrom: string;
  workingTo: string;
  sendWeekday: number | null;
  sendTime: string | null;
  pausedAt: string | null;
  pausedUntil: Temporal.PlainDate | null;
  leftAt: string | null;
  /** Their place, or the whole pair, has ended. */
  ended: boolean;
}

const weekdays = z.array(z.number().int().min(1).max(7));

/** Every place in `round`, or those of `some` leaders. */
export async function ofRound(db: Db | Tx, round: string, some?: readonly string[]): Promise<Owed[]> {
  let query = places(db).where('pair_leader.round', '=', round);
  if (some) query = query.where('pair_leader.leader', 'in', [...some]);
  return (await query.execute()).map(owed);
}

/** What an opener to `leader` in `pair` is on record under. */
export function subjectOf(pair: string, leader: string): string {
  return `${pair}:${leader}`;
}

function places(db: Db | Tx) {
  return db
    .selectFrom('pair_leader')
    .innerJoin('pair', 'pair.id', 'pair_leader.pair')
    .innerJoin('leader', 'leader.id', 'pair_leader.leader')
    .select(['pair_leader.pair', 'pair_leader.leader', 'pair_leader.ended_at as place_ended_at', 'pair.ended_at as pair_ended_at'])
    .select(['leader.slack_user', 'leader.time_zone', 'leader.working_days', 'leader.working_from', 'leader.working_to'])
    .select(['leader.send_weekday', 'leader.send_time', 'leader.paused_at', 'leader.paused_until', 'leader.left_at'])
    .orderBy('pair_leader.pair')
    .orderBy('pair_leader.place');
}

type Row = Awaited<ReturnType<ReturnType<typeof places>['execute']>>[number];

function owed(row: Row): Owed {
  return {
    pair: row.pair,
    leader: row.leader,
    user: row.slack_user,
    subject: subjectOf(row.pair, row.leader),
    timeZone: row.time_zone,
    workingDays: weekdays.parse(JSON.parse(row.working_days)),
    workingFrom: row.working_from,
    workingTo: row.working_to,
    sendWeekday: row.send_weekday,
    sendTime: row.send_time,
    pausedAt: row.paused_at,
    pausedUntil: row.paused_until === null ? null : Temporal.PlainDate.from(row.paused_until),
    leftAt: row.left_at,
    ended: row.place_ended_at !== null || row.pair_ended_at !== null,
  };
}
