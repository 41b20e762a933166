// Follows what becomes of the people of a team: where its leader has left the programme, sits out for long or is gone from Slack, it ends; where a member
// is gone, the others are put together anew.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { endTeam } from './end-team.ts';
import * as members from './members.ts';
import type { Ending, Team } from './teams.ts';
import * as teams from './teams.ts';
import { mend } from './weeks/groups.ts';

/** A shorter absence is a holiday: the team goes on, and its leader hears nothing meanwhile. */
const LONG_DAYS = 28;

export const teamFollowing: Stream = { name: 'team-follows', run };

async function run(tools: Tools, now: Temporal.Instant): Promise<undefined> {
  for (const team of await teams.open(tools.db, tools.workspace)) {
    const because = whyOver(await leaders.byId(tools.db, tools.workspace, team.leader));
    const gone = (await members.inTeam(tools.db, tools.workspace, team.id)).some((member) => member.gone);
    if (because === undefined && !gone) continue;
    await transact(tools.db, async (tx) => {
      if (because) await endTeam(tools, tx, { team, because }, now);
      else await letGo(tools, tx, team, now);
    });
    tools.knock();
  }
}

function whyOver(leader: Leader | undefined): Ending | undefined {
  if (!leader) return 'leader-gone';
  if (leader.leftAt !== null)
    return leader.leftBecause === 'deactivated' || leader.leftBecause === 'erased' ? 'leader-gone' : 'leader-left';
  return isLong(leader) ? 'leader-paused' : undefined;
}

function isLong({ pausedAt, pausedUntil, timeZone }: Leader): boolean {
  if (pausedAt === null) return false;
  return pausedUntil === null || dayOf(instantOf(pausedAt), timeZone).until(pausedUntil, { largestUnit: 'days' }).days > LONG_DAYS;
}

async function letGo(tools: Tools, tx: Tx, team: Team, now: Temporal.Instant): Promise<void> {
  for (const { user, gone } of await members.inTeam(tx, tools.workspace, team.id))
    if (gone) await members.leave(tx, { workspace: tools.workspace, team: team.id, user }, now);
  if (team.beganAt !== null) await mend(tools, tx, team, now);
}
