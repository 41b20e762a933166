// Decides what goes next: one letter at a time in each conversation, the most urgent first, at a pace that Slack allows. It holds no clock: it
// is told the time, starts what may start, and says when to ask it again.
import type { Temporal } from 'temporal-polyfill';
import { earliest, isBefore } from '../clock.ts';
import { faultFields } from '../log.ts';
import { openBucket } from './bucket.ts';
import { askDoor } from './door.ts';
import { look, nextLook } from './look.ts';
import type { Office } from './office.ts';
import type * as outbox from './outbox.ts';
import { AT_ONCE, type Choice, chooseNext, type Desk, DOOR, type Facts, factsAt, gapAfter, nextLookAt } from './pace.ts';
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
  /** How much of what was begun has ended, however it did: from then on something may go that could not, though nothing was written. */
  ended: () => number;
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
    memory: { stumbles: 0, doubt: undefined, takesUserIds: true, pictures: new Map(), groups: new Map(), told: new Set() },
  };
  const desk: Desk = { office, underWay: new Map(), lastBegun: undefined };
  let ended = 0;
  const start: Start = (row, task) => {
    const job = guarded(office, row, task).finally(() => {
      desk.underWay.delete(row.id);
      ended += 1;
      onSettled();
    });
    desk.underWay.set(row.id, { lane: row.lane, job });
  };
  const startDue = async (now: Temporal.Instant): Promise<Begun> => {
    const facts = await factsAt(desk, now);
    beginLooks(desk, start, facts, now);
    const choice = await chooseNext(desk, facts, now);
    if ('row' in choice) {
      desk.lastBegun = now;
      start(choice.row, send);
    }
    if ('isDoor' in choice) start(DOOR, askDoor);
    return { facts, choice, isNothing: desk.underWay.size === 0 };
  };
  return {
    settled: () => allEnded(desk),
    ended: () => ended,
    begin: async (now) => nextInstant(desk, await startDue(now), now),
    round: async (now) => {
      const begun = await startDue(now);
      await allEnded(desk);
      // After one letter the next may be due: whoever moves the clock asks again anyway, and need not be told exactly.
      return 'row' in begun.choice ? now.add(gapAfter(begun.choice.row)) : nextInstant(desk, begun, now);
    },
  };
}

async function allEnded({ underWay }: Desk): Promise<void> {
  while (underWay.size > 0) await Promise.all([...underWay.values()].map(({ job }) => job));
}

/** What was begun, and what that was decided from. */
interface Begun {
  facts: Facts;
  choice: Choice;
  /** Nothing is under way: what was found still holds. */
  isNothing: boolean;
}

type Start = <Row extends Started>(row: Row, task: Task<Row>) => void;
type Started = Pick<outbox.OutboxRow, 'id' | 'key' | 'kind' | 'lane'>;
type Task<Row> = (office: Office, row: Row) => Promise<void>;

/** A fault of our own must not stop the others: the row stays as it is on disk, and is taken up from there. */
async function guarded<Row extends Started>(office: Office, row: Row, task: Task<Row>): Promise<void> {
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

function beginLooks({ office, underWay }: Desk, start: Start, { paused, doubtful }: Facts, now: Temporal.Instant): void {
  if (paused.history) return;
  for (const row of doubtful) {
    if (underWay.has(row.id) || isBefore(now, nextLook(row))) continue;
    if (underWay.size >= AT_ONCE || !office.reads.take(now)) return;
    start(row, look);
  }
}

/** When to be asked again: read anew where something was begun. */
async function nextInstant(desk: Desk, begun: Begun, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const facts = begun.isNothing ? begun.facts : await factsAt(desk, now);
  const next = begun.isNothing ? begun.choice : await chooseNext(desk, facts, now);
  return earliest('until' in next ? next.until : now, nextLookAt(desk, facts, now));
}
