// Meetings that cannot be held any more, because somebody sits out then or is not in the pair any more: cancelled without a word of their own. The
// partner hears of the pause or the leaving itself, and calendars hear of the cancellation.
import { Temporal } from 'temporal-polyfill';
import { at, instantOf, isBefore, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Db, Tools } from '../../../platform/tools.ts';
import * as pairs from '../../pairing/pairs.ts';
import { takeBackWord } from './announce.ts';
import * as meetings from './meetings.ts';
import { isBooked } from './meetings.ts';

/** Whoever pauses or leaves is noticed within so many minutes. */
const BETWEEN_LOOKS = 15;

export const overtaken: Stream = {
  name: 'meeting-overtaken',
  minutes: BETWEEN_LOOKS,
  run: async (tools, now) => {
    for (const gone of await whoCannotCome(tools.db, tools.workspace, now)) await cancel(tools, gone, now);
    return undefined;
  },
};

interface Gone {
  pair: string;
  fortnight: number;
  /** Because of whom. */
  leader: string;
}

async function cancel(tools: Tools, { pair, fortnight, leader }: Gone, now: Temporal.Instant): Promise<void> {
  await transact(tools.db, async (tx) => {
    const meeting = await meetings.ofFortnight(tx, pair, fortnight);
    if (!isBooked(meeting) || !isBefore(now, instantOf(meeting.startsAt))) return;
    await takeBackWord(tools, tx, meeting, now);
    const cancelled = { state: 'cancelled', sequence: meeting.sequence + 1, arrangedBy: leader, changedAt: stamp(now) } as const;
    await meetings.save(tx, tools.workspace, { ...meeting, ...cancelled });
  });
}

/** Meetings to come of which someone has left, or sits out on their day. A trio of which one has left is a pair, and meets. */
async function whoCannotCome(db: Db, workspace: string, now: Temporal.Instant): Promise<Gone[]> {
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('pair', 'pair.id', 'meeting.pair')
    .innerJoin('pair_leader', 'pair_leader.pair', 'meeting.pair')
    .innerJoin('leader', 'leader.id', 'pair_leader.leader')
    .select(['meeting.pair', 'meeting.fortnight', 'meeting.starts_at', 'leader.id as leader', 'leader.time_zone', 'leader.paused_until'])
    .select(['pair.ended_at', 'pair_leader.ended_at as place_ended_at', 'leader.left_at', 'leader.paused_at'])
    .where('meeting.workspace', '=', workspace)
    .where('meeting.state', '=', 'booked')
    .where('meeting.starts_at', '>', stamp(now))
    .where(({ eb, or }) => or(GONE.map((column) => eb(column, 'is not', null))))
    .orderBy('meeting.pair')
    .orderBy('pair_leader.place')
    .execute();
  const found: Gone[] = [];
  for (const row of rows) {
    const gone = row.ended_at !== null || row.place_ended_at !== null || row.left_at !== null;
    if (gone ? row.ended_at !== null || (await standingIn(db, row.pair)) < 2 : isAwayThen(row)) found.push(row);
  }
  return found;
}

const GONE = ['pair.ended_at', 'pair_leader.ended_at', 'leader.left_at', 'leader.paused_at'] as const;

async function standingIn(db: Db, id: string): Promise<number> {
  const pair = await pairs.byId(db, id);
  return pair?.members.filter(({ leftAt }) => leftAt === null).length ?? 0;
}

function isAwayThen(row: { starts_at: string | null; paused_at: string | null; paused_until: string | null; time_zone: string }): boolean {
  if (row.paused_at === null || row.starts_at === null) return false;
  return (
    row.paused_until === null || isBefore(instantOf(row.starts_at), at(Temporal.PlainDate.from(row.paused_until), '00:00', row.time_zone))
  );
}
