// What waits for the organisers of a programme: who has asked for help, who wants another partner, who has none and why, a round that waits for
// approval, and what could not be delivered.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, sayDay, stamp } from '../../platform/clock.ts';
import type { State } from '../../platform/outbox/states.ts';
import type { Tools } from '../../platform/tools.ts';
import * as helpRequests from '../coaching/help/help-requests.ts';
import { nextRound } from '../founding/plan.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import type { Leader } from '../joining/leaders.ts';
import * as leaders from '../joining/leaders.ts';
import { isAway } from '../joining/plan.ts';
import { hourOn } from '../pairing/calendar.ts';
import * as pairs from '../pairing/pairs.ts';
import type { Rematch } from '../pairing/rematching/rematches.ts';
import * as rematches from '../pairing/rematching/rematches.ts';
import * as rounds from '../pairing/rounds.ts';
import type { Wait } from './facts.ts';

/** What lies longer back is not news. */
const LOOKED_BACK = { hours: 24 * 14 };

type Seeing = Pick<Tools, 'db' | 'workspace'>;

/** The most pressing first. */
export async function waitsOf(tools: Seeing, programme: Programme, now: Temporal.Instant): Promise<Wait[]> {
  const inIt = await leaders.inProgramme(tools.db, programme.id);
  return [
    ...(await helpWanted(tools, programme)),
    ...(await approval(tools, programme, now)),
    ...(await withoutPartner(tools, programme, inIt, now)),
    ...(await undelivered(tools, programme, inIt, now)),
  ];
}

async function helpWanted({ db }: Seeing, programme: Programme): Promise<Wait[]> {
  const open = await helpRequests.openIn(db, programme.id);
  return open.map(({ id, name, askedAt }): Wait => {
    return { what: 'help', id, name, on: sayDay(dayOf(instantOf(askedAt), programme.timeZone)) };
  });
}

/** A round whose hour has come and which has not gone out. */
async function approval({ db }: Seeing, programme: Programme, now: Temporal.Instant): Promise<Wait[]> {
  const { on } = nextRound(programme, await programmes.lastRound(db, programme.id), dayOf(now, programme.timeZone));
  return isBefore(now, hourOn(programme, on)) ? [] : [{ what: 'approval', date: sayDay(on) }];
}

/** In the round that runs: whoever asked, and whoever is in no pair. */
async function withoutPartner({ db }: Seeing, programme: Programme, inIt: readonly Leader[], now: Temporal.Instant): Promise<Wait[]> {
  const round = await rounds.current(db, programme.id);
  if (!round) return [];
  const wishes = (await rematches.ofRound(db, round.id)).filter(({ settledAt }) => settledAt === null);
  const paired = new Set((await pairs.ofRound(db, round.id)).flatMap(({ members }) => members.map(({ leader }) => leader)));
  const wishOf = (leader: Leader): Rematch | undefined => wishes.find((wish) => wish.leader === leader.id);
  return inIt.flatMap((leader): Wait[] => {
    const wish = wishOf(leader);
    const { name } = leader;
    if (wish && wish.wish !== 'late') {
      return [{ what: 'another', wish: wish.id, name, by: sayDay(dayOf(instantOf(wish.dueBy), programme.timeZone)) }];
    }
    if (paired.has(leader.id)) return [];
    if (isAway(leader, dayOf(now, leader.timeZone))) return [{ what: 'unpaired', name, because: 'paused' }];
    return [{ what: 'unpaired', name, because: wish || leader.joinedAt > round.approved_at ? 'late' : 'waits' }];
  });
}

/** Letters to the programme's leaders and its channel that Slack refused, or of which nobody knows whether they arrived. */
async function undelivered(
  { db, workspace }: Seeing,
  { channel }: Programme,
  inIt: readonly Leader[],
  now: Temporal.Instant,
): Promise<Wait[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('lane')
    .where('workspace', '=', workspace)
    .where('state', 'in', ['dead', 'organiser', 'operator'] satisfies State[])
    .where('created_at', '>', stamp(now.subtract(LOOKED_BACK)))
    .execute();
  const lanes = new Set([`channel:${channel}`, ...inIt.map(({ user }) => `person:${user}`)]);
  const x = rows.filter(({ lane }) => lanes.has(lane)).length;
  return x > 0 ? [{ what: 'undelivered', x }] : [];
}
