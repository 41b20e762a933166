// Who sees on their own Home what somebody does: those in a pair with them, those who share a forum or a team with them, and those who organise a
// programme of theirs. As questions that stand within another one: whoever marks tabs asks once.
import type { Tools } from '../../platform/tools.ts';

type Here = Pick<Tools, 'db' | 'workspace'>;

/** Everyone who is or was with `user` in a pair of a round that runs. */
export function peopleAround({ db, workspace }: Here, user: string) {
  return db
    .selectFrom('leader as own')
    .innerJoin('pair_leader as mine', 'mine.leader', 'own.id')
    .innerJoin('round', 'round.id', 'mine.round')
    .innerJoin('pair_leader as theirs', 'theirs.pair', 'mine.pair')
    .innerJoin('leader', 'leader.id', 'theirs.leader')
    .select('leader.slack_user')
    .where('own.workspace', '=', workspace)
    .where('own.slack_user', '=', user)
    .where('round.closed_at', 'is', null)
    .where('leader.slack_user', '!=', user);
}

/** Everyone who organises a programme in which `user` is or was, but for those whom the settings name: they organise all. */
export function organisersAround({ db, workspace }: Here, user: string) {
  return db
    .selectFrom('leader')
    .innerJoin('organiser', 'organiser.programme', 'leader.programme')
    .select('organiser.slack_user')
    .where('leader.workspace', '=', workspace)
    .where('leader.slack_user', '=', user)
    .where('organiser.removed_at', 'is', null);
}

/** Everyone who has signed up for a forum that is not over, and for which `user` has signed up, or once had, or which they offered. */
export function forumsAround({ db, workspace }: Here, user: string) {
  const theirs = db
    .selectFrom('forum_seat as mine')
    .innerJoin('leader as own', 'own.id', 'mine.leader')
    .select('mine.forum')
    .where('own.workspace', '=', workspace)
    .where('own.slack_user', '=', user);
  return db
    .selectFrom('forum')
    .innerJoin('forum_seat', 'forum_seat.forum', 'forum.id')
    .innerJoin('leader', 'leader.id', 'forum_seat.leader')
    .select('leader.slack_user')
    .where('forum.workspace', '=', workspace)
    .where('forum.ended_at', 'is', null)
    .where('forum_seat.given_back_at', 'is', null)
    .where(({ eb, or }) => or([eb('forum.offered_by', '=', user), eb('forum.id', 'in', theirs)]));
}

/** Everyone who was asked into a team that has not ended, and that `user` hosts or was asked into. */
export function teamsAround(here: Here, user: string) {
  return here.db
    .selectFrom('team_member')
    .select('slack_user')
    .where('workspace', '=', here.workspace)
    .where('team', 'in', openTeamsOf(here, user));
}

/** Who hosts those. */
export function hostsAround(here: Here, user: string) {
  return here.db
    .selectFrom('team')
    .innerJoin('leader', 'leader.id', 'team.leader')
    .select('leader.slack_user')
    .where('team.workspace', '=', here.workspace)
    .where('team.id', 'in', openTeamsOf(here, user));
}

function openTeamsOf({ db, workspace }: Here, user: string) {
  return db
    .selectFrom('team')
    .innerJoin('leader', 'leader.id', 'team.leader')
    .leftJoin('team_member', 'team_member.team', 'team.id')
    .select('team.id')
    .where('team.workspace', '=', workspace)
    .where('team.ended_at', 'is', null)
    .where(({ eb, or }) => or([eb('leader.slack_user', '=', user), eb('team_member.slack_user', '=', user)]));
}
