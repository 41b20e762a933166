// Who is in a forum's channel: those who have a place, and nobody else. Whoever cannot be let in keeps no other out, and where nobody can be the forum takes
// place elsewhere.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../../../platform/clock.ts';
import { transact } from '../../../../platform/db/transact.ts';
import { enqueue } from '../../../../platform/outbox/enqueue.ts';
import type { Refusal } from '../../../../platform/slack/called.ts';
import type { Tools } from '../../../../platform/tools.ts';
import { type Forum, forumById } from '../forums.ts';
import { type Seat, seated } from '../seats.ts';
import { spaceMessage } from './around-views.ts';
import { zoneOf } from './circle.ts';
import { loseSpace } from './lose-space.ts';
import { isForbidden, passes, saysGone } from './refusals.ts';

/** Who should be in the channel, as a text that changes when they do. */
export async function guestsOf(tools: Tools, forum: Forum): Promise<{ seats: Seat[]; mark: string }> {
  const seats = await seated(tools.db, forum);
  const users = seats.map(({ user }) => user).sort();
  return { seats, mark: `${forum.channel} ${forum.sequence} ${users.join(' ')}` };
}

/** Lets in who has a place and puts out who has none; returns why Slack could not just now, where it is to be tried again. */
export async function letIn(tools: Tools, forum: Forum, seats: readonly Seat[]): Promise<Refusal | undefined> {
  const { slack, botUser } = tools;
  const { channel } = forum;
  if (channel === null) return undefined;
  const members = await slack.members(channel);
  if (!members.ok && passes(members.error)) return members;
  const there = members.ok ? members.value : [];
  const wanted = seats.map(({ user }) => user);
  const missing = wanted.filter((user) => !there.includes(user));
  const invited = missing.length > 0 ? await inviteThem(tools, { forum, channel, wanted, missing }) : undefined;
  if (invited === 'lost' || (!members.ok && saysGone(members.error))) {
    await loseSpace(tools, channel);
    return undefined;
  }
  if (invited) return invited;
  for (const user of there) {
    if (user === botUser || wanted.includes(user)) continue;
    const removed = await slack.remove(channel, user);
    if (!removed.ok && passes(removed.error)) return removed;
  }
  await welcome(tools, forum.id);
  return undefined;
}

interface Inviting {
  forum: Forum;
  channel: string;
  wanted: readonly string[];
  missing: readonly string[];
}

/** Whoever cannot come in keeps no other out. A channel into which nobody can be let is `lost`: it is no place for anybody. */
async function inviteThem(tools: Tools, { forum, channel, wanted, missing }: Inviting): Promise<Refusal | 'lost' | undefined> {
  const { slack, log, now } = tools;
  const invited = await slack.invite(channel, missing);
  if (!invited.ok && (saysGone(invited.error) || isForbidden(invited.error))) return 'lost';
  const members = await slack.members(channel);
  const outside = members.ok ? wanted.filter((user) => !members.value.includes(user)) : [];
  const isPassing = !invited.ok && passes(invited.error);
  const isTooLate = !isBefore(now(), lastMinute(forum));
  if (!invited.ok && outside.length === wanted.length && (isTooLate || !isPassing)) return 'lost';
  if (isPassing) return invited;
  const code = invited.ok ? 'not_invited' : invited.error;
  if (outside.length > 0)
    log.warn('Not everyone could be let into the channel of a Forum', { reference: forum.id, count: outside.length, code });
  return undefined;
}

/** From then on it is no use to wait until somebody can be let in. */
export function lastMinute({ startsAt }: Pick<Forum, 'startsAt'>): Temporal.Instant {
  return instantOf(startsAt).subtract({ minutes: 1 });
}

/** The first word there, once those are in it whom it concerns; a new one when the forum is moved. */
async function welcome(tools: Tools, id: string): Promise<void> {
  const now = tools.now();
  await transact(tools.db, async (tx) => {
    const forum = await forumById(tx, tools.workspace, id);
    if (!forum || forum.channel === null || forum.beganAt !== null || forum.endedAt !== null) return;
    const starts = instantOf(forum.startsAt);
    if (!isBefore(now, starts)) return;
    const body = spaceMessage(tools.content, { starts, zone: await zoneOf(tools, tx, forum) });
    const address = { to: 'channel', channel: forum.channel } as const;
    const letter = {
      key: `forum:${id}:space:${forum.sequence}`,
      kind: 'forum-script',
      priority: 1,
      address,
      body,
      expiresAt: starts,
    } as const;
    await enqueue(tools, tx, letter, now);
  });
  tools.knock();
}
