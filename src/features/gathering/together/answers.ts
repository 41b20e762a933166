// The table `gathering_answer`: who is coming to a gathering and who is not. Others are shown how many, and never who.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

export const ANSWERS = ['coming', 'not-this-time'] as const;
export type Answering = (typeof ANSWERS)[number];

export interface Counts {
  coming: number;
  not: number;
}

/** What a leader has said; nothing where they have not. */
export async function answerOf(db: Db | Tx, gathering: string, leader: string): Promise<Answering | undefined> {
  const row = await db
    .selectFrom('gathering_answer')
    .select('answer')
    .where('gathering', '=', gathering)
    .where('leader', '=', leader)
    .executeTakeFirst();
  return ANSWERS.find((answer) => answer === row?.answer);
}

/** The last answer stands. */
export async function put(
  tx: Tx,
  { workspace, gathering, leader, answer }: { workspace: string; gathering: string; leader: string; answer: Answering },
  now: Temporal.Instant,
): Promise<void> {
  const said = { answer, answered_at: stamp(now) };
  await tx
    .insertInto('gathering_answer')
    .values({ gathering, leader, workspace, ...said })
    .onConflict((conflict) => conflict.columns(['gathering', 'leader']).doUpdateSet(said))
    .execute();
}

/** Of those who still take part. */
export async function countsOf(db: Db | Tx, gathering: string): Promise<Counts> {
  const rows = await db
    .selectFrom('gathering_answer')
    .innerJoin('leader', 'leader.id', 'gathering_answer.leader')
    .select(['gathering_answer.answer', ({ fn }) => fn.countAll().as('x')])
    .where('gathering_answer.gathering', '=', gathering)
    .where('leader.left_at', 'is', null)
    .groupBy('gathering_answer.answer')
    .execute();
  const count = (answer: Answering) => Number(rows.find((row) => row.answer === answer)?.x ?? 0);
  return { coming: count('coming'), not: count('not-this-time') };
}
