// Brings what has happened to the app. Events are retried as Slack retries them; interactions are not: the person sees that it failed.
import { later, runDue } from './agenda.ts';
import { type EventFault, eventFault } from './faults.ts';
import { nextId } from './ids.ts';
import { noteEvent } from './note-event.ts';
import type { Ack, Envelope, SmallSlack } from './small-slack.ts';

/** After a first failure Slack tries again at once, after a minute, and after five. */
const retries = [0, 60_000, 300_000];

/** Delivers all events that are waiting, and those that come up meanwhile; over real sockets without waiting for one before the next. */
export async function drain(slack: SmallSlack): Promise<void> {
  const underWay: Promise<void>[] = [];
  for (let envelope = slack.outgoing.shift(); envelope; envelope = slack.outgoing.shift()) {
    const delivery = withFaults(slack, envelope);
    if (slack.transport?.atOnce) underWay.push(delivery);
    else await delivery;
  }
  await Promise.all(underWay);
  if (slack.outgoing.length > 0) await drain(slack);
}

async function withFaults(slack: SmallSlack, envelope: Envelope): Promise<void> {
  const fault = envelope.retry
    ? undefined
    : eventFault(slack.faults, String((envelope.payload.event as { type?: string } | undefined)?.type));
  if (!fault) return attempt(slack, envelope);
  await troubled(slack, envelope, fault);
}

async function troubled(slack: SmallSlack, envelope: Envelope, fault: EventFault): Promise<void> {
  if (fault.kind !== 'duplicate') noteEvent(slack, envelope, fault.kind);
  if (fault.kind === 'never') return;
  if (fault.kind === 'late') return later(slack.agenda, slack.now() + fault.ms, () => attempt(slack, envelope));
  if (fault.kind === 'missed') return failed(slack, envelope, 'timeout');
  await attempt(slack, envelope);
  for (let copy = 0; copy < fault.copies; copy += 1) {
    const payload = fault.newId ? { ...envelope.payload, event_id: nextId(slack.world, 'Ev') } : envelope.payload;
    await attempt(slack, { ...envelope, payload }, 'again');
  }
}

async function attempt(slack: SmallSlack, envelope: Envelope, as: 'heard' | 'again' = 'heard'): Promise<void> {
  const ack = await slack.transport?.deliver(envelope);
  noteEvent(slack, envelope, ack ? as : 'unheard');
  if (!ack) failed(slack, envelope, slack.transport ? 'timeout' : 'connection_failed');
}

function failed(slack: SmallSlack, envelope: Envelope, reason: 'timeout' | 'connection_failed'): void {
  const num = (envelope.retry?.num ?? 0) + 1;
  const wait = retries[num - 1];
  if (wait === undefined) return;
  later(slack.agenda, slack.now() + wait, () => attempt(slack, { ...envelope, retry: { num, reason } }));
}

/** Delivers what is waiting and runs what is due, until neither is left. */
export async function settle(slack: SmallSlack): Promise<void> {
  do await drain(slack);
  while ((await runDue(slack.agenda, slack.now())) > 0 || slack.outgoing.length > 0);
}

/** Brings one interaction to the app; `undefined` when it was not acknowledged in time. */
export async function interact(slack: SmallSlack, envelope: Envelope): Promise<Ack | undefined> {
  slack.onInteraction?.(envelope);
  const ack = await slack.transport?.deliver(envelope);
  noteEvent(slack, envelope, ack ? 'heard' : 'unheard');
  return ack;
}
