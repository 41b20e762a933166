// Puts what Slack tells the app on record: of which kind, by whom and where, and whether it was heard; never what was said.
import { type NotedEvent, note } from './calls.ts';
import type { Envelope, SmallSlack } from './small-slack.ts';

/** The places in payloads of all kinds where a person or a conversation is named. */
interface Payload {
  type?: unknown;
  command?: unknown;
  user?: unknown;
  user_id?: unknown;
  channel?: unknown;
  channel_id?: unknown;
  message?: { user?: unknown };
  event?: Payload;
}

/** Puts one delivery on record, or that there was none. */
export function noteEvent(slack: SmallSlack, envelope: Envelope, came: NotedEvent['came']): void {
  const whole = envelope.payload as Payload;
  const told = whole.event ?? whole;
  const user = idIn(told.user) ?? idIn(told.user_id) ?? idIn(told.message?.user);
  const channel = idIn(told.channel) ?? idIn(told.channel_id);
  note(slack, {
    what: 'event',
    type: String(told.command ?? told.type),
    ...(user && { user }),
    ...(channel && { channel }),
    came,
    ...(envelope.retry && { retry: envelope.retry.num }),
  });
}

function idIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const { id } = Object(value) as { id?: unknown };
  return typeof id === 'string' ? id : undefined;
}
