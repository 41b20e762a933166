// How fast: what must wait for what before the next letter may go, and until when. Slack's limits, and our own wish to be hardly noticed by it.
import { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore } from '../clock.ts';
import type * as pauses from './lane-pauses.ts';
import { current } from './lane-pauses.ts';
import { nextLook } from './look.ts';
import { addressOf, type Office } from './office.ts';
import * as outbox from './outbox.ts';
import { QUARANTINE } from './settle.ts';

/** Between two requests of a workspace, and after a long downtime. Slack takes several hundred a minute, and wants no bursts. */
const GAP = { milliseconds: 500 };
const SLOW_GAP = { seconds: 3 };
/** Between two requests in one conversation. */
const LANE_GAP = { seconds: 1 };

/** The postman's desk: what is under way, and when the last was begun. */
export interface Desk {
  office: Office;
  underWay: Map<string, { lane: string; job: Promise<void> }>;
  lastBegun: Temporal.Instant | undefined;
}

/** Conversations in which something is on its way, or was a moment ago. */
export async function busyLanes({ office: { tools }, underWay }: Desk, now: Temporal.Instant): Promise<string[]> {
  const onRecord = await outbox.busyLanes(tools.db, tools.workspace, now.subtract(LANE_GAP), now.subtract(QUARANTINE));
  return [...new Set([...onRecord, ...[...underWay.values()].map(({ lane }) => lane)])];
}

/** A conversation that must be opened first waits for its turn there, and lets others pass meanwhile. */
export function mayBeOpened(
  { opens, memory }: Office,
  row: outbox.OutboxRow,
  paused: Partial<Record<pauses.Lane, pauses.Pause>>,
  now: Temporal.Instant,
): boolean {
  const { to } = addressOf(row);
  if (to === 'channel' || row.channel || (to === 'person' && memory.takesUserIds)) return true;
  return !paused.open && opens.has(now);
}

/** When the workspace's pace allows the next request. */
export async function freeAt({ office: { tools }, lastBegun }: Desk, slow: boolean): Promise<Temporal.Instant> {
  const onRecord = await outbox.lastStarted(tools.db, tools.workspace);
  const last = [lastBegun, onRecord ? instantOf(onRecord) : undefined].filter((each) => each !== undefined);
  const latest = last.sort(Temporal.Instant.compare).at(-1);
  return latest?.add(slow ? SLOW_GAP : GAP) ?? Temporal.Instant.fromEpochMilliseconds(0);
}

/** When the postman has something to do again, as far as can be told. */
export async function nextInstant(desk: Desk, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const { office, underWay } = desk;
  const { tools } = office;
  const paused = await current(tools.db, tools.workspace, now);
  const waiting = await outbox.waiting(tools.db, tools.workspace, now);
  const looks = (await outbox.doubtful(tools.db, tools.workspace)).filter((row) => !underWay.has(row.id)).map(nextLook);
  const nextLookAt = earliest(...looks);
  const readsAt = paused.history?.until ?? office.reads.freeAt(now);
  return earliest(
    waiting.due > 0 ? await nextSend(desk, paused, now) : undefined,
    waiting.next === null ? undefined : instantOf(waiting.next),
    nextLookAt && isBefore(nextLookAt, readsAt) ? readsAt : nextLookAt,
  );
}

/** When something that is due may go, at the latest; it may turn out that it has to wait again. */
async function nextSend(desk: Desk, paused: Partial<Record<pauses.Lane, pauses.Pause>>, now: Temporal.Instant): Promise<Temporal.Instant> {
  if (paused.post) return paused.post.until;
  const pace = await freeAt(desk, paused.slow !== undefined);
  return isBefore(now, pace) ? pace : now.add(GAP);
}
