// Tombstones: a mark of each person who asked to be forgotten, from which nobody can be told. They may join again by themselves; nobody else
// brings them back.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import { personHash } from '../../platform/erasures.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';

type Marking = Pick<Tools, 'vault' | 'workspace'>;

export async function raise({ vault, workspace }: Marking, tx: Tx, user: string, now: Temporal.Instant): Promise<void> {
  const erased_at = stamp(now);
  await tx
    .insertInto('tombstone')
    .values({ workspace, person_hash: personHash(vault, workspace, user), erased_at })
    .onConflict((conflict) => conflict.columns(['workspace', 'person_hash']).doUpdateSet({ erased_at }))
    .execute();
}

/** Which of `users` have asked to be forgotten. */
export async function among({ vault, workspace }: Marking, db: Db | Tx, users: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('tombstone').select('person_hash').where('workspace', '=', workspace).execute();
  const hashes = new Set(rows.map((row) => row.person_hash));
  return new Set(users.filter((user) => hashes.has(personHash(vault, workspace, user))));
}
