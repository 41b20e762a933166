// Who was in a forum is known for thirty days after its space has been tidied away. Then only that it took place remains, and what was counted.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import { KEPT_DAYS } from '../../reviewing/closing/keep-own.ts';

/** Who stands where whoever offered it stood. */
const NOBODY = 'erased';

/** Forgets who was in forums that were tidied away long enough ago; returns when the next are due. */
export async function forgetForums(
  { db, workspace }: Pick<Tools, 'db' | 'workspace'>,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const kept = { hours: 24 * KEPT_DAYS };
  const named = db
    .selectFrom('forum')
    .where('workspace', '=', workspace)
    .where('cleaned_at', 'is not', null)
    .where('offered_by', '!=', NOBODY);
  const due = named.select('id').where('cleaned_at', '<=', stamp(now.subtract(kept)));
  const ids = (await due.execute()).map(({ id }) => id);
  if (ids.length > 0) {
    await transact(db, async (tx) => {
      await tx.deleteFrom('forum_seat').where('forum', 'in', ids).execute();
      const nobody = { offered_by: NOBODY, reader: null, keeper: null, holder: null, second_holder: null };
      await tx.updateTable('forum').set(nobody).where('id', 'in', ids).execute();
    });
  }
  const { next } = await named.select(({ fn }) => fn.min('cleaned_at').as('next')).executeTakeFirstOrThrow();
  if (next === null || next === undefined) return undefined;
  const then = instantOf(next).add(kept);
  return isBefore(now, then) ? then : undefined;
}
