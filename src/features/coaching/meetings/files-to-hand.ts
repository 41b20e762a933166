// Which calendar files are still to be handed out, read in one question for the whole workspace: every member of a pair whose meeting has changed,
// unless its present state is on record for them.
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { at, stamp } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import type { Hours } from '../hours.ts';

/** What handing them out is on record under. */
export const CALENDAR = 'calendar-file';

export interface ToHand {
  meeting: string;
  pair: string;
  fortnight: number;
  sequence: number;
  booked: boolean;
  programme: string;
  leader: string;
  user: string;
  /** Whether they are the one who changed it, and are still there. */
  acted: boolean;
  hours: Hours;
  /** Until when they sit out; `null` where nobody knows. */
  awayUntil?: Temporal.Instant | null;
}

const weekdays = z.array(z.number().int().min(1).max(7));

/** Files about meetings that are still to come and have changed since `since`. */
export async function filesToHand(db: Db | Tx, workspace: string, since: Temporal.Instant, now: Temporal.Instant): Promise<ToHand[]> {
  const rows = await members(db)
    .where('meeting.workspace', '=', workspace)
    .where('meeting.changed_at', '>=', stamp(since))
    .where('meeting.starts_at', '>', stamp(now))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('occurrence')
            .select('occurrence.id')
            .whereRef('occurrence.programme', '=', 'leader.programme')
            .where('occurrence.stream', '=', CALENDAR)
            .where(sql<boolean>`occurrence.subject = meeting.id || ':' || leader.id`)
            .where(sql<boolean>`occurrence.period = cast(meeting.sequence as text)`),
        ),
      ),
    )
    .orderBy('meeting.changed_at')
    .orderBy('meeting.id')
    .orderBy('pair_leader.place')
    .execute();
  return rows.map(toHand);
}

function members(db: Db | Tx) {
  return (
    db
      .selectFrom('meeting')
      .innerJoin('pair_leader', 'pair_leader.pair', 'meeting.pair')
      .innerJoin('leader', 'leader.id', 'pair_leader.leader')
      .select(['meeting.id', 'meeting.pair', 'meeting.fortnight', 'meeting.sequence', 'meeting.state', 'meeting.arranged_by'])
      .select(['leader.id as leader', 'leader.slack_user', 'leader.programme', 'leader.time_zone'])
      .select(['leader.working_days', 'leader.working_from', 'leader.working_to', 'leader.paused_at', 'leader.paused_until'])
      .where('leader.left_at', 'is', null)
      // Whoever is not in the pair any more still has to hear of a cancellation.
      .where(({ eb, or }) => or([eb('pair_leader.ended_at', 'is', null), eb('meeting.state', '!=', 'booked')]))
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof members>['execute']>>[number];

function toHand(row: Row): ToHand {
  const days = weekdays.parse(JSON.parse(row.working_days));
  return {
    ...{ meeting: row.id, pair: row.pair, fortnight: row.fortnight, sequence: row.sequence, booked: row.state === 'booked' },
    ...{
      programme: row.programme,
      leader: row.leader,
      user: row.slack_user,
      acted: row.arranged_by === row.leader && row.paused_at === null,
    },
    hours: { zone: row.time_zone, days, from: row.working_from, to: row.working_to, rests: [] },
    ...(row.paused_at !== null && {
      awayUntil: row.paused_until === null ? null : at(Temporal.PlainDate.from(row.paused_until), '00:00', row.time_zone),
    }),
  };
}

/** Whether a file about this meeting has ever been handed to them: only then is there something to cancel. */
export async function wasHanded(db: Db | Tx, { programme, meeting, leader }: ToHand): Promise<boolean> {
  const row = await db
    .selectFrom('occurrence')
    .select('id')
    .where('programme', '=', programme)
    .where('stream', '=', CALENDAR)
    .where('subject', '=', fileSubject(meeting, leader))
    .where('outcome', '=', 'done')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export function fileSubject(meeting: string, leader: string): string {
  return `${meeting}:${leader}`;
}
