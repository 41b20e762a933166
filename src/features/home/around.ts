// Who sees on their own Home what somebody does: those in a pair with them, and those who organise a programme of theirs. As questions that stand
// within another one: whoever marks tabs asks once.
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
