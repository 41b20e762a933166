// How a leader's place in a round ends when they go: with them it ends for their partner too, while a trio goes on as a pair. Beside it, the
// letters that were still on their way to them.
import type { Temporal } from 'temporal-polyfill';
import { withdraw } from '../../platform/outbox/withdraw.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import * as contacts from '../joining/contacts.ts';
import type { Leader } from '../joining/leaders.ts';
import type { Partnership } from '../joining/partners.ts';

/** Ends the place; where one person would be left, the whole pair ends. */
export async function end(tx: Tx, leader: Leader, { pair, others }: Partnership, at: string): Promise<void> {
  const places = tx.updateTable('pair_leader').set({ ended_at: at }).where('pair', '=', pair).where('ended_at', 'is', null);
  if (others.length > 1) {
    await places.where('leader', '=', leader.id).execute();
    return;
  }
  await places.execute();
  await tx.updateTable('pair').set({ ended_at: at, ended_because: 'left' }).where('id', '=', pair).where('ended_at', 'is', null).execute();
}

/** Takes back every letter that has not gone out and was for this leader alone, or for a pair that no longer is one. */
export async function takeBackLetters(tx: Tx, leader: Leader, partnership: Partnership | undefined, now: Temporal.Instant): Promise<void> {
  await contacts.takeBackFrom(tx, { workspace: leader.workspace, user: leader.user, leader: leader.id }, 'left', now);
  const theirs = await waitingFor(tx, leader);
  const shared = partnership && partnership.others.length === 1 ? [`pair:${partnership.pair}`] : [];
  for (const key of [...theirs, ...shared]) await withdraw(tx, leader.workspace, { keys: [key], beginnings: [] });
}

async function waitingFor(db: Db | Tx, leader: Leader): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('key')
    .where('workspace', '=', leader.workspace)
    .where('state', '=', 'pending')
    .where('lane', '=', `person:${leader.user}`)
    .where('key', 'like', `%:${leader.id}%`)
    .execute();
  return rows.map(({ key }) => key);
}
