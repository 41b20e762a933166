// Keeps what stands of forums in step with what happens elsewhere: somebody leaves or is away on that day, and the next moves up; a programme gets
// another channel, and its open forums are offered there; an invitation that Slack did not draw anew is drawn anew.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { byKey } from '../../../platform/outbox/outbox.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { fill, hasRoom } from './fill.ts';
import { type Forum, forumById, untidied } from './forums.ts';
import { invite, inviteKey, redraw } from './invite.ts';
import { signedUp } from './seats.ts';
import { isOpen } from './take-place.ts';

/** When Slack did not take an update, it is asked again after so long. */
const AGAIN = { minutes: 5 };

export const forumsKeepUp: Stream = {
  name: 'forum-keep-up',
  run: async (tools, now) => {
    const homes = new Map((await programmes.all(tools.db, tools.workspace)).map((programme) => [programme.id, programme]));
    const nexts: (Temporal.Instant | undefined)[] = [];
    for (const forum of await untidied(tools.db, tools.workspace)) {
      const programme = homes.get(forum.programme);
      if (programme) nexts.push(await keepUp(tools, { forum, programme }, now));
    }
    return earliest(...nexts);
  },
};

/** When there will be something to do again. */
async function keepUp(
  tools: Tools,
  { forum, programme }: { forum: Forum; programme: Programme },
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const open = isOpen(forum, now);
  if (open && hasRoom(await signedUp(tools.db, forum), forum.places)) await moveUp(tools, forum, now);
  if (programme.channelLostAt !== null) return open ? instantOf(forum.startsAt) : undefined;
  if (open && !(await byKey(tools.db, tools.workspace, inviteKey(forum, programme)))) await inviteAgain(tools, { forum, programme }, now);
  const drawn = await redraw(tools, forum.id);
  const start = instantOf(forum.startsAt);
  return earliest(drawn ? undefined : now.add(AGAIN), isBefore(now, start) ? start : undefined);
}

async function moveUp(tools: Tools, { id }: Forum, now: Temporal.Instant): Promise<void> {
  const up = await transact(tools.db, async (tx) => {
    const forum = await forumById(tx, tools.workspace, id);
    return forum && isOpen(forum, now) ? fill(tools, tx, { forum }, now) : [];
  });
  if (up.length > 0) tools.knock();
}

async function inviteAgain(tools: Tools, { forum: { id }, programme }: { forum: Forum; programme: Programme }, now: Temporal.Instant) {
  await transact(tools.db, async (tx) => {
    const forum = await forumById(tx, tools.workspace, id);
    if (forum && isOpen(forum, now)) await invite(tools, tx, { forum, programme }, now);
  });
  tools.knock();
}
