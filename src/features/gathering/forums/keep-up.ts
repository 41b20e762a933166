// Keeps what stands of forums in step with what happens elsewhere: somebody leaves or is away on that day, and the next moves up; a programme gets
// another channel, and its open forums are offered there; an invitation that Slack did not draw anew is drawn anew.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { fill, hasRoom } from './fill.ts';
import { type Forum, forumById, untidied } from './forums.ts';
import { invite, markOf, redraw } from './invite.ts';
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
  const start = open ? instantOf(forum.startsAt) : undefined;
  const signed = await signedUp(tools.db, forum);
  const moved = open && hasRoom(signed, forum.places) && (await moveUp(tools, forum, now));
  if (programme.channelLostAt !== null) return start;
  if (open && forum.shown?.split(' ')[0] !== programme.channel) await inviteAgain(tools, { forum, programme }, now);
  const asItWas = !moved && markOf({ forum, programme, signed }, now) === forum.shown;
  return earliest(asItWas || (await redraw(tools, forum.id)) ? undefined : now.add(AGAIN), start);
}

/** Whether somebody did. */
async function moveUp(tools: Tools, { id }: Forum, now: Temporal.Instant): Promise<boolean> {
  const up = await transact(tools.db, async (tx) => {
    const forum = await forumById(tx, tools.workspace, id);
    return forum && isOpen(forum, now) ? fill(tools, tx, { forum }, now) : [];
  });
  if (up.length > 0) tools.knock();
  return up.length > 0;
}

async function inviteAgain(tools: Tools, { forum: { id }, programme }: { forum: Forum; programme: Programme }, now: Temporal.Instant) {
  await transact(tools.db, async (tx) => {
    const forum = await forumById(tx, tools.workspace, id);
    if (forum && isOpen(forum, now)) await invite(tools, tx, { forum, programme }, now);
  });
  tools.knock();
}
