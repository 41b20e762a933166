// A pair as one of its own people meets it: everyone's hours, the calendar, what has been fixed and what has been held. Whoever is not in the
// pair finds nothing; nobody learns whether there is one.
import type { Temporal } from 'temporal-polyfill';
import { at, instantOf, isBefore } from '../../../platform/clock.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { hoursOfLeader } from '../../joining/hours.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { returnsAt } from '../../joining/plan.ts';
import type { Pair } from '../../pairing/pairs.ts';
import * as pairs from '../../pairing/pairs.ts';
import * as agreements from '../agreement/agreements.ts';
import { fortnightDays, fortnightOn, type Rest } from '../calendar.ts';
import type { Match } from '../places.ts';
import * as places from '../places.ts';
import * as held from './held.ts';
import type { Meeting } from './meetings.ts';
import * as meetings from './meetings.ts';
import { isBooked } from './meetings.ts';
import { type Held, lengthOf, type Rhythm, rhythmOf } from './plan.ts';
import type { Sitter, Stretch } from './slots.ts';
import type { Reader } from './times.ts';

/** When a pair usually meets, as it agreed. */
export interface UsualTime {
  weekday: number;
  time: string;
  zone: string;
}

export interface OurPair {
  programme: Programme;
  match: Match;
  pair: Pair;
  /** Days on which nobody in it meets: the programme rests, or one of them is away. Two more weeks only stop the clock. */
  quietDays: readonly Rest[];
  /** Whoever acts. */
  own: Leader;
  /** Everyone in the pair who is still there, in the order of their places. */
  members: readonly Leader[];
  meetings: readonly Meeting[];
  /** Every meeting that was held so far, and the fortnights in which. */
  held: readonly (Held & { fortnight: number })[];
  rhythm: Rhythm;
  usual?: UsualTime;
}

type Reading = Pick<Tools, 'db' | 'workspace'>;

/** The pair `id` as `user` may see it: a member, while it stands and its round runs. */
export async function ourPair(
  { db, workspace }: Reading,
  wanted: { user: string; pair: string },
  now: Temporal.Instant,
  tx?: Tx,
): Promise<OurPair | undefined> {
  const from = tx ?? db;
  const pair = await pairs.byId(from, wanted.pair);
  const member = pair?.members.find(({ user, leftAt }) => user === wanted.user && leftAt === null);
  if (!pair || !member) return undefined;
  const members = await membersOf(from, pair);
  const own = members.find(({ id }) => id === member.leader);
  const programme = own && (await programmes.find(from, workspace, own.programme));
  if (!programme) return undefined;
  const { match: current, next } = await places.ofSeat(from, { programme, leader: own, pair }, now);
  const match = [current, next].find((each) => each?.pair.id === pair.id);
  if (!match) return undefined;
  return { programme, match, pair, own, members, quietDays: match.quietDays, ...(await knownOf(from, pair.id, members, now)) };
}

/** Those who have not left, in the order of their places. */
async function membersOf(db: Tools['db'] | Tx, pair: Pair): Promise<Leader[]> {
  const ids = pair.members.map(({ leader }) => leader);
  const found = await leaders.some(db, ids);
  return ids.flatMap((id) => found.find((each) => each.id === id && each.leftAt === null) ?? []);
}

async function knownOf(db: Tools['db'] | Tx, pair: string, members: readonly Leader[], now: Temporal.Instant) {
  const fixed = await meetings.ofPair(db, pair);
  const agreed = await agreements.ofPair(db, pair);
  const { weekday, time, zone } = agreed ?? {};
  return {
    meetings: fixed,
    held: await held.ofPair(db, pair, fixed, now),
    rhythm: rhythmOf(
      agreed?.rhythm,
      members.map((member) => member.rhythm),
    ),
    ...(weekday && time && zone ? { usual: { weekday, time, zone } } : {}),
  };
}

export function meetingOf({ meetings: all }: Pick<OurPair, 'meetings'>, fortnight: number): Meeting | undefined {
  return all.find((meeting) => meeting.fortnight === fortnight);
}

/** Whether a meeting is booked and has not begun. */
export function isAhead(meeting: Meeting | undefined, now: Temporal.Instant): boolean {
  return isBooked(meeting) && isBefore(now, instantOf(meeting.startsAt));
}

/** What decides the length and the plan of the meeting of `fortnight`. */
export function aboutOf({ members, held: past }: Pick<OurPair, 'members' | 'held'>, fortnight: number) {
  return { fortnight, size: members.length, first: !past.some((each) => each.fortnight < fortnight) };
}

export function usualLength(ours: Pick<OurPair, 'members' | 'held' | 'rhythm'>, fortnight: number): number {
  return lengthOf(aboutOf(ours, fortnight), ours.rhythm);
}

/** The days of a fortnight as instants in the programme's zone. */
export function spanOf({ match, programme }: Pick<OurPair, 'match' | 'programme'>, fortnight: number): Stretch {
  const { first, next } = fortnightDays(match.calendar, fortnight);
  return [at(first, '00:00', programme.timeZone), at(next, '00:00', programme.timeZone)];
}

/** The fortnight to which `instant` belongs. */
export function fortnightAt({ match, programme }: Pick<OurPair, 'match' | 'programme'>, instant: Temporal.Instant) {
  return fortnightOn(match.calendar, instant.toZonedDateTimeISO(programme.timeZone).toPlainDate());
}

/** When a leader can meet. */
export function sitterOf({ quietDays }: Pick<OurPair, 'quietDays'>, leader: Leader): Sitter {
  const hours = hoursOfLeader(leader, quietDays);
  return leader.pausedAt === null ? { hours } : { hours, awayUntil: returnsAt(leader) ?? null };
}

export function readerOf({ name, timeZone }: Pick<Leader, 'name' | 'timeZone'>): Reader {
  return { name, zone: timeZone };
}

/** Everyone in the pair but whoever acts. */
export function othersIn({ members, own }: Pick<OurPair, 'members' | 'own'>): Leader[] {
  return members.filter(({ id }) => id !== own.id);
}
