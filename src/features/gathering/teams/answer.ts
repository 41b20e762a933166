// Somebody who was asked into a team joins it, or says that they would rather not: they alone, whatever they said before, as long as it is open to them.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import { joinsUntil } from './calendar.ts';
import * as members from './members.ts';
import { isIn, type Member } from './members.ts';
import { regroup } from './regroup.ts';
import type { Team } from './teams.ts';
import * as teams from './teams.ts';

export interface Answering {
  /** Whoever pressed. */
  user: string;
  team: string;
}

export type Answered = { ok: true; team: Team } | { ok: false; because: 'not-asked' | 'over' | 'late' | 'elsewhere' };

/** Joins; whoever is in already stays in. Where the weeks have begun, there is a partner at once, or as soon as there can be. */
export async function joinTeam(tools: Tools, answering: Answering): Promise<Answered> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<Answered> => {
    const open = await openTo(tools, tx, answering, now);
    if (!open.ok || isIn(open.member)) return open;
    const places = await members.openPlacesOf(tx, tools.workspace, answering.user);
    if (places.some((place) => place.team !== open.team.id && isIn(place))) return { ok: false, because: 'elsewhere' };
    await members.join(tx, { workspace: tools.workspace, ...answering }, now);
    if (open.team.beganAt !== null) await regroup(tools, tx, open.team, now);
    return open;
  });
  if (done.ok) tools.knock();
  return done;
}

/** "Not now", of somebody who has not joined; nobody is told. */
export async function declineTeam(tools: Tools, answering: Answering): Promise<Answered | { ok: false; because: 'in'; team: Team }> {
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const open = await openTo(tools, tx, answering, now);
    if (!open.ok) return open;
    if (isIn(open.member)) return { ok: false, because: 'in' as const, team: open.team };
    await members.decline(tx, { workspace: tools.workspace, ...answering }, now);
    return open;
  });
}

type Open = { ok: true; team: Team; member: Member } | { ok: false; because: 'not-asked' | 'over' | 'late' };

async function openTo({ workspace }: Tools, tx: Tx, { user, team: id }: Answering, now: Temporal.Instant): Promise<Open> {
  const team = await teams.byId(tx, workspace, id);
  const member = team && (await members.find(tx, workspace, { team: id, user }));
  if (!member) return { ok: false, because: 'not-asked' };
  if (team.endedAt !== null) return { ok: false, because: 'over' };
  const until = joinsUntil(team, await pauseWeeks.of(tx, team.programme));
  return isIn(member) || isBefore(now, until) ? { ok: true, team, member } : { ok: false, because: 'late' };
}
