// After a request without an answer, or a process that died at the wrong moment, nobody knows whether the present line stands in the space. Then it is said
// once more, and why: without it nobody could press anything. The last line, after which no other comes, now and then until Slack answers again.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore, stamp } from '../../../../platform/clock.ts';
import type { Db, Tools, Tx } from '../../../../platform/tools.ts';
import { type Hour, hourOf } from './circle.ts';
import { LAST_WORTH, lineKey, sayLineAgain } from './lines.ts';

/** Longer than any request takes. */
const NO_ANSWER = { seconds: 15 };
const MAY_HAVE_ARRIVED = ['sending', 'unclear', 'organiser'];
/** The outbox's word for a letter of which it could not be found out in time whether it has arrived. */
const GIVEN_UP = 'in-doubt';
const SELDOM_SECONDS = 600;

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
    .where('kind', '=', 'forum-script')
    .where(({ eb, and, or }) =>
      or([
        eb('state', 'in', MAY_HAVE_ARRIVED),
        and([eb('state', '=', 'skipped'), eb('reason', '=', GIVEN_UP), eb('expires_at', '>', stamp(now))]),
      ]),
    )
    .execute();
  const since = (row: (typeof rows)[number]) => (row.started_at === null ? now : instantOf(row.started_at).add(NO_ANSWER));
  const known = rows.filter((row) => !isBefore(now, since(row)));
  const forums = new Set(known.flatMap(({ key }) => /^forum:([^:]+):line:/.exec(key)?.[1] ?? []));
  return { forums, lookAt: earliest(...rows.filter((row) => !known.includes(row)).map(since)) };
}

/** Says the present line again where nobody knows of the last time that it was said; otherwise returns when to look. */
export async function sayAgainInDoubt(tools: Tools, tx: Tx, id: string, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const hour = await hourOf(tools, tx, id);
  if (!hour || !isWorthSaying(hour, now)) return undefined;
  const key = lineKey(id, hour.going.step);
  const said = await tx
    .selectFrom('outbox')
    .select(['state', 'reason', 'started_at'])
    .where('workspace', '=', tools.workspace)
    .where(({ eb, or }) => or([eb('key', '=', key), eb('key', 'like', `${key}:again%`)]))
    .orderBy('created_at')
    .execute();
  if (said.length > 1 && hour.going.step < hour.script.length) return undefined;
  const last = said.at(-1);
  if (!last?.started_at || !(MAY_HAVE_ARRIVED.includes(last.state) || (last.state === 'skipped' && last.reason === GIVEN_UP)))
    return undefined;
  const seconds = Math.min(NO_ANSWER.seconds * 2 ** (said.length - 1), SELDOM_SECONDS);
  const due = instantOf(last.started_at).add({ seconds });
  if (isBefore(now, due)) return due;
  await sayLineAgain(tools, tx, { hour, why: 'forums.hour.here', time: said.length }, now);
  return undefined;
}

/** The last line is, also once the hour is over: with it everybody leaves and answers. */
function isWorthSaying({ forum, going, script }: Hour, now: Temporal.Instant): boolean {
  if (forum.endedAt === null) return true;
  return (
    forum.endedBecause === 'done' && forum.countedAt === null && going.step === script.length && isBefore(now, going.ends.add(LAST_WORTH))
  );
}
