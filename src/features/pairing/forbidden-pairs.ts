// The table `forbidden_pair`: two people an organiser will not see paired, in this round or a later one, and why.
import type { Insertable } from 'kysely';
import type { ForbiddenPairTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';

export async function ofProgramme(db: Db | Tx, programme: string): Promise<[string, string][]> {
  const rows = await db
    .selectFrom('forbidden_pair')
    .select(['leader_a', 'leader_b'])
    .where('programme', '=', programme)
    .where('lifted_at', 'is', null)
    .execute();
  return rows.map((row) => [row.leader_a, row.leader_b]);
}

/** Those that stood just before `at`. */
export async function before(db: Db | Tx, programme: string, at: string): Promise<[string, string][]> {
  const rows = await db
    .selectFrom('forbidden_pair')
    .select(['leader_a', 'leader_b'])
    .where('programme', '=', programme)
    .where('forbidden_at', '<', at)
    .where(({ eb, or }) => or([eb('lifted_at', 'is', null), eb('lifted_at', '>=', at)]))
    .execute();
  return rows.map((row) => [row.leader_a, row.leader_b]);
}

/** Forbids the pair; nothing happens where it is forbidden already. The order of the two does not matter. */
export async function forbid(tx: Tx, pair: Insertable<ForbiddenPairTable>): Promise<void> {
  const [leader_a, leader_b] = [pair.leader_a, pair.leader_b].sort() as [string, string];
  await tx
    .insertInto('forbidden_pair')
    .values({ ...pair, leader_a, leader_b })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
