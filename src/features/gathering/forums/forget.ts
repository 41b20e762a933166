// Who was in a forum is known for thirty days after its space has been tidied away; who offered it, which the channel has read, until the round in which it
// was held is over, since the report of that round counts them. Then only that it took place remains, and what was counted.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { KEPT_DAYS } from '../../reviewing/closing/keep-own.ts';
import { FORUM_DAY } from './day.ts';
import { FILES } from './files.ts';

const TOLD = [FORUM_DAY, FILES];

/** Who stands where whoever offered it stood. */
const NOBODY = 'erased';

/** Forgets who was in forums that were tidied away long enough ago; returns when the next are due. */
export async function forgetForums(
  { db, workspace }: Pick<Tools, 'db' | 'workspace'>,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const kept = { hours: 24 * KEPT_DAYS };
  const before = stamp(now.subtract(kept));
  await transact(db, async (tx) => {
    await forgetSeats(tx, workspace, before);
    await forgetHosts(tx, workspace, before);
  });
  const known = db.selectFrom('forum').where('workspace', '=', workspace).where('cleaned_at', '>', before);
  const { next } = await known.select(({ fn }) => fn.min('cleaned_at').as('next')).executeTakeFirstOrThrow();
  if (next === null || next === undefined) return undefined;
  const then = instantOf(next).add(kept);
  return isBefore(now, then) ? then : undefined;
}

async function forgetSeats(tx: Tx, workspace: string, before: string): Promise<void> {
  const ids = (
    await tidied(tx, workspace, before)
      .where(({ exists, selectFrom }) => exists(selectFrom('forum_seat').select('leader').whereRef('forum_seat.forum', '=', 'forum.id')))
      .execute()
  ).map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.deleteFrom('forum_seat').where('forum', 'in', ids).execute();
  // Whom a file or word of the day was sent to is on record by forum and leader: it tells of the same.
  for (const id of ids)
    await tx
      .deleteFrom('occurrence')
      .where('workspace', '=', workspace)
      .where('stream', 'in', TOLD)
      .where('subject', 'like', `${id}:%`)
      .execute();
  const nobody = { reader: null, keeper: null, holder: null, second_holder: null };
  await tx.updateTable('forum').set(nobody).where('id', 'in', ids).execute();
}

async function forgetHosts(tx: Tx, workspace: string, before: string): Promise<void> {
  const named = tidied(tx, workspace, before).where('offered_by', '!=', NOBODY);
  const ids = (
    await named
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('round')
              .select('round.id')
              .whereRef('round.programme', '=', 'forum.programme')
              .whereRef('round.approved_at', '<=', 'forum.starts_at')
              .where('round.undone_at', 'is', null)
              .where((eb) => eb.or([eb('round.closed_at', 'is', null), eb('round.closed_at', '>', before)])),
          ),
        ),
      )
      .execute()
  ).map(({ id }) => id);
  if (ids.length > 0) await tx.updateTable('forum').set({ offered_by: NOBODY }).where('id', 'in', ids).execute();
}

function tidied(db: Db | Tx, workspace: string, before: string) {
  return db.selectFrom('forum').select('forum.id').where('forum.workspace', '=', workspace).where('forum.cleaned_at', '<=', before);
}
