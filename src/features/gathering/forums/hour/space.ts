// A forum's own channel: made about a day before, and found again where the answer was lost. Where Slack does not allow it, the forum takes place in a
// group conversation.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, stamp } from '../../../../platform/clock.ts';
import { transact } from '../../../../platform/db/transact.ts';
import type { Called, Refusal } from '../../../../platform/slack/called.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import * as forums from '../forums.ts';
import { type Forum, forumById } from '../forums.ts';
import { zoneOf } from './circle.ts';
import { passes } from './refusals.ts';

/** So shortly before the start nothing more is waited for. */
const ANYWAY = { minutes: 10 };

/** Where the name is taken by what is not ours: by a channel of the same name that was archived, say. */
const NAMES = 3;

/** Makes the space; returns why Slack could not just now, where it is to be tried again. */
export async function makeSpace(tools: Tools, forum: Forum): Promise<Refusal | undefined> {
  const made = await makeChannel(tools, await spaceName(tools, forum));
  const now = tools.now();
  const isLate = !isBefore(now, instantOf(forum.startsAt).subtract(ANYWAY));
  if (!made.ok && passes(made.error) && !isLate) return made;
  const channel = made.ok ? made.value : undefined;
  const kept = await transact(tools.db, (tx) => keepSpace(tools, tx, { id: forum.id, channel }, now));
  // The hour has begun elsewhere meanwhile.
  if (!kept && channel !== undefined) await tools.slack.archive(channel);
  return undefined;
}

/** What its channel is called. */
export async function spaceName(tools: Tools, forum: Forum): Promise<string> {
  const zone = await zoneOf(tools, tools.db, forum);
  return `forum-${dayOf(instantOf(forum.startsAt), zone)}-${forum.id.slice(0, 4).toLowerCase()}`;
}

async function makeChannel({ slack, botUser }: Tools, base: string): Promise<Called<string>> {
  let refused: Called<string> = { ok: false, error: 'name_taken' };
  for (let n = 1; n <= NAMES; n += 1) {
    const name = n === 1 ? base : `${base}-${n}`;
    const created = await slack.createChannel(name);
    if (created.ok) return created;
    refused = created;
    if (created.error !== 'name_taken') return created;
    const own = await slack.ownChannel(name, botUser);
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
