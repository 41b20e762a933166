// What a leader asked organisers for, opened for them to take away; and how long it is kept.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as helpRequests from './help-requests.ts';

export interface MyRequest {
  asked: string;
  /** Null where they gave no reason, or it is not kept any more. */
  text: string | null;
  seen_to: string | null;
}

/** Everything a leader asked in one programme, oldest first. */
export async function ownRequests(tools: Pick<Tools, 'db' | 'workspace' | 'vault'>, leader: string): Promise<MyRequest[]> {
  const asked = await helpRequests.ofLeader(tools.db, leader);
  return Promise.all(
    asked.map(async (request) => ({
      asked: request.askedAt,
      text: (await helpRequests.textOf(tools, tools.db, request)) ?? null,
      seen_to: request.settledAt,
    })),
  );
}

/** So long after a request is seen to, what was written in it goes. */
const KEPT = { hours: 24 * 30 };

/** Forgets the words of requests that were seen to long enough ago; returns when the next are due. */
export async function forgetRequests(
  { db, workspace }: Pick<Tools, 'db' | 'workspace'>,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const oldest = await helpRequests.firstSettled(db, workspace);
  if (oldest === undefined) return undefined;
  const due = instantOf(oldest).add(KEPT);
  if (isBefore(now, due)) return due;
  await transact(db, (tx) => helpRequests.forgetSettled(tx, workspace, now.subtract(KEPT)));
  return forgetRequests({ db, workspace }, now);
}
