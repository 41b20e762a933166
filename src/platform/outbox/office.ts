// What the postman's tasks share: the tools, the way to Slack, and what one process remembers between two messages.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../clock.ts';
import * as inbox from '../inbox/inbox.ts';
import type { Poster } from '../slack/posting.ts';
import type { Tools, Tx } from '../tools.ts';
import type { Bucket } from './bucket.ts';
import type { Doubt } from './door.ts';
import type { Address } from './enqueue.ts';
import { readAddress } from './kept.ts';
import * as pauses from './lane-pauses.ts';
import type { OutboxRow } from './outbox.ts';
import type { State } from './states.ts';

export interface Office {
  tools: Pick<Tools, 'db' | 'vault' | 'log' | 'now' | 'workspace' | 'botUser' | 'newId'>;
  poster: Poster;
  botId: string | undefined;
  /** The number of this start; claims are made under it. */
  boot: number;
  /** Whether no other process sends from this database. */
  alone: boolean;
  /** How often conversations may be opened, and histories read. */
  opens: Bucket;
  reads: Bucket;
  memory: {
    /** Times in a row that requests did not get through. */
    stumbles: number;
    /** While it is not known whether Slack is there: see `door.ts`. */
    doubt: Doubt | undefined;
    /** Whether this Slack takes a person's id for their conversation. */
    takesUserIds: boolean;
    /** Pictures that Slack has, by row: the file, or nothing where it would not take it. */
    pictures: Map<string, string | undefined>;
    /** Group conversations that were opened lately, by lane: see `hurry.ts`. */
    groups: Map<string, { channel: string; at: Temporal.Instant }>;
    /** What the operator has been told already. */
    told: Set<string>;
  };
  /** Called when the inbox has been given something. */
  knockInbox: () => void;
}

export function addressOf(row: Pick<OutboxRow, 'address'>): Address {
  return readAddress(row.address);
}

/**
 * All posting waits, longer each time in a row that Slack could not be reached or did not answer clearly. Several that were on their way together are one
 * such time.
 */
export async function stumble({ tools, memory }: Office, reason: string, now: Temporal.Instant): Promise<void> {
  if (memory.doubt) return;
  memory.doubt = { reason, since: now };
  memory.stumbles += 1;
  const seconds = Math.min(2 ** (memory.stumbles - 1), 60);
  await pauses.begin(tools, 'post', { until: now.add({ seconds }), reason }, now);
}

/** Says once in this process what the operator can change. */
export function tellOnce({ tools, memory }: Office, event: string, fields: { method: string; code: string; scope?: string }): void {
  const about = `${event} ${fields.method} ${fields.code}`;
  if (memory.told.has(about)) return;
  memory.told.add(about);
  tools.log.warn(event, fields);
}

/** Puts on record, for whom it concerns, that a letter will not be seen or waits for a decision. In the transaction that settles it. */
export async function reportUndelivered(
  { tools }: Office,
  tx: Tx,
  row: OutboxRow,
  { state, reason, now }: { state: State; reason: string; now: Temporal.Instant },
): Promise<void> {
  const address = addressOf(row);
  const to = address.to === 'person' ? { user: address.user } : address.to === 'channel' ? { channel: address.channel } : {};
  await inbox.add(tx, {
    id: tools.newId(),
    workspace: tools.workspace,
    key: `undelivered:${row.id}:${row.attempt}:${state}`,
    twin: null,
    kind: 'undelivered',
    fields: JSON.stringify({ id: row.id, key: row.key, letter: row.kind, state, reason, to: address.to, ...to }),
    sealed: null,
    received_at: stamp(now),
    not_before: null,
  });
}
