// A leader stops their team, before or within its weeks: one tap and one confirmation, and no reason.
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import { endTeam } from './end-team.ts';
import * as teams from './teams.ts';

/** Whoever pressed, and which team; `gone` where it is not theirs, or has ended. */
export async function stopTeam(tools: Tools, { user, team: id }: { user: string; team: string }): Promise<{ ok: boolean }> {
  const now = tools.now();
  const ok = await transact(tools.db, async (tx) => {
    const team = await teams.byId(tx, tools.workspace, id);
    return team?.user === user && (await endTeam(tools, tx, { team, because: 'stopped' }, now));
  });
  if (ok) tools.knock();
  return { ok: ok === true };
}
