// Where somebody stands in a pair of a team: asked at every press, for an id in a button proves nothing, and the pair may have ended since.
import type { Db, Tools, Tx } from '../../../../platform/tools.ts';
import * as members from '../members.ts';
import type { TeamPair } from '../team-pairs.ts';
import * as teamPairs from '../team-pairs.ts';
import type { Team } from '../teams.ts';
import * as teams from '../teams.ts';

export interface OurTeamPair {
  team: Team;
  pair: TeamPair;
}

/** The pair of `user`; nothing where it is somebody else's, or over: nobody learns which. */
export async function ourTeamPair(
  { workspace }: Pick<Tools, 'workspace'>,
  db: Db | Tx,
  { user, pair: id }: { user: string; pair: string },
): Promise<OurTeamPair | undefined> {
  const pair = await teamPairs.byId(db, workspace, id);
  const team = pair && (await teams.byId(db, workspace, pair.team));
  if (!team || team.endedAt !== null || pair.endedAt !== null || !pair.members.some((each) => each.user === user)) return undefined;
  const member = await members.find(db, workspace, { team: team.id, user });
  return member && members.isIn(member) ? { team, pair } : undefined;
}
