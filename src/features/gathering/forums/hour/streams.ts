// What time alone does for forums, in two streams: one keeps the hours to the second and asks nobody; the other makes spaces, keeps them in order and tidies
// them away, one call after the other, and may wait.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore } from '../../../../platform/clock.ts';
import { transact } from '../../../../platform/db/transact.ts';
import { faultFields } from '../../../../platform/log.ts';
import type { Stream } from '../../../../platform/schedule/stream.ts';
import type { Db, Tools } from '../../../../platform/tools.ts';
import { type Forum, forumById, untidied } from '../forums.ts';
import { ASKED_AHEAD, ENOUGH } from '../plan.ts';
import { seated } from '../seats.ts';
import { countDue, countTaps } from './count.ts';
import { linesInDoubt, sayAgainInDoubt } from './in-doubt.ts';
import { keepTime, timeDue } from './keep-time.ts';
import { attendStart, waitingFor } from './start.ts';
import { workOn } from './upkeep.ts';

const AGAIN = { seconds: 10 };

/** Keeps the hours. */
export const forumHours: Stream = {
  name: 'forum-hours',
  exact: true,
  run: async (tools, now) => {
    const forums = await untidied(tools.db, tools.workspace);
    if (forums.length === 0) return undefined;
    const doubtful = await linesInDoubt(tools, tools.db, now);
    let next = doubtful.lookAt;
    for (const forum of forums) next = earliest(next, await lookAfter(tools, forum, doubtful.forums.has(forum.id), now));
    return next;
  },
};

/** Makes, keeps and tidies the spaces. */
export const forumSpaces: Stream = { name: 'forum-spaces', run: workOn };

/** Returns when it has to be looked at next. What goes wrong in one forum keeps no other from going on. */
async function lookAfter(tools: Tools, forum: Forum, isDoubtful: boolean, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  try {
    const due = await dueIn(tools.db, forum, now);
    return due.isDue || isDoubtful ? await attend(tools, forum.id, now) : due.next;
  } catch (fault) {
    tools.log.error('The hour of a forum could not be kept', { reference: forum.id, ...faultFields(fault) });
    return now.add(AGAIN);
  }
}

/** Does what is due in one forum; returns when something is due next. */
async function attend(tools: Tools, id: string, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const { after, again } = await transact(tools.db, async (tx) => {
    const forum = await forumById(tx, tools.workspace, id);
    if (!forum) return {};
    if (forum.endedAt !== null) await countTaps(tools, tx, forum, now);
    else if (forum.beganAt === null) await attendStart(tools, tx, forum, now);
    else await keepTime(tools, tx, forum, now);
    const again = await sayAgainInDoubt(tools, tx, id, now);
    return { again, after: await forumById(tx, tools.workspace, id) };
  });
  // What may be due still has just been done, or waits for somebody to press.
  return earliest(again, after && (await dueIn(tools.db, after, now)).next);
}

interface Due {
  isDue: boolean;
  next: Temporal.Instant | undefined;
}

/** Whether a forum has to be looked at now, and when it has to be next. */
async function dueIn(db: Db, forum: Forum, now: Temporal.Instant): Promise<Due> {
  if (forum.endedAt !== null) return from(countDue(forum), now);
  if (forum.beganAt !== null) return timeDue(forum, now) ?? { isDue: false, next: undefined };
  const start = instantOf(forum.startsAt);
  const ahead = from(start.subtract(ASKED_AHEAD), now);
  if (!ahead.isDue) return ahead;
  if (!isBefore(now, start)) return { isDue: true, next: waitingFor(forum, now) };
  const isEnough = forum.fewAskedAt !== null || (await seated(db, forum)).length >= ENOUGH;
  return { isDue: !isEnough, next: start };
}

function from(due: Temporal.Instant | undefined, now: Temporal.Instant): Due {
  return due && isBefore(now, due) ? { isDue: false, next: due } : { isDue: due !== undefined, next: undefined };
}
