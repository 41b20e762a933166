// What of the eight weeks is open to one member just now, for wherever they look it up: a message that was lost loses nothing.
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../../platform/tools.ts';
import { isIn, type Member } from '../members.ts';
import * as teamPairs from '../team-pairs.ts';
import type { Team } from '../teams.ts';
import { tapsUntil } from './asks.ts';
import { FORTNIGHTS, fortnightAt } from './calendar.ts';
import { sceneOf } from './scene.ts';
import { shownTo } from './taps.ts';
import type { TapsShown } from './taps-views.ts';

export interface WeeksSeen {
  /** This fortnight's line, and for which pair. */
  line?: { pair: string; n: number };
  /** The three taps, while they count. */
  taps?: TapsShown;
}

export async function seeWeeks(
  { db, workspace }: Pick<Tools, 'db' | 'workspace'>,
  { team, member }: { team: Team; member: Member },
  now: Temporal.Instant,
): Promise<WeeksSeen> {
  if (team.beganAt === null || team.endedAt !== null || !isIn(member)) return {};
  const { weeks, tapsOpenedAt } = await sceneOf({ workspace }, db, team);
  const pair = await teamPairs.ofPerson(db, workspace, { team: team.id, user: member.user });
  const n = fortnightAt(weeks, now);
  const closes = tapsOpenedAt && team.countedAt === null && (await tapsUntil(db, workspace, { team, openedAt: tapsOpenedAt }, now));
  return {
    ...(pair && n >= 1 && n <= FORTNIGHTS && { line: { pair: pair.id, n } }),
    ...(closes && { taps: shownTo(team, member, closes) }),
  };
}
