// What is on record of one person's gatherings, for them to take away: what they answered, and what they planned as an organiser.
import type { Db, Tx } from '../../../platform/tools.ts';

export interface MyGatheringAnswer {
  starts: string;
  place: string;
  answer: string;
  answered: string;
}

export interface MyGathering {
  programme: string;
  starts: string;
  place: string;
  planned: string;
  called_off: string | null;
  /** When they approved the next round for that moment, where they did. */
  approved_next_round: string | null;
}

/** Whether a leader was coming to each gathering, oldest first. */
export async function ownAnswers(db: Db | Tx, leader: string): Promise<MyGatheringAnswer[]> {
  return db
    .selectFrom('gathering_answer')
    .innerJoin('gathering', 'gathering.id', 'gathering_answer.gathering')
    .select(['gathering.starts_at as starts', 'gathering.place', 'gathering_answer.answer', 'gathering_answer.answered_at as answered'])
    .where('gathering_answer.leader', '=', leader)
    .orderBy('gathering.starts_at')
    .execute();
}

/** Every gathering that `user`, by Slack id, has planned or approved the next round for, oldest first. */
export async function ownGatherings(db: Db | Tx, workspace: string, user: string): Promise<MyGathering[]> {
  const rows = await db
    .selectFrom('gathering')
    .innerJoin('programme', 'programme.id', 'gathering.programme')
    .select(['programme.name as programme', 'gathering.starts_at as starts', 'gathering.place', 'gathering.planned_at'])
    .select(['gathering.called_off_at as called_off', 'gathering.planned_by', 'gathering.approved_by', 'gathering.approved_at'])
    .where('gathering.workspace', '=', workspace)
    .where(({ eb, or }) => or([eb('planned_by', '=', user), eb('approved_by', '=', user)]))
    .orderBy('gathering.starts_at')
    .execute();
  return rows.map(({ planned_at, planned_by: _, approved_by, approved_at, ...row }) => ({
    ...row,
    planned: planned_at,
    approved_next_round: approved_by === user ? approved_at : null,
  }));
}
