// Where a leader stands on the programme's clock: waiting for a round, matched, in one of its fortnights, or between two rounds. Read from
// what the rooms before this one keep; everything a leader is shown begins here.
import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import * as pauseWeeks from '../founding/pause-weeks.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import type { Leader } from '../joining/leaders.ts';
import * as leaders from '../joining/leaders.ts';
import * as pairRests from '../joining/pair-rests.ts';
import { standingPairsOf } from '../joining/partners.ts';
import { isAway } from '../joining/plan.ts';
import type { Member, Pair } from '../pairing/pairs.ts';
import * as pairs from '../pairing/pairs.ts';
import * as rounds from '../pairing/rounds.ts';
import { fortnightOn, type Rest, type RoundCalendar, roundCalendar } from './calendar.ts';
import type { Hours, Usual } from './hours.ts';

/** The round a leader is in, and with whom. */
export interface Match {
  pair: Pair;
  round: RoundTable;
  calendar: RoundCalendar;
  /** Days on which nobody in the pair meets or is written to: two more weeks stop the clock, but nothing else. */
  quietDays: readonly Rest[];
  /** Everyone in the pair but the leader. */
  partners: readonly Member[];
  /** The fortnight's number on the leader's own calendar; `before` the first, `after` the last. */
  fortnight: number | 'before' | 'after';
}

export interface Place {
  programme: Programme;
  leader: Leader;
  /** Whether they sit out today. */
  away: boolean;
  /** Missing while they wait for a partner. */
  match?: Match;
  /** The pair of the round to come, once they have been told of it while the fortnights of `match` still run. */
  next?: Match;
}

/** Every programme in which `user` takes part now, in the order in which they joined. */
export async function ofPerson(db: Db | Tx, workspace: string, user: string, now: Temporal.Instant): Promise<Place[]> {
  const places: Place[] = [];
  for (const leader of await leaders.ofPerson(db, workspace, user)) {
    const programme = leader.leftAt === null ? await programmes.find(db, workspace, leader.programme) : undefined;
    if (programme) places.push(await ofLeader(db, programme, leader, now));
  }
  return places;
}

/** Where one leader of a programme stands. */
export async function ofLeader(db: Db | Tx, programme: Programme, leader: Leader, now: Temporal.Instant): Promise<Place> {
  return placeOf(db, { programme, leader }, await pairs.standingOf(db, leader.id), now);
}

/** The same for whoever has a pair of theirs before them, and perhaps its round: what is known is not read again. */
export async function ofSeat(db: Db | Tx, { pair, ...seat }: Seated & { pair: Pair }, now: Temporal.Instant): Promise<Place> {
  const standing = await standingPairsOf(db, seat.leader.id);
  const found: Pair[] = [];
  for (const { pair: id } of standing) found.push(id === pair.id ? pair : ((await pairs.byId(db, id)) as Pair));
  return placeOf(db, seat, found, now);
}

/** A leader of a programme, with a round of theirs where it has been read. */
interface Seated {
  programme: Programme;
  leader: Leader;
  round?: RoundTable;
}

async function placeOf(db: Db | Tx, seat: Seated, standing: readonly Pair[], now: Temporal.Instant): Promise<Place> {
  const { programme, leader } = seat;
  const today = dayOf(now, leader.timeZone);
  const place = { programme, leader, away: isAway(leader, today) };
  const weeks = standing.length > 0 ? await pauseWeeks.of(db, programme.id) : [];
  const matches: Match[] = [];
  for (const pair of standing) matches.push(await matchOf(db, { ...seat, pair, weeks, today }));
  const newest = matches.at(-1);
  const match = matches.find(({ fortnight }) => typeof fortnight === 'number') ?? newest;
  return { ...place, ...(match && { match }), ...(newest && newest !== match && { next: newest }) };
}

interface InPair extends Seated {
  pair: Pair;
  weeks: readonly Rest[];
  today: Temporal.PlainDate;
}

async function matchOf(db: Db | Tx, { leader, pair, round: known, weeks, today }: InPair): Promise<Match> {
  const round = known?.id === pair.round ? known : ((await rounds.byId(db, pair.round)) as RoundTable);
  const rests = await pairRests.of(db, pair.id);
  const calendar = roundCalendar(round.begins_on, [...weeks, ...rests]);
  const quietDays = [...weeks, ...rests.filter(({ because }) => because === 'paused')];
  const partners = pair.members.filter((member) => member.leader !== leader.id);
  return { pair, round, calendar, quietDays, partners, fortnight: fortnightOn(calendar, today) };
}

/** The hours in which a leader wants to be reached, in a round with this calendar. */
export function hoursOf(leader: Pick<Leader, 'timeZone' | 'workingDays' | 'workingFrom' | 'workingTo'>, calendar: RoundCalendar): Hours {
  return {
    zone: leader.timeZone,
    days: leader.workingDays,
    from: leader.workingFrom,
    to: leader.workingTo,
    rests: calendar.rests,
  };
}

/** When a leader usually hears from the programme: as they chose, or as their organiser set it. */
export function usualOf(leader: Pick<Leader, 'sendWeekday' | 'sendTime'>, programme: Pick<Programme, 'sendWeekday' | 'sendTime'>): Usual {
  return { weekday: leader.sendWeekday ?? programme.sendWeekday, time: leader.sendTime ?? programme.sendTime };
}
