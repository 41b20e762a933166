// Gathers what a report is worked out from, in the transaction in which it is published. Admin facts are as they stand on that day.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import * as leaders from '../joining/leaders.ts';
import { isAway } from '../joining/plan.ts';
import * as rosterEntries from '../joining/rosters/roster-entries.ts';
import * as pairLeaders from '../pairing/pair-leaders.ts';
import { joinedSoFar } from '../pairing/planning/bridges.ts';
import * as results from '../reviewing/results.ts';
import { fairnessOf } from './fairness.ts';
import type { Figures, Moment } from './figures.ts';
import * as followUps from './follow-ups.ts';
import * as goingOn from './going-on.ts';
import { groupsOf } from './groups.ts';
import type { Facts } from './plan.ts';
import * as reports from './reports.ts';
import { spreadIn } from './spread.ts';

export interface Reported {
  programme: Programme;
  round: RoundTable;
  moment: Moment;
}

export async function gather(
  tools: Pick<Tools, 'vault' | 'workspace'>,
  tx: Tx,
  { programme, round, moment }: Reported,
  now: Temporal.Instant,
): Promise<Facts> {
  const past = await pairLeaders.past(tx, programme.id);
  const half = moment === 'end' ? await reports.find(tx, round.id, 'half') : undefined;
  const halfAt = half && instantOf(half.publishedAt);
  const formed = past.filter(({ number, lived }) => lived && number === round.number).map(({ members }) => members.length);
  return {
    people: await peopleIn(tx, programme, now),
    formed: { pairs: formed.filter((size) => size < 3).length, trios: formed.filter((size) => size > 2).length },
    groups: await groupsOf(tx, { programme, round, halfAt }, now),
    results: (await results.ofProgramme(tx, programme.id)).filter((result) => result.round === round.id),
    commitments: await followUps.ofRound(tx, round.id, { moment, sinceHalf: half !== undefined }),
    map: mapOf(programme, past),
    fairness: await fairnessOf(tools, tx, programme.id),
    spread: await spreadIn(tx, round),
    ...(moment === 'end' && { goingOn: await goingOn.ofRound(tx, round) }),
    ...(half && { told: { firstMeetings: half.figures.firstMeetings } }),
  };
}

async function peopleIn(tx: Tx, { id }: Programme, now: Temporal.Instant): Promise<Figures['people']> {
  const everyone = await leaders.ofProgramme(tx, id);
  const inIt = everyone.filter(({ leftAt }) => leftAt === null);
  const paused = inIt.filter((leader) => isAway(leader, dayOf(now, leader.timeZone))).length;
  const invited = (await rosterEntries.ofProgramme(tx, id)).filter(({ invited_at }) => invited_at !== null).length;
  return { invited, joined: everyone.length, active: inIt.length - paused, paused, left: everyone.length - inIt.length };
}

function mapOf({ functions }: Programme, past: readonly pairLeaders.PastGroup[]): Figures['map'] {
  const groups = past.filter(({ lived }) => lived).map(({ members }) => members.map((member) => member.function));
  const { functions: here, bridges } = joinedSoFar(functions, groups);
  return { functions: [...here], bridges: bridges.map(({ between: [a, b], pairs }) => ({ between: [a, b], pairs })) };
}
