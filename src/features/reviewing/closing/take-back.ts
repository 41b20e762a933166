// Takes back letters that are still waiting for their reader's hours when their words have changed meanwhile: one by one, since another reader may
// have theirs already.
import type { Tx } from '../../../platform/tools.ts';

/** Everything whose key begins with `beginning` and has not been tried yet. */
export async function takeBack(tx: Tx, workspace: string, beginning: string): Promise<void> {
  await tx
    .updateTable('outbox')
    .set((eb) => ({ state: 'skipped', reason: 'withdrawn', body_sealed: null, settled_at: eb.ref('not_before') }))
    .where('workspace', '=', workspace)
    .where('key', 'like', `${beginning}%`)
    .where('state', '=', 'pending')
    .where('attempt', '=', 0)
    .execute();
}
