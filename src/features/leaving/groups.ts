// What becomes of the groups of somebody who goes: their seats in forums go to those who wait, and a team they host is over, for nobody hosts it.
import type { Temporal } from 'temporal-polyfill';
import type { Tools, Tx } from '../../platform/tools.ts';
import { giveAllBack } from '../gathering/forums/give-all-back.ts';
import { endTeamsOf } from '../gathering/teams/end-team.ts';
import type { Leader } from '../joining/leaders.ts';

/** As the leader they have just ceased to be. */
export async function leaveGroups(tools: Tools, tx: Tx, leader: Leader, now: Temporal.Instant): Promise<void> {
  const isGone = leader.leftBecause === 'deactivated' || leader.leftBecause === 'erased';
  await giveAllBack(tools, tx, leader, now);
  await endTeamsOf(tools, tx, { leader: leader.id, because: isGone ? 'leader-gone' : 'leader-left' }, now);
}
