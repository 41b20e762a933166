// A team as it is read: its row, with the leader who hosts it.
import type { Db, Tx } from '../../../platform/tools.ts';
import type { Ending, Team } from './teams.ts';

/** The teams of a workspace, those that begin first before the others. */
export function teamRows(db: Db | Tx, workspace: string) {
  const joined = db.selectFrom('team').innerJoin('leader', 'leader.id', 'team.leader').where('team.workspace', '=', workspace);
  return joined
    .selectAll('team')
    .select(['leader.slack_user', 'leader.name'])
    .orderBy('team.begins_on')
    .orderBy('team.made_at')
    .orderBy('team.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof teamRows>['execute']>>[number];

export function fromRow(row: Row): Team {
  return {
    ...{ id: row.id, programme: row.programme, leader: row.leader, user: row.slack_user, name: row.name },
    ...{ run: row.run, follows: row.follows, zone: row.time_zone, beginsOn: row.begins_on, inviteSealed: row.invite_sealed },
    ...{ asked: row.asked, madeAt: row.made_at, beganAt: row.began_at, step: row.step, countedAt: row.counted_at },
    ...{ result: row.result, endedAt: row.ended_at, endedBecause: row.ended_because as Ending | null },
  };
}
