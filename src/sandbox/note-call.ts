// Puts calls of the app on record as they end: whom and where they concern, by id, and the mark of a letter; never a text.
import { type Args, jsonArg, listArg, textArg } from './api/call.ts';
import { type Ended, note } from './calls.ts';
import type { CallFault } from './faults.ts';
import { memberKey } from './found.ts';
import { type SmallSlack, tell } from './small-slack.ts';
import type { World } from './world.ts';

/** What one request came to: what Slack did, if it did anything, and what had been ordered to go wrong. */
export interface CameTo {
  outcome?: ({ ok: boolean } & Record<string, unknown>) | { retryAfter: number } | undefined;
  fault?: CallFault | undefined;
}

/** Puts one call of the app on record. */
export function noteCall(slack: SmallSlack, { method, args }: { method: string; args: Args }, { outcome, fault }: CameTo): void {
  const channel = channelOf(slack.world, textArg(args, 'channel'));
  const mark = markIn(jsonArg(args, 'metadata'));
  const seen = method.startsWith('conversations.') ? marksIn(outcome) : undefined;
  note(slack, {
    what: 'call',
    method,
    users: usersOf(slack.world, args),
    ...(channel && { channel }),
    ...(mark && { mark }),
    ...(seen && { seen }),
    ended: fault ? endedBy(fault) : endedWith(outcome),
    done: outcome !== undefined && 'ok' in outcome && outcome.ok,
    ordered: fault !== undefined,
  });
  if (fault) tell(slack, { what: 'fault' });
}

/** The bot was killed while it waited for the answer to this call; where it was never read, it is not on record yet. */
export function noteDeathAt(slack: SmallSlack, call: { method: string; args: Args }, wasRead: boolean): void {
  if (!wasRead) noteCall(slack, call, {});
  const last = slack.calls.entries.findLast((one) => one.what === 'call' && one.method === call.method);
  if (last?.what === 'call') last.ended = { how: 'killed' };
  noteDeath(slack);
}

/** The bot was killed. */
export function noteDeath(slack: SmallSlack): void {
  note(slack, { what: 'bot', did: 'killed' });
  tell(slack, { what: 'fault' });
}

function endedBy(fault: CallFault): Ended {
  if (fault.kind === 'ratelimited') return { how: 'limited', seconds: fault.retryAfter };
  if (fault.kind === 'status') return { how: 'status', status: fault.status };
  if (fault.kind === 'late') return { how: 'late', ms: fault.ms };
  if (fault.kind === 'garbage') return { how: 'unreadable' };
  return fault.kind === 'error' ? { how: 'refused', error: fault.code } : { how: 'lost' };
}

function endedWith(outcome: CameTo['outcome']): Ended {
  if (!outcome) return { how: 'lost' };
  if (!('ok' in outcome)) return { how: 'limited', seconds: outcome.retryAfter };
  return outcome.ok ? { how: 'answered' } : { how: 'refused', error: String(outcome.error) };
}

function usersOf(world: World, args: Args): string[] {
  const named = [textArg(args, 'user'), textArg(args, 'user_id'), ...listArg(args, 'users'), textArg(args, 'channel')];
  const before = [world.triggers.get(textArg(args, 'trigger_id'))?.user, world.views.get(textArg(args, 'view_id'))?.user];
  return [...new Set([...named, ...before])].filter((id) => id !== undefined && world.people.has(id)) as string[];
}

/** A person's id stands for their conversation with the app. */
function channelOf(world: World, wanted: string): string | undefined {
  if (world.people.has(wanted)) return world.byMembers.get(memberKey([world.app.botUser, wanted]));
  return world.conversations.has(wanted) ? wanted : undefined;
}

/** The mark by which a letter is found again, out of a message's metadata. */
export function markIn(metadata: unknown): string | undefined {
  const mark = (metadata as { event_payload?: { k?: unknown } } | undefined)?.event_payload?.k;
  return typeof mark === 'string' ? mark : undefined;
}

function marksIn(outcome: CameTo['outcome']): string[] | undefined {
  const messages = outcome && 'ok' in outcome ? outcome.messages : undefined;
  return Array.isArray(messages) ? messages.flatMap((one: { metadata?: unknown }) => markIn(one.metadata) ?? []) : undefined;
}
