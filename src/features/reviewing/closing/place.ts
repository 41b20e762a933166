// A leader at the end of a round: the pair they are closing, whoever else is in it, and whether the door still stands open. Every press and
// form of this part begins here: an id that comes back from Slack is worth nothing until it has led to the person who acts.
import { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf } from '../../../platform/clock.ts';
import type { RoundTable } from '../../../platform/db/tables.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import type { Member, Pair } from '../../pairing/pairs.ts';
import * as pairs from '../../pairing/pairs.ts';
import * as rounds from '../../pairing/rounds.ts';
import { pairIn, recentPairs } from './last-round.ts';
import { calendarOf } from './pair-calendar.ts';
import { doorOf, openUntil } from './plan.ts';
import { endOf } from './round-end.ts';
import { closingDays } from './times.ts';

export interface Closing {
  programme: Programme;
  round: RoundTable;
  pair: Pair;
  /** Who acts. */
  leader: Leader;
  /** Everyone else in the pair who is still there; nobody where it has ended before its time. */
  partners: readonly Member[];
}

export type ClosingFound = { ok: true; closing: Closing } | { ok: false; because: 'not-yours' | 'early' | 'over' };

type Reading = Pick<Tools, 'workspace'>;

/** The closing of the pair `id` as `user` sees it, if it is theirs and open. */
export async function closingOf(
  { workspace }: Reading,
  db: Db | Tx,
  { pair: id, user }: { pair: string; user: string },
  now: Temporal.Instant,
): Promise<ClosingFound> {
  const pair = await pairs.byId(db, id);
  const own = pair?.members.find((member) => member.user === user);
  const leader = own && (await leaders.byId(db, workspace, own.leader));
  if (!pair || !leader || leader.user !== user || leader.leftAt !== null) return { ok: false, because: 'not-yours' };
  const round = await rounds.byId(db, pair.round);
  const programme = round && (await programmes.find(db, workspace, round.programme));
  if (!programme || round.undone_at !== null) return { ok: false, because: 'not-yours' };
  // A pair that ended before its round did leaves each of them to close the round alone, unless they have found another since.
  const apart = pair.endedAt !== null && pair.endedAt !== round.closed_at;
  if (apart && (await pairIn(db, leader.id, round.id)) !== id) return { ok: false, because: 'over' };
  const door = await doorTo(db, { programme, round, pair, leader }, now);
  if (door !== 'open') return { ok: false, because: door };
  const partners = apart ? [] : pair.members.filter((member) => member.leader !== leader.id && member.leftAt === null);
  return { ok: true, closing: { programme, round, pair, leader, partners } };
}

/** The closing a leader is in now, in one programme: of a pair they have, or of the last one they had. */
export async function closingNow(tools: Reading, db: Db | Tx, leader: Leader, now: Temporal.Instant): Promise<Closing | undefined> {
  for (const pair of await recentPairs(db, leader.id)) {
    const found = await closingOf(tools, db, { pair, user: leader.user }, now);
    if (found.ok) return found.closing;
  }
  return undefined;
}

/** Until when what is begun here may be finished; nothing while the round runs. */
export function closesAt({ round }: Pick<Closing, 'round'>): Temporal.Instant | undefined {
  return round.closed_at === null ? undefined : openUntil(instantOf(round.closed_at));
}

async function doorTo(
  db: Db | Tx,
  { programme, round, pair, leader }: Omit<Closing, 'partners'>,
  now: Temporal.Instant,
): Promise<'open' | 'early' | 'over'> {
  if (round.closed_at !== null) return doorOf({ begun: true, closedAt: instantOf(round.closed_at) }, now);
  const calendar = await calendarOf(db, programme, round, pair.id);
  const { first } = closingDays(calendar, (await endOf(db, programme, round, now)).ends);
  return doorOf({ begun: Temporal.PlainDate.compare(first, dayOf(now, leader.timeZone)) <= 0 }, now);
}
