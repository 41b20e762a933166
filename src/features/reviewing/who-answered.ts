// Who has answered what of the table `pulse_answer`, without a look at any answer.
import type { Db, Tx } from '../../platform/tools.ts';
import type { Author } from './answers.ts';
import type { Moment } from './plan.ts';

/** At which moments of a round the leader has answered. */
export async function momentsOf(db: Db | Tx, { round, leader }: Pick<Author, 'round' | 'leader'>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('pulse_answer').select('moment').where('round', '=', round).where('leader', '=', leader).execute();
  return new Set(rows.map(({ moment }) => moment));
}

/** Ids of the rounds in which something that the leader answered is still kept. */
export async function roundsOf(db: Db | Tx, leader: string): Promise<string[]> {
  const rows = await db.selectFrom('pulse_answer').select('round').where('leader', '=', leader).distinct().orderBy('round').execute();
  return rows.map(({ round }) => round);
}

/** Ids of the leaders who have answered at one moment. */
export async function whoAnswered(db: Db | Tx, round: string, moment: Moment): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('pulse_answer').select('leader').where('round', '=', round).where('moment', '=', moment).execute();
  return new Set(rows.map(({ leader }) => leader));
}

/** How much is kept of rounds that were undone. */
export async function inUndone(db: Db | Tx, workspace: string): Promise<number> {
  const row = await db
    .selectFrom('pulse_answer')
    .innerJoin('round', 'round.id', 'pulse_answer.round')
    .select(({ fn }) => fn.countAll<number | string>().as('answers'))
    .where('pulse_answer.workspace', '=', workspace)
    .where('round.undone_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(row.answers);
}
