// What an outcome does to its row: one change that names the attempt it belongs to, so that a late answer to an earlier attempt changes
// nothing.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, stamp } from '../clock.ts';
import { transact } from '../db/transact.ts';
import * as pauses from './lane-pauses.ts';
import { addressOf, type Office, reportUndelivered, stumble } from './office.ts';
import { change, type OutboxRow } from './outbox.ts';
import { blamesBlocks, type Outcome } from './outcome.ts';
import type { State } from './states.ts';

/** Slack may show a message this much later than it was asked to; only then is it looked for. */
export const QUARANTINE = { seconds: 120 };
/** How long everything waits before it is tried again whether the operator has done something. */
const HALT = { minutes: 15 };

export const WITHOUT_PICTURE = 'without-picture';

export async function settleSent(
  { tools, memory }: Office,
  row: OutboxRow,
  { channel, ts }: { channel: string; ts: string },
): Promise<void> {
  memory.stumbles = 0;
  memory.doubt = undefined;
  memory.pictures.delete(row.id);
  const now = stamp(tools.now());
  await change(tools.db, row, ['sending', 'unclear'], { state: 'sent', channel, ts, body_sealed: null, reason: null, settled_at: now });
}

/** Settles what was not simply sent. */
export async function settle(office: Office, row: OutboxRow, outcome: Outcome, hadPicture: boolean): Promise<void> {
  const now = office.tools.now();
  if (outcome.then === 'unclear') return unclear(office, row, outcome.reason, now);
  if (outcome.then === 'later') return later(office, row, outcome, now);
  if (outcome.then === 'halt') return halt(office, row, outcome, now);
  if (hadPicture && blamesBlocks(outcome.reason)) return back(office, row, WITHOUT_PICTURE, now.add({ seconds: 1 }));
  return dead(office, row, ['sending'], outcome.reason);
}

/** Refused for good. What was meant for a channel is kept, sealed: an organiser may put right what stood in its way, and post it again. */
export async function dead(office: Office, row: OutboxRow, from: readonly State[], reason: string): Promise<void> {
  const { tools, memory } = office;
  const now = tools.now();
  const kept = addressOf(row).to === 'channel' ? {} : { body_sealed: null };
  await transact(tools.db, async (tx) => {
    const settled = await change(tx, row, from, { state: 'dead', reason, settled_at: stamp(now), ...kept });
    if (settled) await reportUndelivered(office, tx, row, { state: 'dead', reason, now });
  });
  memory.pictures.delete(row.id);
  tools.log.warn('A message was refused for good', { key: tools.vault.mark(row.key), kind: row.kind, code: reason });
  office.knockInbox();
}

/** Waits for a person to decide. */
export async function awaitDecision(office: Office, row: OutboxRow, state: 'organiser' | 'operator', reason: string): Promise<void> {
  const { tools } = office;
  const now = tools.now();
  await transact(tools.db, async (tx) => {
    if (await change(tx, row, ['sending', 'unclear'], { state, reason })) await reportUndelivered(office, tx, row, { state, reason, now });
  });
  tools.log.warn('It is not known whether a message arrived: someone must look and decide', {
    key: tools.vault.mark(row.key),
    kind: row.kind,
    code: reason,
  });
  office.knockInbox();
}

/** Nothing can be sent until the operator does something; nothing is lost meanwhile. */
export async function halt(
  office: Office,
  row: OutboxRow,
  { reason, needed }: { reason: string; needed?: string },
  now: Temporal.Instant,
): Promise<void> {
  const { tools } = office;
  await pauses.begin(tools, 'post', { until: now.add(HALT), reason }, now);
  await back(office, row, reason, now);
  tools.log.error('Slack takes no messages from this app: nothing is lost, all of them wait', {
    code: reason,
    ...(needed && { scope: needed }),
  });
}

async function later(office: Office, row: OutboxRow, outcome: Extract<Outcome, { then: 'later' }>, now: Temporal.Instant): Promise<void> {
  const { tools } = office;
  const until = now.add({ seconds: outcome.seconds ?? 0 });
  if (outcome.seconds === undefined) await stumble(office, outcome.reason, now);
  else if (outcome.whole) await pauses.begin(tools, 'post', { until, reason: outcome.reason }, now);
  await back(office, row, outcome.reason, outcome.whole ? now : until);
}

async function unclear(office: Office, row: OutboxRow, reason: string, now: Temporal.Instant): Promise<void> {
  const { tools } = office;
  const lookAt = instantOf(row.started_at ?? stamp(now)).add(QUARANTINE);
  await change(tools.db, row, ['sending'], { state: 'unclear', reason, not_before: stamp(lookAt) });
  await stumble(office, reason, now);
}

/** Waits again; one that was not claimed stays as it is. */
async function back({ tools }: Office, row: OutboxRow, reason: string, notBefore: Temporal.Instant): Promise<void> {
  await change(tools.db, row, ['sending', 'pending'], { state: 'pending', reason, not_before: stamp(notBefore) });
}
