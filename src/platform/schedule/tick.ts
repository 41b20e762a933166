// One knock of the clock: every stream does what is due. A stream with a fault does not stop the others.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore } from '../clock.ts';
import { noteTick } from '../db/boot.ts';
import { purge as purgeInbox } from '../inbox/inbox.ts';
import { faultFields } from '../log.ts';
import { purge as purgeOutbox } from '../outbox/outbox.ts';
import type { Tools } from '../tools.ts';
import { type Looked, lookedBefore, lookOnce } from './sparing.ts';
import type { Stream } from './stream.ts';

/** How long it is kept that a message was sent, and that an event was handled. */
const OUTBOX_KEPT = { hours: 24 * 90 };
const INBOX_KEPT = { hours: 24 * 30 };

/** Runs everything that is due at `now`; returns the next instant at which something will be, as far as can be told. */
export async function tick(tools: Tools, now: Temporal.Instant, timetable: readonly Stream[]): Promise<Temporal.Instant | undefined> {
  const last = ticked.get(tools) ?? (await lastTick(tools.db));
  // A clock that goes back does no harm, for what is done is on record; but somebody should know.
  if (last && isBefore(now.add({ seconds: 5 }), last)) tools.log.warn('The clock has gone back', { until: last.toString() });
  let next: Temporal.Instant | undefined;
  for (const stream of timetable) next = earliest(next, await runStream(tools, now, stream));
  if (!last || hourOf(last) !== hourOf(now)) await forgetOld(tools, now);
  await noteTick(tools.db, now);
  ticked.set(tools, now);
  tools.knock();
  return next;
}

/** When each process was last knocked at. */
const ticked = new WeakMap<Tools, Temporal.Instant>();

async function forgetOld({ db, workspace }: Tools, now: Temporal.Instant): Promise<void> {
  await purgeOutbox(db, workspace, now.subtract(OUTBOX_KEPT));
  await purgeInbox(db, workspace, now.subtract(INBOX_KEPT));
}

function hourOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 3_600_000);
}

/** What each stream found last, by the process that asked. */
const looks = new WeakMap<Tools, Map<Stream, Looked>>();

async function runStream(tools: Tools, now: Temporal.Instant, stream: Stream): Promise<Temporal.Instant | undefined> {
  const looked = looks.get(tools) ?? new Map<Stream, Looked>();
  looks.set(tools, looked);
  const last = stream.always ? undefined : looked.get(stream);
  const known = last && lookedBefore(last, now, stream.minutes);
  if (known) {
    looked.set(stream, known);
    return known.next;
  }
  looked.delete(stream);
  try {
    const found = await lookOnce(tools.db, (at) => stream.run(tools, at), now);
    looked.set(stream, found);
    return found.next;
  } catch (fault) {
    tools.log.error('A stream of the timetable could not be run', { stream: stream.name, ...faultFields(fault) });
    return undefined;
  }
}

/** For whoever moves the clock: when those of `timetable` come back that may miss for some minutes what has changed under them since they looked. */
export function comingBack(tools: Tools, timetable: readonly Stream[]): Temporal.Instant | undefined {
  const looked = looks.get(tools);
  const backs = timetable.flatMap((stream) => {
    const last = stream.comesBack ? looked?.get(stream) : undefined;
    return last && !last.stands() ? [last.at.add({ minutes: stream.minutes ?? 0 })] : [];
  });
  return earliest(...backs);
}

/** When the clock last knocked, as far as is on record. */
export async function lastTick(db: Tools['db']): Promise<Temporal.Instant | undefined> {
  const row = await db.selectFrom('boot').select('ticked_at').where('id', '=', 1).executeTakeFirst();
  return row?.ticked_at ? instantOf(row.ticked_at) : undefined;
}
