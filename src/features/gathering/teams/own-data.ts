// What is on record of one person's teams, for them to take away: the ones they host as a leader, in numbers and in their own words, and the ones
// they were asked into.
import type { Tools } from '../../../platform/tools.ts';
import { toldCount } from './host.ts';
import { invitationOf } from './sealed-invitation.ts';
import * as teams from './teams.ts';
import { sayTold } from './words.ts';

/** What a host sees of their own team; never who is in it. */
export interface MyTeam {
  run: number;
  made: string;
  begins: string;
  began: string | null;
  fortnights_told: number;
  asked: number;
  /** As they are told it while it runs: nobody can be worked out from it. */
  joined: string | null;
  /** Their own words; null where they are not kept any more. */
  invitation: string | null;
  ended: string | null;
  ended_because: string | null;
}

export interface MyMembership {
  team_of: string;
  asked: string;
  joined: string | null;
  declined: string | null;
  left: string | null;
  pairs: { since: string; with: string[]; agreed: string | null; until: string | null }[];
  /** That they answered, not what. */
  answered_worth_it: string | null;
  answered_more: string | null;
  answered_heard: string | null;
}

type Opening = Pick<Tools, 'db' | 'workspace' | 'vault' | 'content' | 'now'>;

/** Every team a leader hosts or has hosted, oldest first. For their eyes only. */
export async function ownTeams(tools: Opening, leader: { id: string; user: string }): Promise<MyTeam[]> {
  const started = await teams.startedBy(tools.db, tools.workspace, leader.user);
  return Promise.all(
    started
      .filter((team) => team.leader === leader.id)
      .map(async (team): Promise<MyTeam> => {
        return {
          ...{
            run: team.run,
            made: team.madeAt,
            begins: team.beginsOn,
            began: team.beganAt,
            fortnights_told: team.step,
            asked: team.asked,
          },
          joined: team.endedAt === null ? await joinedIn(tools, team) : null,
          invitation: (await invitationOf(tools, tools.db, team)) ?? null,
          ...{ ended: team.endedAt, ended_because: team.endedBecause },
        };
      }),
  );
}

async function joinedIn(tools: Opening, team: teams.Team): Promise<string> {
  return sayTold(tools.content, await toldCount(tools.db, tools.workspace, team, tools.now()));
}

/** Every team that `user`, by Slack id, was asked into, oldest first. */
export async function ownMemberships(tools: Opening, user: string): Promise<MyMembership[]> {
  const rows = await tools.db
    .selectFrom('team_member')
    .innerJoin('team', 'team.id', 'team_member.team')
    .innerJoin('leader', 'leader.id', 'team.leader')
    .selectAll('team_member')
    .select('leader.name')
    .where('team_member.workspace', '=', tools.workspace)
    .where('team_member.slack_user', '=', user)
    .orderBy('team_member.asked_at')
    .orderBy('team_member.team')
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      ...{ team_of: row.name, asked: row.asked_at, joined: row.joined_at, declined: row.declined_at, left: row.left_at },
      pairs: await pairsOf(tools, row.team, user),
      ...{ answered_worth_it: row.worth_at, answered_more: row.more_at, answered_heard: row.heard_at },
    })),
  );
}

async function pairsOf({ db, workspace }: Opening, team: string, user: string): Promise<MyMembership['pairs']> {
  const rows = await db
    .selectFrom('team_pair_member as mine')
    .innerJoin('team_pair', 'team_pair.id', 'mine.pair')
    .innerJoin('team_pair_member as each', 'each.pair', 'mine.pair')
    .leftJoin('person', (join) => join.onRef('person.workspace', '=', 'each.workspace').onRef('person.slack_user', '=', 'each.slack_user'))
    .select(['mine.pair', 'mine.agreed_at', 'mine.ended_at', 'team_pair.formed_at', 'each.slack_user', 'person.name'])
    .where('mine.workspace', '=', workspace)
    .where('mine.slack_user', '=', user)
    .where('team_pair.team', '=', team)
    .orderBy('team_pair.formed_at')
    .orderBy('mine.pair')
    .orderBy('each.place')
    .execute();
  const pairs = new Map<string, MyMembership['pairs'][number]>();
  for (const row of rows) {
    const pair = pairs.get(row.pair) ?? { since: row.formed_at, with: [], agreed: row.agreed_at, until: row.ended_at };
    pairs.set(row.pair, pair);
    if (row.slack_user !== user) pair.with.push(row.name ?? row.slack_user);
  }
  return [...pairs.values()];
}
