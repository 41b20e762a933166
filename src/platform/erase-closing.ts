// Takes out of a database what leaders wrote at the end of rounds: their looking back, what they suggested to share, what they handed on and what was
// said of them to be handed on. What everyone agreed to share in somebody else's words stays, without names.
import type { Tx } from './tools.ts';

/** Everything of these leaders, by their ids; also what is still on its way in their words. */
export async function eraseClosing(tx: Tx, leaders: readonly string[]): Promise<void> {
  if (leaders.length === 0) return;
  const own = [...leaders];
  await eraseInsights(tx, own);
  await eraseHandedOn(tx, own);
  for (const leader of own) await dropWaiting(tx, `line:%:${leader}:%`);
  await tx.deleteFrom('look_back').where('leader', 'in', own).execute();
  await tx.deleteFrom('next_round').where('leader', 'in', own).execute();
  await tx.deleteFrom('keepsake').where('leader', 'in', own).execute();
}

async function eraseInsights(tx: Tx, leaders: string[]): Promise<void> {
  const theirs = await tx.selectFrom('insight').select('id').where('suggested_by', 'in', leaders).execute();
  for (const { id } of theirs) {
    await dropWaiting(tx, `insight:${id}:%`);
    await tx.deleteFrom('insight_approval').where('insight', '=', id).execute();
    await tx.deleteFrom('insight').where('id', '=', id).execute();
  }
  const agreed = tx.selectFrom('insight_approval').select('insight').where('leader', 'in', leaders);
  await tx.updateTable('insight').set({ named_at: null }).where('id', 'in', agreed).execute();
  await tx.deleteFrom('insight_approval').where('leader', 'in', leaders).execute();
}

async function eraseHandedOn(tx: Tx, leaders: string[]): Promise<void> {
  const rows = await tx
    .selectFrom('hand_on')
    .select('id')
    .where(({ eb, or }) => or([eb('leader', 'in', leaders), eb('written_by', 'in', leaders)]))
    .execute();
  for (const { id } of rows) {
    await dropWaiting(tx, `introduction:${id}:%`);
    await tx.deleteFrom('hand_on').where('id', '=', id).execute();
  }
}

/** Letters to others that have not gone out. */
async function dropWaiting(tx: Tx, like: string): Promise<void> {
  await tx.deleteFrom('outbox').where('key', 'like', like).where('state', '=', 'pending').where('attempt', '=', 0).execute();
}
