// Imports: people an organiser brings in at once, from a file or by name, until all of them have been looked up and told.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';

/** What is to become of those who are not in yet. */
export const WISHES = ['invite', 'enrol', 'keep'] as const;
export type ImportWish = (typeof WISHES)[number];

export interface Import {
  id: string;
  programme: string;
  by: string;
  at: string;
  wish: ImportWish;
  people: number;
}

/** Begins an import; its entries name it. */
export async function begin(
  { newId, workspace }: Pick<Tools, 'newId' | 'workspace'>,
  tx: Tx,
  wanted: Omit<Import, 'id' | 'at'>,
  now: Temporal.Instant,
): Promise<Import> {
  const begun = { ...wanted, id: newId(), at: stamp(now) };
  const { id, programme, by, at, wish, people } = begun;
  const row = { id, workspace, programme, imported_by: by, imported_at: at, wish, people, finished_at: null };
  await tx.insertInto('roster_import').values(row).execute();
  return begun;
}

/** Those that are not finished, oldest first. */
export async function open(db: Db | Tx, workspace: string): Promise<Import[]> {
  const rows = await db
    .selectFrom('roster_import')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('finished_at', 'is', null)
    .orderBy('imported_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    programme: row.programme,
    by: row.imported_by,
    at: row.imported_at,
    wish: WISHES.find((wish) => wish === row.wish) ?? 'invite',
    people: row.people,
  }));
}

/** True when this call was the one that finished it. */
export async function finish(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const rows = await tx
    .updateTable('roster_import')
    .set({ finished_at: stamp(now) })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .returning('id')
    .execute();
  return rows.length > 0;
}

/** When this programme's import `id` was begun, as `stamp` writes it. */
export async function beganAt(db: Db | Tx, programme: string, id: string): Promise<string | undefined> {
  const imports = db.selectFrom('roster_import').select('imported_at').where('programme', '=', programme);
  return (await imports.where('id', '=', id).executeTakeFirst())?.imported_at;
}
