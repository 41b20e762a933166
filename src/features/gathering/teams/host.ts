// A leader as the host of a team: in which programme they take part, what of theirs is open, and how many have joined, as far as they may know.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { isAway } from '../../joining/plan.ts';
import { thisMorning } from './calendar.ts';
import * as members from './members.ts';
import { isIn } from './members.ts';
import type { Team } from './teams.ts';
import * as teams from './teams.ts';
import { knownOf } from './weeks/conclude.ts';
import { type Told, toldOf } from './words.ts';

export type Hosting = { ok: true; leader: Leader } | { ok: false; because: 'not-in' | 'away' };

/** As which of the leaders they are somebody starts a team: of the programme that is named, else of the one they have been in longest. */
export async function hostOf(
  db: Db | Tx,
  workspace: string,
  about: { user: string; programme?: string },
  now: Temporal.Instant,
): Promise<Hosting> {
  const here = (await leaders.ofPerson(db, workspace, about.user)).filter(({ leftAt }) => leftAt === null);
  const present = here.filter((leader) => !isAway(leader, dayOf(now, leader.timeZone)));
  const leader = present.find(({ programme }) => programme === about.programme) ?? present[0];
  if (leader) return { ok: true, leader };
  return { ok: false, because: here.length > 0 ? 'away' : 'not-in' };
}

/**
 * How many have joined, as its leader may know it: as it was when today began, so that nobody can watch it rise after a talk; and once the weeks have
 * begun, whoever leaves stays counted, so that nobody can see it fall.
 */
export async function toldCount(db: Db | Tx, workspace: string, team: Team, now: Temporal.Instant): Promise<Told> {
  const morning = thisMorning(team, now);
  const counted = (await members.ofTeam(db, workspace, team.id)).filter((member) => {
    if (member.joinedAt === null || !isBefore(instantOf(member.joinedAt), morning)) return false;
    return team.beganAt !== null || isIn(member);
  });
  return toldOf({ asked: await outOf(db, workspace, team), joined: counted.length });
}

/**
 * Of how many it is said. In a run that carries on, of those of whom the leader has read at the end of the one before, and of no more: else the sentence
 * would change, or not, with somebody else whom they ask, and tell whether they were among them.
 */
async function outOf(db: Db | Tx, workspace: string, { follows, asked }: Team): Promise<number> {
  const former = follows === null ? undefined : await teams.byId(db, workspace, follows);
  return (former && knownOf(former)) || asked;
}
