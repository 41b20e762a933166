// How fast: what must wait for what before the next letter may go, and until when. Slack's limits, and our own wish to be hardly noticed by it;
// what somebody waits for goes faster (hurry.ts), and the others wait behind it.
import { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore } from '../clock.ts';
import { askDoorAt } from './door.ts';
import { type Closed, nextDue, waiting } from './due.ts';
import { HURRIED_AT_ONCE, isWaitedFor, nextInBurst, openedLately, SHORT_GAP, WAITED_FOR } from './hurry.ts';
import { current, type Lane, type Pause } from './lane-pauses.ts';
import { nextLook } from './look.ts';
import type { Office } from './office.ts';
import { busyLanes, doubtful, lastStarted } from './on-the-road.ts';
import type { OutboxRow } from './outbox.ts';
import { QUARANTINE } from './settle.ts';

/** Letters on their way at once. */
export const AT_ONCE = 4;
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

/** What the desk goes by at one moment. */
export interface Facts {
  paused: Partial<Record<Lane, Pause>>;
  /** What may have arrived. */
  doubtful: readonly OutboxRow[];
}

export async function factsAt({ office: { tools } }: Desk, now: Temporal.Instant): Promise<Facts> {
  return { paused: await current(tools.db, tools.workspace, now), doubtful: await doubtful(tools.db, tools.workspace) };
}

/** How the question whether Slack is there is called among what is under way. */
export const DOOR = { id: 'door', lane: 'door', key: 'door', kind: 'door' } as const;

/** Something that may go, or the question whether Slack is there, or until when nothing may (nothing, where the end of a job will tell). */
export type Choice = { row: OutboxRow } | { isDoor: true } | { until: Temporal.Instant | undefined };

/** What may go now; or, where nothing may, when something that is due may at the earliest (nothing, where the end of a job will tell). */
export async function chooseNext(desk: Desk, { paused, doubtful: inDoubt }: Facts, now: Temporal.Instant): Promise<Choice> {
  const { office, underWay } = desk;
  const { db, workspace } = office.tools;
  const { isDue, next } = await waiting(db, workspace, now);
  const later = next === null ? undefined : instantOf(next);
  if (!isDue) return { until: later };
  const asksAt = await askDoorAt(office, paused.post, now);
  if (asksAt && underWay.has(DOOR.id)) return { until: later };
  if (asksAt) return isBefore(now, asksAt) ? { until: earliest(later, asksAt) } : { isDoor: true };
  if (paused.post) return { until: earliest(later, paused.post.until) };
  const last = await lastBegunAt(desk, now);
  const free = last?.add(paused.slow ? SLOW_GAP : GAP) ?? now;
  const isFree = !isBefore(now, free) && underWay.size < AT_ONCE;
  if (!isFree) {
    const until = isBefore(now, free) ? earliest(later, free) : later;
    if (underWay.size >= HURRIED_AT_ONCE || !(await isWaitedFor(db, workspace, now))) return { until };
    const soonest = await nextInBurst(db, workspace, last, now);
    if (isBefore(now, soonest)) return { until: earliest(until, soonest) };
  }
  const busy = await busyLanes(office.tools, inDoubt, now, { doubt: QUARANTINE, gap: LANE_GAP });
  const lanes = [...new Set([...busy, ...underWay.values()].map(({ lane }) => lane))];
  const unopened = unopenedNow(office, paused, now);
  const row = await nextDue(db, workspace, now, {
    lanes,
    unopened,
    opened: openedLately(office, now),
    ...(!isFree && { priority: WAITED_FOR }),
  });
  if (row) return { row };
  const opensAt = unopened.length > 0 ? (paused.open?.until ?? office.opens.freeAt(now)) : undefined;
  return { until: earliest(later, opensAt, isBefore(now, free) ? free : undefined, ...busy.map(({ until }) => until)) };
}

/** When something that may have arrived is to be looked for next. */
export function nextLookAt(
  { office, underWay }: Desk,
  { paused, doubtful: rows }: Facts,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const next = earliest(...rows.filter((row) => !underWay.has(row.id)).map(nextLook));
  const readsAt = paused.history?.until ?? office.reads.freeAt(now);
  return next && isBefore(next, readsAt) ? readsAt : next;
}

/** Whose conversations cannot be opened just now. For a person's, their own id will do in the meantime, where this Slack takes it. */
function unopenedNow({ opens, memory }: Office, paused: Partial<Record<Lane, Pause>>, now: Temporal.Instant): Closed['unopened'] {
  if (!paused.open && opens.has(now)) return [];
  return memory.takesUserIds ? ['group'] : ['group', 'person'];
}

/** When the last request of the workspace was begun. What the clock says is still to come was begun before it was put back. */
async function lastBegunAt({ office: { tools }, lastBegun }: Desk, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const onRecord = await lastStarted(tools.db, tools.workspace, now);
  const begun = [lastBegun, onRecord ? instantOf(onRecord) : undefined].filter((each) => each !== undefined);
  return begun
    .filter((each) => !isBefore(now, each))
    .sort(Temporal.Instant.compare)
    .at(-1);
}

/** How long after `row` the next may be due, for whoever asks again anyway. */
export function gapAfter({ priority }: OutboxRow): typeof GAP {
  return priority === WAITED_FOR ? SHORT_GAP : GAP;
}
