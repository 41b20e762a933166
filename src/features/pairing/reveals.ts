// What a gathering knows of the round whose pairs are named there, in the table `gathering`: which proposal an organiser has approved for that moment,
// and that it has gone out.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import { ready } from '../../platform/db/ready.ts';
import type { Db, Tx } from '../../platform/tools.ts';

interface Which {
  workspace: string;
  id: string;
}

/** A proposal, in one revision, is what goes out when the gathering is over. */
export async function approve(
  tx: Tx,
  { workspace, id }: Which,
  { proposal, revision, by }: { proposal: string; revision: number; by: string },
  now: Temporal.Instant,
): Promise<void> {
  const approved = { approved_proposal: proposal, approved_revision: revision, approved_by: by, approved_at: stamp(now) };
  await tx.updateTable('gathering').set(approved).where('workspace', '=', workspace).where('id', '=', id).execute();
}

/** The gatherings of a programme for which a proposal has been approved, by id. */
export async function approvedIn(db: Db | Tx, { id, workspace }: { id: string; workspace: string }): Promise<string[]> {
  return (await approvedOnes(db, { workspace, programme: id })).map((gathering) => gathering.id);
}

const approvedOnes = ready((db, { workspace, programme }: Record<'workspace' | 'programme', string>) =>
  db
    .selectFrom('gathering')
    .select('id')
    .where('workspace', '=', workspace)
    .where('programme', '=', programme)
    .where('approved_proposal', 'is not', null),
);

/** The same people stand together in a later revision: that is what was approved. */
export async function follow(tx: Tx, proposal: string, { from, to }: { from: number; to: number }): Promise<void> {
  const same = tx.updateTable('gathering').set({ approved_revision: to }).where('approved_proposal', '=', proposal);
  await same.where('approved_revision', '=', from).execute();
}

/** The proposal is approved for no gathering any more; true where it was for one that has not been called off. */
export async function takeBack(tx: Tx, proposal: string): Promise<boolean> {
  const changed = await tx
    .updateTable('gathering')
    .set({ approved_proposal: null, approved_revision: null, approved_by: null, approved_at: null })
    .where('approved_proposal', '=', proposal)
    .where('called_off_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** The pairs were named there. */
export async function revealed(tx: Tx, { workspace, id }: Which, now: Temporal.Instant): Promise<void> {
  const row = { revealed_at: stamp(now) };
  await tx.updateTable('gathering').set(row).where('workspace', '=', workspace).where('id', '=', id).execute();
}

/** The round was taken back before anybody heard of it: what follows `before` has not been named. */
export async function undone(tx: Tx, { proposal, before }: { proposal: string; before?: string | undefined }): Promise<void> {
  await takeBack(tx, proposal);
  if (before) await tx.updateTable('gathering').set({ revealed_at: null }).where('round', '=', before).execute();
}
