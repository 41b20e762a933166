// What an organiser approved for a gathering is approved no more, inside the transaction of the caller. The proposal stands open as it was.
import type { Temporal } from 'temporal-polyfill';
import { record } from '../../platform/audit.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import { revealAhead } from './gatherings.ts';
import * as reveals from './reveals.ts';

/** Takes back what stands approved for the programme's gathering to come; true where anything did. */
export async function takeBackApproval(
  tools: Tools,
  tx: Tx,
  { programme, by }: { programme: Programme; by: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const ahead = await revealAhead(tx, programme, now);
  const approved = ahead?.gathering.approved;
  if (!approved || !(await reveals.takeBack(tx, approved.proposal))) return false;
  await record(tools, tx, { programme: programme.id, actor: by, action: 'approval-taken-back', subject: approved.proposal }, now);
  return true;
}
