// The audit as organisers read it: what was done, by whom, when.
import type { AuditTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';

/** The latest `count` deeds in a programme, newest first. */
export function latest(db: Db | Tx, workspace: string, programme: string, count: number): Promise<AuditTable[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('programme', '=', programme)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(count)
    .execute();
}
