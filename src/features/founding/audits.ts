// The audit as organisers read it: what was done, by whom, when. Newest first.
import type { AuditTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import type { Programme } from './programmes.ts';

/** `count` deeds in a programme, but for the latest `from`. */
export function latest(
  db: Db | Tx,
  { id, workspace }: Pick<Programme, 'id' | 'workspace'>,
  { count, from = 0 }: { count: number; from?: number },
): Promise<AuditTable[]> {
  return of(db, id, workspace).selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(count).offset(from).execute();
}

/** How many there are in all. */
export async function count(db: Db | Tx, { id, workspace }: Pick<Programme, 'id' | 'workspace'>): Promise<number> {
  const row = await of(db, id, workspace)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

function of(db: Db | Tx, programme: string, workspace: string) {
  return db.selectFrom('audit').where('workspace', '=', workspace).where('programme', '=', programme);
}
