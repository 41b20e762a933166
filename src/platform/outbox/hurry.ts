// Letters that somebody waits for, many of them at the same moment: fifty groups whose next line is due now. They follow each other closely as long as
// Slack takes it: it forgives a burst of about sixty, and several hundred a minute. What has been begun is read from the disk, so that neither a
// restart nor a second process begins another burst.
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../clock.ts';
import { ready } from '../db/ready.ts';
import type { Db } from '../tools.ts';
import { openBucket } from './bucket.ts';
import type { Priority } from './enqueue.ts';
import type { Office } from './office.ts';
import type { OutboxRow } from './outbox.ts';

/** What somebody waits for. */
export const WAITED_FOR: Priority = 1;
/** Between two of them. */
export const SHORT_GAP = { milliseconds: 45 };
/** On their way at once: Slack may take half a second for each. */
export const HURRIED_AT_ONCE = 10;

const BURST = 55;
const PER_MINUTE = 240;
/** After so long a rest the next burst may be a whole one. */
const FILLED_AFTER = { seconds: 15 };

/** Whether there is one that is due. */
export async function isWaitedFor(db: Db, workspace: string, now: Temporal.Instant): Promise<boolean> {
  return (await dueFirst(db, { workspace, present: stamp(now) })).length > 0;
}

/** When the next may be begun after the `last`, by what has been begun already. */
export async function nextInBurst(
  db: Db,
  workspace: string,
  last: Temporal.Instant | undefined,
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  const soonest = last?.add(SHORT_GAP) ?? now;
  if (soonest.epochMilliseconds > now.epochMilliseconds) return soonest;
  const begun = await begunSince(db, { workspace, from: stamp(now.subtract(FILLED_AFTER)), to: stamp(now) });
  const bucket = openBucket(BURST, PER_MINUTE);
  for (const { at } of begun) if (at !== null) bucket.take(instantOf(at));
  return bucket.freeAt(now);
}

/**
 * A line of an hour under way: no hours are set for it, several read it, and soon it is worth nothing. Where it is not known whether it arrived, the
 * next is not kept waiting for it, nobody is asked about it, and it is not said again.
 */
export function isOfTheMoment({
  priority,
  expires_at,
  windows,
  lane,
}: Pick<OutboxRow, 'priority' | 'expires_at' | 'windows' | 'lane'>): boolean {
  return priority === WAITED_FOR && expires_at !== null && windows === null && !lane.startsWith('person:');
}

/** So long a group conversation is taken for what it was; an hour may begin a day after it was opened. */
const REMEMBERED = { hours: 26 };

/** Lanes of group conversations that need not be opened again for a line of an hour: fifty at once could not be. */
export function openedLately({ memory }: Pick<Office, 'memory'>, now: Temporal.Instant): string[] {
  for (const [lane, { at }] of memory.groups) if (isBefore(at.add(REMEMBERED), now)) memory.groups.delete(lane);
  return [...memory.groups.keys()];
}

const dueFirst = ready((db, { workspace, present }: { workspace: string; present: string }) =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('workspace', '=', workspace)
    .where('state', '=', 'pending')
    .where('not_before', '<=', present)
    .where('priority', '=', WAITED_FOR)
    .limit(sql.lit(1)),
);

const begunSince = ready((db, { workspace, from, to }: { workspace: string; from: string; to: string }) =>
  db
    .selectFrom('outbox')
    .select('started_at as at')
    .where('workspace', '=', workspace)
    .where('started_at', '>', from)
    .where('started_at', '<=', to)
    .orderBy('started_at'),
);
