// A leader asks more people into their team, until it is too late to join. Whoever has been asked is not asked again, and the answer is the same: nothing
// that the leader reads depends on who stands on the list already, for in a run that carries on they have never learned that.
import { isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import type { Saying } from '../../founding/words.ts';
import { joinsUntil } from './calendar.ts';
import { invite } from './invite.ts';
import * as members from './members.ts';
import * as teams from './teams.ts';
import { howMany, whyNotAsked } from './whom.ts';

export type MoreAsked = { ok: true } | { ok: false; because: 'gone' | 'late' } | { ok: false; because: 'fault'; fault: Saying };

/** `user` is whoever sent the form; only the team's own leader may. */
export async function askMore(tools: Tools, wish: { user: string; team: string; people: readonly string[] }): Promise<MoreAsked> {
  const now = tools.now();
  const team = await teams.byId(tools.db, tools.workspace, wish.team);
  if (!team || team.user !== wish.user || team.endedAt !== null) return { ok: false, because: 'gone' };
  const fault = await whyNotAsked(tools, { user: wish.user, people: wish.people, before: team.asked });
  if (fault) return { ok: false, because: 'fault', fault };
  const done = await transact(tools.db, async (tx): Promise<MoreAsked> => {
    const standing = await teams.byId(tx, tools.workspace, team.id);
    if (!standing || standing.endedAt !== null) return { ok: false, because: 'gone' };
    const until = joinsUntil(standing, await pauseWeeks.of(tx, standing.programme));
    if (!isBefore(now, until)) return { ok: false, because: 'late' };
    const known = new Set((await members.ofTeam(tx, tools.workspace, team.id)).map(({ user }) => user));
    const people = wish.people.filter((user) => !known.has(user));
    const fault = howMany({ chosen: wish.people.length, before: standing.asked });
    if (fault) return { ok: false, because: 'fault', fault };
    // In a first run they know whom they have chosen; later, everyone they choose counts.
    await teams.addAsked(tx, standing, standing.follows === null ? people.length : wish.people.length);
    await invite(tools, tx, { team: standing, people, until }, now);
    return { ok: true };
  });
  if (done.ok) tools.knock();
  return done;
}
