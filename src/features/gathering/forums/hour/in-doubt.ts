// After a request without an answer, or a process that died at the wrong moment, nobody knows whether the present line stands in the space. Then it is said
// once more, and why: without it nobody could press anything.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore, stamp } from '../../../../platform/clock.ts';
import type { Db, Tools, Tx } from '../../../../platform/tools.ts';
import { hourOf } from './circle.ts';
import { lineKey, sayLineAgain } from './lines.ts';

/** Longer than any request takes. */
const NO_ANSWER = { seconds: 15 };
const MAY_HAVE_ARRIVED = ['sending', 'unclear', 'organiser'];

/** Forums of which a line may or may not have arrived, and when to look again for those of which it is too early to say. */
export async function linesInDoubt(
  { workspace }: Pick<Tools, 'workspace'>,
  db: Db | Tx,
  now: Temporal.Instant,
): Promise<{ forums: ReadonlySet<string>; lookAt: Temporal.Instant | undefined }> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'started_at'])
    .where('workspace', '=', workspace)
    .where('state', 'in', MAY_HAVE_ARRIVED)
    .where('kind', '=', 'forum-script')
    .execute();
  const since = (row: (typeof rows)[number]) => (row.started_at === null ? now : instantOf(row.started_at).add(NO_ANSWER));
  const known = rows.filter((row) => !isBefore(now, since(row)));
  const forums = new Set(known.flatMap(({ key }) => /^forum:([^:]+):line:/.exec(key)?.[1] ?? []));
  return { forums, lookAt: earliest(...rows.filter((row) => !known.includes(row)).map(since)) };
}

/** Says the present line again where it is one of those, and has not been said again. */
export async function sayAgainInDoubt(tools: Tools, tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const hour = await hourOf(tools, tx, id);
  if (!hour || hour.forum.endedAt !== null) return;
  const row = await tx
    .selectFrom('outbox')
    .select('id')
    .where('workspace', '=', tools.workspace)
    .where('key', '=', lineKey(id, hour.going.step))
    .where('state', 'in', MAY_HAVE_ARRIVED)
    .where('started_at', '<=', stamp(now.subtract(NO_ANSWER)))
    .executeTakeFirst();
  if (row) await sayLineAgain(tools, tx, { hour, why: 'forums.hour.here' }, now);
}
