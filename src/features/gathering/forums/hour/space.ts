// A forum's own channel: made about a day before, found again where the answer was lost, and kept so that those are in it who have a place, and nobody else.
// Where Slack does not allow it, the forum takes place in a group conversation.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, stamp } from '../../../../platform/clock.ts';
import { transact } from '../../../../platform/db/transact.ts';
import { enqueue } from '../../../../platform/outbox/enqueue.ts';
import type { Called } from '../../../../platform/slack/called.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import * as forums from '../forums.ts';
import { type Forum, forumById } from '../forums.ts';
import { type Seat, seated } from '../seats.ts';
import { spaceMessage } from './around-views.ts';
import { zoneOf } from './circle.ts';
import { loseSpace } from './lose-space.ts';
import { isForbidden, passes, saysGone } from './refusals.ts';

/** So shortly before the start nothing more is waited for. */
const ANYWAY = { minutes: 10 };

/** Where the name is taken by what is not ours: by a channel of the same name that was archived, say. */
const NAMES = 3;

/** Makes the space; false where Slack could not say just now, and it is to be tried again. */
export async function makeSpace(tools: Tools, forum: Forum): Promise<boolean> {
  const made = await makeChannel(tools, await spaceName(tools, forum));
  const now = tools.now();
  const isLate = !isBefore(now, instantOf(forum.startsAt).subtract(ANYWAY));
  if (!made.ok && passes(made.error) && !isLate) return false;
  const channel = made.ok ? made.value : undefined;
  const kept = await transact(tools.db, (tx) => keepSpace(tools, tx, { id: forum.id, channel }, now));
  // The hour has begun elsewhere meanwhile.
  if (!kept && channel !== undefined) await tools.slack.archive(channel);
  return true;
}

/** What its channel is called. */
export async function spaceName(tools: Tools, forum: Forum): Promise<string> {
  const zone = await zoneOf(tools, tools.db, forum);
  return `forum-${dayOf(instantOf(forum.startsAt), zone)}-${forum.id.slice(0, 4).toLowerCase()}`;
}

async function makeChannel({ slack }: Tools, base: string): Promise<Called<string>> {
  let refused: Called<string> = { ok: false, error: 'name_taken' };
  for (let n = 1; n <= NAMES; n += 1) {
    const name = n === 1 ? base : `${base}-${n}`;
    const created = await slack.createChannel(name);
    if (created.ok) return created;
    refused = created;
    if (created.error !== 'name_taken') return created;
    const own = await slack.ownChannel(name);
    if (!own.ok) return own;
    if (own.value !== undefined) return { ok: true, value: own.value };
  }
  return refused;
}

interface Made {
  id: string;
  channel: string | undefined;
}

/** Also where the forum has been called off meanwhile: then the channel is tidied away with it. False where it is of no use any more. */
async function keepSpace(tools: Tools, tx: Tx, { id, channel }: Made, now: Temporal.Instant): Promise<boolean> {
  const forum = await forumById(tx, tools.workspace, id);
  if (!forum || forum.beganAt !== null || (forum.channel !== null && forum.channel !== channel)) return false;
  const space = channel === undefined ? ('group' as const) : ('channel' as const);
  await forums.save(tx, { ...forum, space, channel: channel ?? null, spaceMadeAt: stamp(now) });
  return true;
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

/** Who should be in the channel, as a text that changes when they do. */
export async function guestsOf(tools: Tools, forum: Forum): Promise<{ seats: Seat[]; mark: string }> {
  const seats = await seated(tools.db, forum);
  const users = seats.map(({ user }) => user).sort();
  return { seats, mark: `${forum.channel} ${forum.sequence} ${users.join(' ')}` };
}

/** Lets in who has a place and puts out who has none; false where it is to be tried again. */
export async function letIn(tools: Tools, forum: Forum, seats: readonly Seat[]): Promise<boolean> {
  const { slack, botUser } = tools;
  const { channel } = forum;
  if (channel === null) return true;
  const members = await slack.members(channel);
  if (!members.ok && passes(members.error)) return false;
  if (!members.ok && saysGone(members.error)) return loseSpace(tools, channel);
  const there = new Set(members.ok ? members.value : []);
  const wanted = seats.map(({ user }) => user);
  const missing = wanted.filter((user) => !there.has(user));
  const invited = missing.length > 0 ? await slack.invite(channel, missing) : ({ ok: true } as const);
  if (!invited.ok && passes(invited.error)) return false;
  // A channel into which nobody can be let is no place for anybody.
  if (!invited.ok && (saysGone(invited.error) || isForbidden(invited.error))) return loseSpace(tools, channel);
  for (const user of there) {
    if (user === botUser || wanted.includes(user)) continue;
    const removed = await slack.remove(channel, user);
    if (!removed.ok && passes(removed.error)) return false;
  }
  await welcome(tools, forum.id);
  return true;
}
