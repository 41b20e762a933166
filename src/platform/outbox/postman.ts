// Decides what goes next: one letter at a time in each conversation, the most urgent first, at a pace that Slack allows. It holds no clock: it
// is told the time, starts what may start, and says when to ask it again.
import type { Temporal } from 'temporal-polyfill';
import { earliest, isBefore } from '../clock.ts';
import { faultFields } from '../log.ts';
import { openBucket } from './bucket.ts';
import * as pauses from './lane-pauses.ts';
import { look, nextLook } from './look.ts';
import type { Office } from './office.ts';
import * as onRoad from './on-the-road.ts';
import type * as outbox from './outbox.ts';
import { AT_ONCE, chooseNext, type Desk, GAP, nextLookAt } from './pace.ts';
import { send } from './send.ts';

/** Slack allows 50 calls a minute to the methods that open conversations and read histories: so many at once, so many a minute. */
const BURST = 5;
const PER_MINUTE = 45;

export interface Postman {
  /** Starts what may start at `now`, without waiting for Slack; returns when to be asked again, if nothing else happens. */
  begin: (now: Temporal.Instant) => Promise<Temporal.Instant | undefined>;
  /** The same, and waits until what was started is settled. */
  round: (now: Temporal.Instant) => Promise<Temporal.Instant | undefined>;
  /** Waits for what is under way. */
  settled: () => Promise<void>;
}

export type PostmanSettings = Pick<Office, 'tools' | 'poster' | 'botId' | 'boot' | 'alone' | 'knockInbox'> & {
  /** Called when a letter is settled: the next may start. */
  onSettled?: () => void;
};

export function openPostman({ onSettled = () => {}, ...settings }: PostmanSettings): Postman {
  const office: Office = {
    ...settings,
    opens: openBucket(BURST, PER_MINUTE),
    reads: openBucket(BURST, PER_MINUTE),
    memory: { stumbles: 0, takesUserIds: true, pictures: new Map(), told: new Set() },
  };
  const desk: Desk = { office, underWay: new Map(), lastBegun: undefined };
  const start: Start = (row, task) => {
    const job = guarded(office, row, task).finally(() => {
      desk.underWay.delete(row.id);
      onSettled();
    });
    desk.underWay.set(row.id, { lane: row.lane, job });
  };
  const settled = async () => {
    while (desk.underWay.size > 0) await Promise.all([...desk.underWay.values()].map(({ job }) => job));
  };
  const startDue = async (now: Temporal.Instant) => {
    await beginLooks(desk, start, now);
    await beginSend(desk, start, now);
  };
  return {
    settled,
    begin: async (now) => {
      await startDue(now);
      return nextInstant(desk, now);
    },
    round: async (now) => {
      const before = desk.lastBegun;
      await startDue(now);
      await settled();
      // After one letter the next may be due: whoever moves the clock asks again anyway, and need not be told exactly.
      return desk.lastBegun === before ? nextInstant(desk, now) : now.add(GAP);
    },
  };
}

type Start = (row: outbox.OutboxRow, task: (office: Office, row: outbox.OutboxRow) => Promise<void>) => void;

/** A fault of our own must not stop the others: the row stays as it is on disk, and is taken up from there. */
async function guarded(office: Office, row: outbox.OutboxRow, task: Parameters<Start>[1]): Promise<void> {
  try {
    await task(office, row);
  } catch (fault) {
    office.tools.log.error('A message could not be dealt with', {
      key: office.tools.vault.mark(row.key),
      kind: row.kind,
      ...faultFields(fault),
    });
  }
}

async function beginLooks({ office, underWay }: Desk, start: Start, now: Temporal.Instant): Promise<void> {
  const { tools, reads } = office;
  const paused = await pauses.current(tools.db, tools.workspace, now);
  if (paused.history) return;
  for (const row of await onRoad.doubtful(tools.db, tools.workspace)) {
    if (underWay.has(row.id) || isBefore(now, nextLook(row))) continue;
    if (underWay.size >= AT_ONCE || !reads.take(now)) return;
    start(row, look);
  }
}

async function beginSend(desk: Desk, start: Start, now: Temporal.Instant): Promise<void> {
  const next = await chooseNext(desk, now);
  if (!('row' in next)) return;
  desk.lastBegun = now;
  start(next.row, send);
}

async function nextInstant(desk: Desk, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const next = await chooseNext(desk, now);
  return earliest('row' in next ? now : next.until, await nextLookAt(desk, now));
}
