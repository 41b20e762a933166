// Who was coming to a gathering is known for thirty days after it.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import { KEPT_DAYS } from '../../reviewing/closing/keep-own.ts';

/** Forgets who answered to gatherings that were long enough ago; returns when the next are due. */
export async function forgetAnswers(
  { db, workspace }: Pick<Tools, 'db' | 'workspace'>,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const kept = { hours: 24 * KEPT_DAYS };
  const answered = db.selectFrom('gathering_answer').select('gathering').where('workspace', '=', workspace);
  const held = db.selectFrom('gathering').select(['id', 'starts_at']).where('workspace', '=', workspace).where('id', 'in', answered);
  const all = await held.orderBy('starts_at').execute();
  const due = all.filter(({ starts_at }) => starts_at <= stamp(now.subtract(kept)));
  for (const { id } of due) await transact(db, (tx) => tx.deleteFrom('gathering_answer').where('gathering', '=', id).execute());
  const next = all.find((gathering) => !due.includes(gathering));
  if (!next) return undefined;
  const then = instantOf(next.starts_at).add(kept);
  return isBefore(now, then) ? then : undefined;
}
