// When the next round comes: on its day in the calendar, or when the gathering is over at which its pairs are named. Everybody who says or uses that
// day asks here; it reads two tables that later rooms keep, since this room stands before them.
import { Temporal } from 'temporal-polyfill';
import { at, dayOf, instantOf } from '../../platform/clock.ts';
import { ready } from '../../platform/db/ready.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import { GATHERING_MINUTES, LATE_DAYS, nextRound, type RoundDay, roundNear } from './plan.ts';
import type { Programme } from './programmes.ts';

export interface ComingRound extends RoundDay {
  /** The round's own day in the calendar, from which later ones are counted: `on`, unless a gathering holds the round. */
  inCalendar: Temporal.PlainDate;
  /** The moment from which on it may go out. */
  at: Temporal.Instant;
  /** The gathering at which its pairs are named. */
  gathering?: string;
}

/**
 * The round that comes next. A gathering holds it from the moment on at which it is planned until two weeks after; then, as for a round that is late,
 * the calendar alone counts.
 */
export async function comingRound(db: Db | Tx, programme: Programme, now: Temporal.Instant): Promise<ComingRound> {
  const [latest] = await latestWithGathering(db, { programme: programme.id });
  const last = Number(latest?.number ?? 0);
  const today = dayOf(now, programme.timeZone);
  const held = latest?.gathering && latest.starts_at ? heldBy(programme, last, latest.starts_at, today) : undefined;
  if (held && latest?.gathering) return { ...held, gathering: latest.gathering };
  const { number, on } = nextRound(programme, last, today);
  return { number, on, inCalendar: on, at: at(on, programme.sendTime, programme.timeZone) };
}

/** When a gathering is over that begins at `startsAt`. */
export function gatheringEnds(startsAt: string): Temporal.Instant {
  return instantOf(startsAt).add({ minutes: GATHERING_MINUTES });
}

function heldBy(
  programme: Programme,
  last: number,
  startsAt: string,
  today: Temporal.PlainDate,
): Omit<ComingRound, 'gathering'> | undefined {
  const ends = gatheringEnds(startsAt);
  const on = dayOf(ends, programme.timeZone);
  const near = roundNear(programme, last, on);
  const isOver = Temporal.PlainDate.compare(today, on.add({ days: LATE_DAYS })) > 0;
  return near && !isOver ? { number: near.number, on, inCalendar: near.on, at: ends } : undefined;
}

const latestWithGathering = ready((db, { programme }: { programme: string }) =>
  db
    .selectFrom('round')
    .leftJoin('gathering', (join) =>
      join.onRef('gathering.round', '=', 'round.id').on('gathering.called_off_at', 'is', null).on('gathering.reveals_at', 'is not', null),
    )
    .select(['round.number', 'gathering.id as gathering', 'gathering.starts_at'])
    .where('round.programme', '=', programme)
    .where('round.undone_at', 'is', null)
    .orderBy('round.number', 'desc')
    .limit(1),
);
