// What waits for the organisers of a programme: a channel that has gone, who has asked for help, who wants another partner, who has none and why, a
// round that waits for approval, a forum with too few, a gathering to plan, and what could not be delivered.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, sayDay } from '../../../platform/clock.ts';
import type { RoundTable } from '../../../platform/db/tables.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as helpRequests from '../../coaching/help/help-requests.ts';
import { whoHelps } from '../../coaching/help/who-helps.ts';
import { comingRound } from '../../founding/coming-round.ts';
import type { Programme } from '../../founding/programmes.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { isAway } from '../../joining/plan.ts';
import { noticeAt } from '../../pairing/calendar.ts';
import { revealAhead } from '../../pairing/gatherings.ts';
import * as pairs from '../../pairing/pairs.ts';
import type { Rematch } from '../../pairing/rematching/rematches.ts';
import * as rematches from '../../pairing/rematching/rematches.ts';
import * as rounds from '../../pairing/rounds.ts';
import { resultToSee } from '../../reviewing/waiting.ts';
import { forumsWithFew, gatheringToPlan } from './group-waits.ts';
import { undeliveredOf } from './undelivered.ts';
import type { Unpaired, Wait } from './wait.ts';

type Seeing = Pick<Tools, 'db' | 'workspace' | 'organisers'>;

/** For the organiser `reader`, the most pressing first. What their own partner asks for others see to, and not they. */
export async function waitsOf(tools: Seeing, programme: Programme, reader: string, now: Temporal.Instant): Promise<Wait[]> {
  const inIt = await leaders.inProgramme(tools.db, programme.id);
  return [
    ...(programme.channelLostAt === null ? [] : [{ what: 'channel' } as const]),
    ...(await helpWanted(tools, { programme, inIt, reader })),
    ...(await approval(tools, programme, now)),
    ...(await withoutPartner(tools, { programme, inIt, reader }, now)),
    ...(await forumsWithFew(tools.db, programme, now)),
    ...(await result(tools, programme, now)),
    ...(await gatheringToPlan(tools.db, programme, now)),
    ...(await undeliveredOf(tools, { programme, inIt }, now)),
  ];
}

async function result({ db }: Seeing, programme: Programme, now: Temporal.Instant): Promise<Wait[]> {
  const found = await resultToSee(db, programme.id, now);
  return found ? [{ what: 'result', ...found }] : [];
}

interface Looking {
  programme: Programme;
  inIt: readonly Leader[];
  reader: string;
}

async function helpWanted(tools: Seeing, { programme, inIt, reader }: Looking): Promise<Wait[]> {
  const waits: Wait[] = [];
  for (const { id, leader, name, askedAt } of await helpRequests.openIn(tools.db, programme.id)) {
    const asking = inIt.find((each) => each.id === leader);
    if (!asking || (await mayHear(tools, asking, reader)))
      waits.push({ what: 'help', id, name, on: sayDay(dayOf(instantOf(askedAt), programme.timeZone)) });
  }
  return waits;
}

async function mayHear(tools: Seeing, leader: Leader, reader: string): Promise<boolean> {
  return (await whoHelps(tools, tools.db, leader)).helpers.includes(reader);
}

/** A round whose hour has come and which has not gone out; or one that nobody has approved for the gathering yet, from the day on which it is near. */
async function approval({ db }: Seeing, programme: Programme, now: Temporal.Instant): Promise<Wait[]> {
  const { on, at } = await comingRound(db, programme, now);
  const wait = { what: 'approval', date: sayDay(on) } as const;
  if (!isBefore(now, at)) return [wait];
  if (programme.rotating !== 'approve' || isBefore(now, noticeAt(programme, on))) return [];
  const ahead = await revealAhead(db, programme, now);
  return ahead && !ahead.gathering.approved ? [{ ...wait, ahead: true }] : [];
}

/** In the round that runs: whoever asked, and whoever is in no pair. */
async function withoutPartner(tools: Seeing, { programme, inIt, reader }: Looking, now: Temporal.Instant): Promise<Wait[]> {
  const round = await rounds.current(tools.db, programme.id);
  if (!round) return [];
  const wishes = (await rematches.ofRound(tools.db, round.id)).filter(({ settledAt }) => settledAt === null);
  const paired = new Set((await pairs.ofRound(tools.db, round.id)).flatMap(({ members }) => members.map(({ leader }) => leader)));
  const next = await comingRound(tools.db, programme, now);
  const waits: Wait[] = [];
  for (const leader of inIt) {
    const wish = wishes.find((each) => each.leader === leader.id);
    if (wish && wish.wish !== 'late') {
      const by = sayDay(dayOf(instantOf(wish.dueBy), programme.timeZone));
      if (await mayHear(tools, leader, reader)) waits.push({ what: 'another', wish: wish.id, name: leader.name, by });
    } else if (!paired.has(leader.id)) waits.push(unpaired(leader, { wish, round, date: sayDay(next.on) }, now));
  }
  return waits;
}

interface Standing {
  wish: Rematch | undefined;
  round: RoundTable;
  /** Of the next round. */
  date: string;
}

function unpaired(leader: Leader, { wish, round, date }: Standing, now: Temporal.Instant): Unpaired {
  const who = { what: 'unpaired', name: leader.name } as const;
  if (isAway(leader, dayOf(now, leader.timeZone))) {
    const until = leader.pausedUntil && sayDay(leader.pausedUntil);
    return { ...who, because: 'paused', ...(until && { until }) };
  }
  const because = wish || leader.joinedAt > round.approved_at ? 'late' : 'waits';
  return { ...who, because, date, ...(wish && { wish: wish.id }) };
}
