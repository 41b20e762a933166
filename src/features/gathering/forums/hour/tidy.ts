// Tidying up, seven days after a forum is over or was called off: the bot's own messages go, and the channel is archived. Where Slack does not allow it,
// that is said once, and left.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../../../../platform/clock.ts';
import { transact } from '../../../../platform/db/transact.ts';
import { sentUnder } from '../../../../platform/outbox/placed.ts';
import { withdraw } from '../../../../platform/outbox/withdraw.ts';
import type { Tools } from '../../../../platform/tools.ts';
import type { Forum } from '../forums.ts';
import * as forums from '../forums.ts';
import { forumById } from '../forums.ts';
import { passes, saysGone } from './refusals.ts';
import { spaceName } from './space.ts';

const KEPT = { hours: 24 * 7 };
/** What Slack could not do for so long is given up. */
const PATIENCE = { hours: 24 };
/** So many messages go at a time. */
const AT_ONCE = 8;

/** When a forum is to be tidied away; nothing where it is not over, or has been. */
export function tidyDue({ endedAt, cleanedAt }: Forum): Temporal.Instant | undefined {
  return endedAt !== null && cleanedAt === null ? instantOf(endedAt).add(KEPT) : undefined;
}

/** What has been done of it by this process; after a restart it is done again, which does no harm. */
export interface Tidied {
  gone: Set<string>;
  refused: Set<string>;
}

/** Tidies some of it away; true when there is nothing left to do. */
export async function tidySome(tools: Tools, forum: Forum, tidied: Tidied, now: Temporal.Instant): Promise<boolean> {
  const isPatient = isBefore(
    now,
    instantOf(forum.endedAt ?? stamp(now))
      .add(KEPT)
      .add(PATIENCE),
  );
  const placed = await sentUnder(tools.db, tools.workspace, `forum:${forum.id}`);
  const left = placed.filter(({ channel, ts }) => !tidied.gone.has(`${channel} ${ts}`));
  for (const { channel, ts } of left.slice(0, AT_ONCE)) {
    const deleted = await tools.slack.deleteMessage(channel, ts);
    if (!deleted.ok && passes(deleted.error) && isPatient) return false;
    // What stands in a channel that is closed or gone is out of everybody's sight, and out of reach.
    if (!deleted.ok && !saysGone(deleted.error)) tidied.refused.add(`chat.delete ${deleted.error}`);
    tidied.gone.add(`${channel} ${ts}`);
  }
  if (left.length > AT_ONCE) return false;
  if (!(await archived(tools, forum, tidied, isPatient))) return false;
  await finish(tools, forum.id, now);
  for (const refusal of tidied.refused) {
    const [method = '', code = ''] = refusal.split(' ');
    tools.log.warn('The space of a forum could not be tidied away', { reference: forum.id, method, code });
  }
  return true;
}

/** Also a channel that was given up since nobody could be let in, or of which the answer was lost when it was made. */
async function archived(tools: Tools, forum: Forum, tidied: Tidied, isPatient: boolean): Promise<boolean> {
  const { slack } = tools;
  const found =
    forum.channel === null
      ? await slack.ownChannel(await spaceName(tools, forum), tools.botUser)
      : { ok: true as const, value: forum.channel };
  if (!found.ok && passes(found.error) && isPatient) return false;
  const channel = found.ok ? found.value : undefined;
  if (channel === undefined) return true;
  const done = await slack.archive(channel);
  if (done.ok || saysGone(done.error)) return true;
  if (passes(done.error) && isPatient) return false;
  tidied.refused.add(`conversations.archive ${done.error}`);
  return true;
}

/** What was still to be said is not said any more. */
async function finish(tools: Tools, id: string, now: Temporal.Instant): Promise<void> {
  await transact(tools.db, async (tx) => {
    await withdraw(tx, tools.workspace, { keys: [], beginnings: [`forum:${id}:`] });
    const forum = await forumById(tx, tools.workspace, id);
    if (forum) await forums.save(tx, { ...forum, cleanedAt: stamp(now) });
  });
}
