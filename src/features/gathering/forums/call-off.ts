// Calling a forum off: by whoever offered it or an organiser, as long as it has not begun. Everyone who has signed up hears of it.
import type { Temporal } from 'temporal-polyfill';
import { record } from '../../../platform/audit.ts';
import { instantOf, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as forums from './forums.ts';
import { type Forum, forumById } from './forums.ts';
import { calledOffLetter } from './letters.ts';
import { signedUp } from './seats.ts';
import { takeBackWords, tellLeader } from './tell.ts';
import { stillRuns } from './who.ts';

/** So long after its hour it is still worth saying that it does not take place. */
const WORTH = { hours: 1 };

export type CalledOff = { ok: true; forum: Forum; told: number } | { ok: false; because: 'not-yours' | 'over' };

/** `told` is how many hear of it. */
export async function callOff(tools: Tools, { user, forum: id }: { user: string; forum: string }): Promise<CalledOff> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<CalledOff> => {
    const forum = await forumById(tx, tools.workspace, id);
    if (!forum || !(await stillRuns(tools, tx, forum, user))) return { ok: false, because: 'not-yours' };
    if (forum.beganAt !== null || forum.endedAt !== null) return { ok: false, because: 'over' };
    const ended: Forum = { ...forum, sequence: forum.sequence + 1, endedAt: stamp(now), endedBecause: 'called-off' };
    await forums.save(tx, ended);
    await takeBackWords(tools, tx, { id, invitation: true }, now);
    const told = await tellEveryone(tools, tx, { forum: ended, user }, now);
    if (forum.offeredBy !== user)
      await record(tools, tx, { programme: forum.programme, actor: user, action: 'forum-called-off', subject: id }, now);
    return { ok: true, forum: ended, told };
  });
  if (done.ok) tools.knock();
  return done;
}

async function tellEveryone(tools: Tools, tx: Tx, { forum, user }: { forum: Forum; user: string }, now: Temporal.Instant): Promise<number> {
  const { seated, waiting } = await signedUp(tx, forum);
  const start = instantOf(forum.startsAt);
  const others = [...seated, ...waiting].filter((seat) => seat.user !== user);
  for (const { leader, zone } of others) {
    const body = calledOffLetter(tools.content, { forum: forum.id, at: start, zone });
    await tellLeader(tools, tx, { leader, key: `forum-off:${forum.id}:${leader}`, body, until: start.add(WORTH) }, now);
  }
  return others.length;
}
