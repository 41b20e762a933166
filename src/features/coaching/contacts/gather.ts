// Who sits where: every pair of every running round with everyone in it, their hours and their pair's own clock. A few questions to the database
// for a whole programme, whatever its size.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dayOf } from '../../../platform/clock.ts';
import { ready } from '../../../platform/db/ready.ts';
import type { RoundTable } from '../../../platform/db/tables.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { type Hours, hoursOfLeader } from '../../joining/hours.ts';
import type { PairRest } from '../../joining/pair-rests.ts';
import * as pairRests from '../../joining/pair-rests.ts';
import { isAway } from '../../joining/plan.ts';
import * as rounds from '../../pairing/rounds.ts';
import { type Rest, type RoundCalendar, roundCalendar } from '../calendar.ts';
import { usualOf } from '../places.ts';
import * as quiets from '../quiets.ts';
import type { Running, Seat, Table } from './source.ts';

const weekdays = z.array(z.number().int().min(1).max(7));

/** Every programme of the workspace with each round that runs: while one ends and the next is told, there are two. */
export async function running(tools: Pick<Tools, 'db' | 'workspace'>, now: Temporal.Instant): Promise<Running[]> {
  const found: Running[] = [];
  for (const programme of await programmes.all(tools.db, tools.workspace)) {
    for (const round of await rounds.running(tools.db, programme.id)) found.push(await ofRound(tools.db, { programme, round }, now));
  }
  return found;
}

/** One programme and its round, with everyone in it or with some of its pairs. */
export async function ofRound(
  db: Db | Tx,
  { programme, round, pairs }: { programme: Programme; round: RoundTable; pairs?: readonly string[] },
  now: Temporal.Instant,
): Promise<Running> {
  const rests = await pauseWeeks.of(db, programme.id);
  const own = await pairRests.ofRound(db, round.id);
  const silent = new Set((await quiets.unansweredIn(db, round.id)).map(({ pair, leader }) => `${pair}:${leader}`));
  const clocks = clocksOf(round, rests, own);
  const hours = hoursOnce();
  const seatOf = (row: Row): Seat => ({
    pair: row.pair,
    leader: row.leader,
    user: row.slack_user,
    name: row.name,
    hours: hours(row, clocks(row.pair).quietDays),
    usual: usualOf({ sendWeekday: row.send_weekday, sendTime: row.send_time }, programme),
    ...awayOf(row, now),
    silent: silent.has(`${row.pair}:${row.leader}`),
    ...goneOf(row),
  });
  const tables = new Map<string, Table & { seats: Seat[] }>();
  for (const row of await placesOf(db, round.id, pairs)) {
    const table = tables.get(row.pair) ?? { pair: row.pair, seats: [], calendar: clocks(row.pair).calendar };
    table.seats.push(seatOf(row));
    tables.set(row.pair, table);
  }
  return { programme, round, tables: [...tables.values()] };
}

interface Clock {
  calendar: RoundCalendar;
  /** Days on which nobody in the pair is written to: `longer` stops the clock, but not the messages. */
  quietDays: readonly Rest[];
}

/** The clock of each pair; those without rests of their own share one. */
function clocksOf(round: RoundTable, rests: readonly Rest[], own: ReadonlyMap<string, readonly PairRest[]>): (pair: string) => Clock {
  const shared = { calendar: roundCalendar(round.begins_on, rests), quietDays: rests };
  const ofPair = new Map<string, Clock>();
  for (const [pair, more] of own) {
    const quietDays = [...rests, ...more.filter(({ because }) => because !== 'longer')];
    ofPair.set(pair, { calendar: roundCalendar(round.begins_on, [...rests, ...more]), quietDays });
  }
  return (pair) => ofPair.get(pair) ?? shared;
}

function placesOf(db: Db | Tx, round: string, pairs?: readonly string[]) {
  return pairs
    ? ofWhole(db, round)
        .where('pair_leader.pair', 'in', [...pairs])
        .execute()
    : whole(db, { round });
}

const whole = ready((db, { round }: { round: string }) => ofWhole(db, round));

function ofWhole(db: Db | Tx, round: string) {
  return places(db).where('pair_leader.round', '=', round);
}

function places(db: Db | Tx) {
  return db
    .selectFrom('pair_leader')
    .innerJoin('pair', 'pair.id', 'pair_leader.pair')
    .innerJoin('leader', 'leader.id', 'pair_leader.leader')
    .select(['pair_leader.pair', 'pair_leader.leader', 'pair_leader.ended_at as place_ended_at', 'pair.ended_at as pair_ended_at'])
    .select(['leader.slack_user', 'leader.name', 'leader.time_zone', 'leader.working_days', 'leader.working_from', 'leader.working_to'])
    .select(['leader.send_weekday', 'leader.send_time', 'leader.paused_at', 'leader.paused_until', 'leader.left_at'])
    .orderBy('pair_leader.pair')
    .orderBy('pair_leader.place');
}

type Row = Awaited<ReturnType<ReturnType<typeof places>['execute']>>[number];

/** Leaders with the same hours share one object: whatever is worked out for it is worked out once. */
function hoursOnce(): (row: Row, rests: readonly Rest[]) => Hours {
  const known = new Map<readonly Rest[], Map<string, Hours>>();
  return (row, rests) => {
    const those = known.get(rests) ?? new Map<string, Hours>();
    known.set(rests, those);
    const like = `${row.time_zone} ${row.working_days} ${row.working_from} ${row.working_to}`;
    const hours = those.get(like) ?? hoursOfLeader(timesOf(row), rests);
    those.set(like, hours);
    return hours;
  };
}

function timesOf(row: Row) {
  return {
    timeZone: row.time_zone,
    workingDays: weekdays.parse(JSON.parse(row.working_days)),
    workingFrom: row.working_from,
    workingTo: row.working_to,
  };
}

function awayOf(row: Row, now: Temporal.Instant): Pick<Seat, 'away' | 'backOn'> {
  if (row.paused_at === null) return { away: false };
  const until = row.paused_until === null ? null : Temporal.PlainDate.from(row.paused_until);
  const away = isAway({ pausedAt: row.paused_at, pausedUntil: until, leftAt: null }, dayOf(now, row.time_zone));
  return { away, ...(away && until && { backOn: until }) };
}

function goneOf(row: Row): Pick<Seat, 'gone'> {
  if (row.left_at !== null) return { gone: 'left' };
  return row.place_ended_at !== null || row.pair_ended_at !== null ? { gone: 'ended' } : {};
}
