// After a long silence everything that was missed is due at once. Then it is planned first, and goes out slowly: a wrong clock or an old copy
// of the database must not flood anyone.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../clock.ts';
import { countDue } from '../outbox/due.ts';
import * as pauses from '../outbox/lane-pauses.ts';
import type { Tools } from '../tools.ts';

const LONG = { hours: 24 };
const PER_MINUTE = 20;

/** Called when a process has planned for the first time; `before` is when the clock last knocked before it started. */
export async function slowDownAfter(
  tools: Pick<Tools, 'db' | 'workspace' | 'log'>,
  before: Temporal.Instant | undefined,
  now: Temporal.Instant,
): Promise<void> {
  if (!before || isBefore(now, before.add(LONG))) return;
  const due = await countDue(tools.db, tools.workspace, now);
  if (due === 0) return;
  const until = now.add({ minutes: 10 + Math.ceil(due / PER_MINUTE) });
  await pauses.begin(tools, 'slow', { until, reason: 'after-downtime' }, now);
  tools.log.warn('The program was down for more than a day: what is due goes out slowly', { count: due, until: until.toString() });
}
