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

/** A rule as it stands, with its reason and who made it. */
export interface ForbiddenPair {
  id: string;
  leaders: readonly [string, string];
  reason: string;
  by: string;
  at: string;
}

/** All that stand, the latest first. */
export async function standing(db: Db | Tx, programme: string): Promise<ForbiddenPair[]> {
  const rows = await db
    .selectFrom('forbidden_pair')
    .select(['id', 'leader_a', 'leader_b', 'reason', 'forbidden_by', 'forbidden_at'])
    .where('programme', '=', programme)
    .where('lifted_at', 'is', null)
    .orderBy('forbidden_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, leaders: [row.leader_a, row.leader_b] as const, reason: row.reason },
    ...{ by: row.forbidden_by, at: row.forbidden_at },
  }));
}

/** Ends a rule that stands; the two leaders, or nothing where it does not stand in this programme. */
export async function lift(
  tx: Tx,
  { programme, id, at }: { programme: string; id: string; at: string },
): Promise<readonly [string, string] | undefined> {
  const row = await tx
    .updateTable('forbidden_pair')
    .set({ lifted_at: at })
    .where('programme', '=', programme)
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .returning(['leader_a', 'leader_b'])
    .executeTakeFirst();
  return row && [row.leader_a, row.leader_b];
}
