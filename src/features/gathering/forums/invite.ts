// The invitation in the programme's channel: posted once for each channel that is the programme's home, drawn anew after every change. The last state
// wins; an update that Slack did not take is made up for by `keep-up.ts`.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../../platform/clock.ts';
import { type Body, enqueue } from '../../../platform/outbox/enqueue.ts';
import { byKey } from '../../../platform/outbox/outbox.ts';
import { standingUnder } from '../../../platform/outbox/placed.ts';
import type { Slack } from '../../../platform/slack/calls.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { type Invited, invitation, type Stage } from './channel-views.ts';
import * as forums from './forums.ts';
import { type Forum, forumById } from './forums.ts';
import { type SignedUp, signedUp } from './seats.ts';

/** What the letters of invitations are called. */
export const INVITE = 'forum-invite';

/** Slack's words for a message that will never be changed any more. */
const FOR_GOOD: ReadonlySet<string> = new Set([
  ...['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found', 'not_in_channel', 'is_archived'],
  ...['missing_scope', 'not_allowed_token_type'],
]);

/** Puts it on its way; what it says is remembered as shown. In the transaction that offers the forum or finds its channel changed. */
export async function invite(
  tools: Tools,
  tx: Tx,
  { forum, programme }: { forum: Forum; programme: Programme },
  now: Temporal.Instant,
): Promise<void> {
  const key = inviteKey(forum, programme);
  // The programme may have come back to a channel in which an earlier state of it stands.
  const stands = (await byKey(tx, tools.workspace, key)) !== undefined;
  const drawn = drawnFrom(tools, { forum, programme, signed: await signedUp(tx, forum) }, now);
  await enqueue(
    tools,
    tx,
    {
      ...{ key, kind: INVITE, address: { to: 'channel', channel: programme.channel } },
      ...{ priority: 2, body: drawn.body, expiresAt: instantOf(forum.startsAt) },
    },
    now,
  );
  await forums.save(tx, { ...forum, shown: stands ? programme.channel : drawn.mark });
}

export function inviteKey({ id }: Pick<Forum, 'id'>, { channel }: Pick<Programme, 'channel'>): string {
  return `${INVITE}:${id}:${channel}`;
}

export interface Drawing {
  forum: Forum;
  programme: Programme;
  signed: Pick<SignedUp, 'seated' | 'waiting'>;
}

/** What the invitation says just now, and a mark of it. */
export function drawnFrom({ content }: Pick<Tools, 'content'>, drawing: Drawing, now: Temporal.Instant): { body: Body; mark: string } {
  const { forum, programme, signed } = drawing;
  const invited: Invited = {
    ...{ forum: forum.id, at: instantOf(forum.startsAt), zone: programme.timeZone, places: forum.places, stage: stageOf(forum, now) },
    ...{ taken: signed.seated.length, waiting: signed.waiting.length, moved: forum.sequence > 0 },
  };
  return { body: invitation(content, invited), mark: markOf(drawing, now) };
}

/** Begins with the channel in which it stands. How many came is nobody's business once it has begun. */
export function markOf({ forum, programme, signed }: Drawing, now: Temporal.Instant): string {
  const stage = stageOf(forum, now);
  const counts = stage === 'open' ? [signed.seated.length, forum.places, signed.waiting.length] : [];
  return [programme.channel, programme.timeZone, stage, forum.startsAt, forum.sequence, ...counts].join(' ');
}

function stageOf({ beganAt, endedAt, endedBecause, startsAt }: Forum, now: Temporal.Instant): Stage {
  if (endedAt !== null) return endedBecause ?? 'done';
  if (beganAt !== null) return 'begun';
  return isBefore(now, instantOf(startsAt)) ? 'open' : 'starting';
}

interface Turn {
  running: Promise<boolean>;
  next?: Promise<boolean>;
}

/** What is being drawn, by the door to Slack and the forum's id. */
const turns = new WeakMap<Slack, Map<string, Turn>>();

/**
 * Draws it anew where it stands, if it says something else by now. True when that is so, or will never be. One after the other, since of two that are drawn
 * at once the earlier might arrive last; and whoever comes while one waits is served by that one.
 */
export function redraw(tools: Tools, id: string): Promise<boolean> {
  const own = turns.get(tools.slack) ?? new Map<string, Turn>();
  turns.set(tools.slack, own);
  const before = own.get(id);
  if (!before) return begin(tools, own, id);
  const go = () => begin(tools, own, id);
  before.next ??= before.running.then(go, go);
  return before.next;
}

function begin(tools: Tools, own: Map<string, Turn>, id: string): Promise<boolean> {
  const turn: Turn = { running: drawOnce(tools, id) };
  own.set(id, turn);
  const end = () => void (own.get(id) === turn && turn.next === undefined && own.delete(id));
  turn.running.then(end, end);
  return turn.running;
}

async function drawOnce(tools: Tools, id: string): Promise<boolean> {
  const { db, workspace } = tools;
  const forum = await forumById(db, workspace, id);
  const programme = forum && (await programmes.find(db, workspace, forum.programme));
  if (!programme) return true;
  const { body, mark } = drawnFrom(tools, { forum, programme, signed: await signedUp(db, forum) }, tools.now());
  if (mark === forum.shown) return true;
  const places = await standingUnder(db, workspace, inviteKey(forum, programme));
  // One that is not there yet will be looked at again when it is.
  if (places.length === 0) return true;
  let drawn = true;
  for (const { channel, ts } of places) {
    const shown = await tools.slack.updateMessage(channel, ts, body);
    if (shown.ok) continue;
    if (!FOR_GOOD.has(shown.error)) drawn = false;
    else tools.log.warn('The invitation to a forum cannot be changed any more', { programme: programme.id, code: shown.error });
  }
  if (drawn) await forums.noteShown(db, forum, mark);
  return drawn;
}
