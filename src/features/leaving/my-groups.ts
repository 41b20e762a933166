// What is kept of one person's forums, teams and gatherings: for those in no programme too, since a leader may have asked them into a team.
import type { Tools } from '../../platform/tools.ts';
import { type MyForumOffer, type MySeat, ownOffers, ownSeats } from '../gathering/forums/own-data.ts';
import { type MyMembership, type MyTeam, ownMemberships, ownTeams } from '../gathering/teams/own-data.ts';
import { type MyGathering, type MyGatheringAnswer, ownAnswers, ownGatherings } from '../gathering/together/own-data.ts';

/** As a leader of one programme. */
export interface MyGroups {
  forums: MySeat[];
  teams_hosted: MyTeam[];
  gatherings: MyGatheringAnswer[];
}

/** Whatever they are a leader of. */
export interface MyGroupsAnywhere {
  forums_offered: MyForumOffer[];
  gatherings_planned: MyGathering[];
  teams: MyMembership[];
}

export async function groupsOfLeader(tools: Tools, leader: { id: string; user: string }): Promise<MyGroups> {
  return {
    forums: await ownSeats(tools.db, leader.id),
    teams_hosted: await ownTeams(tools, leader),
    gatherings: await ownAnswers(tools.db, leader.id),
  };
}

export async function groupsOfPerson(tools: Tools, user: string): Promise<MyGroupsAnywhere> {
  return {
    forums_offered: await ownOffers(tools.db, tools.workspace, user),
    gatherings_planned: await ownGatherings(tools.db, tools.workspace, user),
    teams: await ownMemberships(tools, user),
  };
}
