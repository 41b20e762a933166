// How fast: what must wait for what before the next letter may go, and until when. Slack's limits, and our own wish to be hardly noticed by it.
import { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore } from '../clock.ts';
import type * as pauses from './lane-pauses.ts';
import { current } from './lane-pauses.ts';
import { nextLook } from './look.ts';
import { addressOf, type Office } from './office.ts';
import * as onRoad from './on-the-road.ts';
import * as outbox from './outbox.ts';
import { QUARANTINE } from './settle.ts';

/** Letters on their way at once. */
export const AT_ONCE = 4;
/** Between two requests of a workspace, and after a long downtime. Slack takes several hundred a minute, and wants no bursts. */
const GAP = { milliseconds: 500 };
const SLOW_GAP = { seconds: 3 };
/** Between two requests in one conversation. */
const LANE_GAP = { seconds: 1 };
const CANDIDATES = 50;

/** The postman's desk: what is under way, and when the last was begun. */
export interface Desk {
  office: Office;
  underWay: Map<string, { lane: string; job: Promise<void> }>;
  lastBegun: Temporal.Instant | undefined;
}

/** What may go now; or, where nothing may, when something that is due may at the earliest (nothing, where the end of a job will tell). */
export async function chooseNext(
  desk: Desk,
  now: Temporal.Instant,
): Promise<{ row: outbox.OutboxRow } | { until: Temporal.Instant | undefined }> {
  const { office, underWay } = desk;
  const { db, workspace } = office.tools;
  const paused = await current(db, workspace, now);
  const waiting = await outbox.waiting(db, workspace, now);
  const later = waiting.next === null ? undefined : instantOf(waiting.next);
  if (waiting.due === 0) return { until: later };
  const free = paused.post?.until ?? (await freeAt(desk, paused.slow !== undefined, now));
  if (isBefore(now, free)) return { until: earliest(later, free) };
  if (underWay.size >= AT_ONCE) return { until: later };
  const busy = await onRoad.busyLanes(db, workspace, now, { doubt: QUARANTINE, gap: LANE_GAP });
  const lanes = new Set([...busy, ...underWay.values()].map(({ lane }) => lane));
  const rows = await outbox.due(db, workspace, now, { busy: [...lanes], most: CANDIDATES });
  const row = rows.find((each) => mayBeOpened(office, each, paused, now));
  if (row) return { row };
  const opensAt = rows.length > 0 ? (paused.open?.until ?? office.opens.freeAt(now)) : undefined;
  return { until: earliest(later, opensAt, ...busy.map(({ until }) => until)) };
}

/** When something that may have arrived is to be looked for next. */
export async function nextLookAt({ office, underWay }: Desk, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const { db, workspace } = office.tools;
  const looks = (await onRoad.doubtful(db, workspace)).filter((row) => !underWay.has(row.id)).map(nextLook);
  const next = earliest(...looks);
  const readsAt = (await current(db, workspace, now)).history?.until ?? office.reads.freeAt(now);
  return next && isBefore(next, readsAt) ? readsAt : next;
}

/** A conversation that must be opened first waits for its turn there, and lets others pass meanwhile. */
function mayBeOpened(
  { opens, memory }: Office,
  row: outbox.OutboxRow,
  paused: Partial<Record<pauses.Lane, pauses.Pause>>,
  now: Temporal.Instant,
): boolean {
  const { to } = addressOf(row);
  if (to === 'channel' || row.channel || (to === 'person' && memory.takesUserIds)) return true;
  return !paused.open && opens.has(now);
}

/** When the workspace's pace allows the next request. What the clock says is still to come was begun before it was put back. */
async function freeAt({ office: { tools }, lastBegun }: Desk, slow: boolean, now: Temporal.Instant): Promise<Temporal.Instant> {
  const onRecord = await onRoad.lastStarted(tools.db, tools.workspace, now);
  const last = [lastBegun, onRecord ? instantOf(onRecord) : undefined].filter((each) => each !== undefined && !isBefore(now, each));
  const latest = last
    .filter((each) => each !== undefined)
    .sort(Temporal.Instant.compare)
    .at(-1);
  return latest?.add(slow ? SLOW_GAP : GAP) ?? Temporal.Instant.fromEpochMilliseconds(0);
}
