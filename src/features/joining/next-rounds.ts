// The table `next_round`: what leaders answered when they were asked about the round after the present one. It stands in this room because the
// matching reads it; it is asked at the end of a round. Silence means in.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/tools.ts';

export type NextAnswer = 'join' | 'not-this-time';

export async function answerOf(db: Db | Tx, { round, leader }: { round: string; leader: string }): Promise<NextAnswer | undefined> {
  const row = await db.selectFrom('next_round').select('answer').where('round', '=', round).where('leader', '=', leader).executeTakeFirst();
  return row ? (row.answer as NextAnswer) : undefined;
}

/** Who sits out the round after `round`; nobody where there is none before. */
export async function sittingOut(db: Db | Tx, round: { id: string } | undefined): Promise<ReadonlySet<string>> {
  if (!round) return new Set();
  const rows = await db
    .selectFrom('next_round')
    .select('leader')
    .where('round', '=', round.id)
    .where('answer', '=', 'not-this-time' satisfies NextAnswer)
    .execute();
  return new Set(rows.map(({ leader }) => leader));
}

export async function answer(
  tx: Tx,
  { round, leader, workspace, answer: said }: { round: string; leader: string; workspace: string; answer: NextAnswer },
  now: Temporal.Instant,
): Promise<void> {
  const changed = { answer: said, answered_at: stamp(now) };
  await tx
    .insertInto('next_round')
    .values({ round, leader, workspace, ...changed })
    .onConflict((conflict) => conflict.columns(['round', 'leader']).doUpdateSet(changed))
    .execute();
}
