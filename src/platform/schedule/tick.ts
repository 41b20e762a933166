// One knock of the clock: every stream does what is due. A stream with a fault does not stop the others.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore } from '../clock.ts';
import { noteTick } from '../db/boot.ts';
import { purge as purgeInbox } from '../inbox/inbox.ts';
import { faultFields } from '../log.ts';
import { purge as purgeOutbox } from '../outbox/outbox.ts';
import type { Tools } from '../tools.ts';
import type { Stream } from './stream.ts';

/** How long it is kept that a message was sent, and that an event was handled. */
const OUTBOX_KEPT = { hours: 24 * 90 };
const INBOX_KEPT = { hours: 24 * 30 };

/** Runs everything that is due at `now`; returns the next instant at which something will be, as far as can be told. */
export async function tick(tools: Tools, now: Temporal.Instant, timetable: readonly Stream[]): Promise<Temporal.Instant | undefined> {
  await noticeJump(tools, now);
  let next: Temporal.Instant | undefined;
  for (const stream of timetable) next = earliest(next, await runStream(tools, now, stream));
  await purgeOutbox(tools.db, tools.workspace, now.subtract(OUTBOX_KEPT));
  await purgeInbox(tools.db, tools.workspace, now.subtract(INBOX_KEPT));
  await noteTick(tools.db, now);
  tools.knock();
  return next;
}

async function runStream(tools: Tools, now: Temporal.Instant, stream: Stream): Promise<Temporal.Instant | undefined> {
  try {
    return await stream.run(tools, now);
  } catch (fault) {
    tools.log.error('A stream of the timetable could not be run', { stream: stream.name, ...faultFields(fault) });
    return undefined;
  }
}

/** A clock that goes back does no harm, for what is done is on record; but somebody should know. */
async function noticeJump({ db, log }: Tools, now: Temporal.Instant): Promise<void> {
  const last = await lastTick(db);
  if (last && isBefore(now.add({ seconds: 5 }), last)) log.warn('The clock has gone back', { until: last.toString() });
}

/** When the clock last knocked, as far as is on record. */
export async function lastTick(db: Tools['db']): Promise<Temporal.Instant | undefined> {
  const row = await db.selectFrom('boot').select('ticked_at').where('id', '=', 1).executeTakeFirst();
  return row?.ticked_at ? instantOf(row.ticked_at) : undefined;
}
