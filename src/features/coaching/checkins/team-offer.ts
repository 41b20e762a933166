// Whether the end of a check-in offers to start a small version with one's own team, and that somebody would rather not now. Teams are of a later room: of
// what it keeps this one reads only whether somebody hosts one.
import type { Temporal } from 'temporal-polyfill';
import { claim, settled } from '../../../platform/schedule/occurrences.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { PairSeat } from '../agreement/seat.ts';
import { periodOf } from '../contacts/on-record.ts';
import * as checkins from './checkins.ts';
import { subjectOf } from './due-seats.ts';
import { MET_OFTEN, OFFERS_TEAM } from './plan.ts';

export interface TeamOffer {
  /** How often they have met with their partner. */
  met: number;
  /** They said "Not now" in this check-in. */
  declined: boolean;
}

type Asked = Pick<PairSeat, 'programme' | 'round' | 'pair' | 'leader'> & { fortnight: number };

/** Nothing where it is not offered: not in this fortnight, to these two not yet, or to whoever hosts a team. */
export async function teamOfferOf({ workspace }: Pick<Tools, 'workspace'>, db: Db | Tx, asked: Asked): Promise<TeamOffer | undefined> {
  if (!OFFERS_TEAM.includes(asked.fortnight)) return undefined;
  const met = await checkins.timesMet(db, asked.pair.id);
  if (met < MET_OFTEN || (await hostsTeam(db, workspace, asked.leader.user))) return undefined;
  return { met, declined: (await settled(db, onRecord(asked))) !== undefined };
}

/** Puts "Not now" on record; twice is once. */
export async function declined(tools: Tools, tx: Tx, asked: Asked, now: Temporal.Instant): Promise<void> {
  await claim(tools, tx, { ...onRecord(asked), dueAt: now, outcome: 'skipped', reason: 'not-now' }, now);
}

function onRecord({ programme, round, pair, leader, fortnight }: Asked) {
  const subject = subjectOf({ pair: pair.id, leader: leader.id });
  return { programme: programme.id, stream: 'team-offer', subject, period: periodOf(round, fortnight) };
}

async function hostsTeam(db: Db | Tx, workspace: string, user: string): Promise<boolean> {
  const row = await db
    .selectFrom('team')
    .innerJoin('leader', 'leader.id', 'team.leader')
    .select('team.id')
    .where('team.workspace', '=', workspace)
    .where('leader.slack_user', '=', user)
    .where('team.ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
