// A member leaves a team: with one tap and a confirmation, or because they are gone or forgotten. Nobody asks why; the partner hears that the pair has
// changed, in their own hours.
import type { Temporal } from 'temporal-polyfill';
import { transact } from '../../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import * as members from '../members.ts';
import * as teams from '../teams.ts';
import { mend } from './groups.ts';

/** `began`: whether the weeks had begun, so that a partner is concerned. */
export type LeftTeam = { ok: true; began: boolean } | { ok: false; because: 'not-in' };

export async function leaveTeam(tools: Tools, wish: { user: string; team: string }): Promise<LeftTeam> {
  const now = tools.now();
  const left = await transact(tools.db, (tx) => leaveIn(tools, tx, wish, now));
  if (left.ok) tools.knock();
  return left;
}

/** Every team somebody is in, within the transaction in which they go. */
export async function leaveTeams(tools: Tools, tx: Tx, user: string, now: Temporal.Instant): Promise<void> {
  for (const { team } of await members.openPlacesOf(tx, tools.workspace, user)) await leaveIn(tools, tx, { user, team }, now);
}

async function leaveIn(tools: Tools, tx: Tx, { user, team: id }: { user: string; team: string }, now: Temporal.Instant): Promise<LeftTeam> {
  const { workspace } = tools;
  const team = await teams.byId(tx, workspace, id);
  if (!team || team.endedAt !== null || !(await members.leave(tx, { workspace, team: id, user }, now)))
    return { ok: false, because: 'not-in' };
  if (team.beganAt !== null) await mend(tools, tx, team, now);
  return { ok: true, began: team.beganAt !== null };
}
