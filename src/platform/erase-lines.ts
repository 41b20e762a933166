// Takes out of a database what leaders wrote into agreements and what they asked organisers for. That a pair had agreed stays, without a word.
import type { Tx } from './tools.ts';

/** Their own lines, and those of all of them that they wrote, of these leaders by their ids. */
export async function eraseAgreementLines(tx: Tx, leaders: readonly string[]): Promise<void> {
  if (leaders.length === 0) return;
  const own = [...leaders];
  await tx.updateTable('agreement').set({ by_sealed: null, by_from: null }).where('by_from', 'in', own).execute();
  await tx.updateTable('agreement').set({ added_sealed: null, added_from: null }).where('added_from', 'in', own).execute();
  await tx.updateTable('agreement_leader').set({ direct: null, helps_sealed: null }).where('leader', 'in', own).execute();
}

/** Their requests for help, and word of them that is still on its way. */
export async function eraseHelpRequests(tx: Tx, leaders: readonly string[]): Promise<void> {
  if (leaders.length === 0) return;
  for (const { id } of await tx
    .selectFrom('help_request')
    .select('id')
    .where('leader', 'in', [...leaders])
    .execute()) {
    await tx.deleteFrom('outbox').where('key', 'like', `help:${id}:%`).where('state', '=', 'pending').where('attempt', '=', 0).execute();
    await tx.deleteFrom('help_request').where('id', '=', id).execute();
  }
}
