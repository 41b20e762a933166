// Takes letters back before they go: what has been undone must not be told.
import type { Tx } from '../tools.ts';

/** Letters by their whole keys, and by the beginnings of their keys. */
export interface Withdrawn {
  keys: readonly string[];
  beginnings: readonly string[];
}

/** All or nothing: false, with nothing changed, when one of them has been sent, is on its way, or may have arrived. */
export async function withdraw(tx: Tx, workspace: string, { keys, beginnings }: Withdrawn): Promise<boolean> {
  const sought = [...keys.map((key) => ({ key, like: `${key}:%` })), ...beginnings.map((key) => ({ key, like: `${key}%` }))];
  const letters: { id: string; state: string; attempt: number }[] = [];
  for (const each of sought) letters.push(...(await under(tx, workspace, each)));
  if (letters.some(({ state, attempt }) => attempt > 0 || !['pending', 'skipped'].includes(state))) return false;
  for (const { id } of letters) {
    await tx
      .updateTable('outbox')
      .set((eb) => ({ state: 'skipped', reason: 'withdrawn', body_sealed: null, settled_at: eb.ref('not_before') }))
      .where('id', '=', id)
      .where('state', '=', 'pending')
      .execute();
  }
  return true;
}

/** Whether any letter stands whose key begins like this: one that was settled long ago is kept no more. */
export async function isKept(tx: Tx, workspace: string, beginning: string): Promise<boolean> {
  return (await under(tx, workspace, { key: beginning, like: `${beginning}%` })).length > 0;
}

/** The letter under `key`, and those like it: a group's letter may have become one for each person, under longer keys. */
async function under(tx: Tx, workspace: string, { key, like }: { key: string; like: string }) {
  return tx
    .selectFrom('outbox')
    .select(['id', 'state', 'attempt'])
    .where('workspace', '=', workspace)
    .where((eb) => eb.or([eb('key', '=', key), eb('key', 'like', like)]))
    .execute();
}
