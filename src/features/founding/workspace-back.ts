// The table `workspace`, as far as it says that the app was gone and is back.
import type { Db, Tx } from '../../platform/tools.ts';

/** Since when the app had been gone; nothing where it was not, or where organisers have been told. */
export async function backFrom(db: Db | Tx, workspace: string): Promise<string | undefined> {
  const row = await db.selectFrom('workspace').select('back_from').where('id', '=', workspace).executeTakeFirst();
  return row?.back_from ?? undefined;
}

/** True for the first who notes it. */
export async function noteTold(tx: Tx, workspace: string): Promise<boolean> {
  const told = tx.updateTable('workspace').set({ back_from: null }).where('id', '=', workspace).where('back_from', 'is not', null);
  return (await told.returning('id').executeTakeFirst()) !== undefined;
}
