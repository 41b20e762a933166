// What becomes of the groups of somebody who goes: their seats in forums go to those who wait.
import type { Temporal } from 'temporal-polyfill';
import type { Tools, Tx } from '../../platform/tools.ts';
import { giveAllBack } from '../gathering/forums/give-all-back.ts';
import type { Leader } from '../joining/leaders.ts';

/** As the leader they have just ceased to be. */
export async function leaveGroups(tools: Tools, tx: Tx, { leader }: { leader: Leader }, now: Temporal.Instant): Promise<void> {
  await giveAllBack(tools, tx, leader, now);
}
