// Everything about one running team that decides what is due: its days, who is in it and with whom, what they have been told, and whether the taps are
// open. Read anew inside each transaction.
import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../../../platform/clock.ts';
import { settled } from '../../../../platform/schedule/occurrences.ts';
import type { Db, Tools, Tx } from '../../../../platform/tools.ts';
import * as pauseWeeks from '../../../founding/pause-weeks.ts';
import type { Member } from '../members.ts';
import * as members from '../members.ts';
import type { TeamPair } from '../team-pairs.ts';
import * as teamPairs from '../team-pairs.ts';
import type { Team } from '../teams.ts';
import type { Weeks } from './calendar.ts';

/** Names of what is put on record: what a pair was told, what the leader was told, that the taps were opened. */
export const STEPS = 'team-step';
export const HOST = 'team-host';
export const TAPS = 'team-taps';

export interface Scene {
  team: Team;
  weeks: Weeks;
  /** Those who take part and whom Slack knows. */
  people: readonly Member[];
  pairs: readonly TeamPair[];
  /** Since when the taps may be asked for, once they may. */
  tapsOpenedAt?: Temporal.Instant;
}

export async function sceneOf({ workspace }: Pick<Tools, 'workspace'>, db: Db | Tx, team: Team): Promise<Scene> {
  const rests = await pauseWeeks.of(db, team.programme);
  const opened = await settled(db, { programme: team.programme, stream: TAPS, subject: team.id, period: 'open' });
  return {
    team,
    weeks: { beginsOn: Temporal.PlainDate.from(team.beginsOn), rests, zone: team.zone },
    people: (await members.inTeam(db, workspace, team.id)).filter(({ gone }) => !gone),
    pairs: await teamPairs.standingIn(db, workspace, team.id),
    ...(opened && { tapsOpenedAt: instantOf(opened.settledAt) }),
  };
}
