// Looks up when partners for the coming round are chosen, and what the rules have to go by.
import { Temporal } from 'temporal-polyfill';
import type { Db, Tx } from '../../../platform/tools.ts';
import { comingRound } from '../../founding/coming-round.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import type { Programme } from '../../founding/programmes.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { reportingLines } from '../../joining/line.ts';
import * as nextRounds from '../../joining/next-rounds.ts';
import { isAway } from '../../joining/plan.ts';
import * as forbiddenPairs from '../forbidden-pairs.ts';
import * as pairLeaders from '../pair-leaders.ts';
import { historyOf } from '../past.ts';
import { functionOf, ROUNDS_REMEMBERED } from '../planning/between.ts';
import * as rounds from '../rounds.ts';
import { type Choosers, type Season, seasonOf } from './plan.ts';

/** The season of the round that comes next. */
export async function seasonNow(db: Db | Tx, programme: Programme, now: Temporal.Instant): Promise<Season> {
  const next = await comingRound(db, programme, now);
  const running = await rounds.current(db, programme.id);
  const runningSince = running && Temporal.PlainDate.from(running.begins_on);
  return seasonOf({ next, runningSince, workingDays: programme.workingDays, rests: await pauseWeeks.of(db, programme.id) });
}

/** Whether a leader is there to choose and be chosen: in the programme, in the round, and back before the choosing is over. */
export function takesPart(leader: Leader, season: Season, out: ReadonlySet<string>): boolean {
  return !isAway(leader, season.lastDay) && !isAway(leader, season.roundOn) && !out.has(leader.id);
}

/** Everyone who takes part in the round, and what keeps two of them apart, but for private lists. */
export async function choosersIn(db: Db | Tx, programme: Programme, season: Season): Promise<Choosers> {
  const out = await nextRounds.sittingOut(db, await rounds.latest(db, programme.id));
  const here = (await leaders.inProgramme(db, programme.id)).filter((leader) => takesPart(leader, season, out));
  const ids = new Set(here.map(({ id }) => id));
  const history = historyOf(await pairLeaders.past(db, programme.id), ids).filter(({ roundsAgo }) => roundsAgo <= ROUNDS_REMEMBERED);
  return {
    leaders: new Map(here.map((leader) => [leader.id, functionOf(leader)])),
    lines: await reportingLines(db, programme.id),
    past: eachWith(history.flatMap(({ leaders: group }) => group.flatMap((one) => group.map((other) => [one, other] as const)))),
    forbidden: eachWith(await forbiddenPairs.ofProgramme(db, programme.id)),
  };
}

function eachWith(twos: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [one, other] of twos) {
    if (one === other) continue;
    found.set(one, (found.get(one) ?? new Set()).add(other));
    found.set(other, (found.get(other) ?? new Set()).add(one));
  }
  return found;
}
