// An hour that goes on by itself: the line that belongs to the present moment is said, and before the end of a long round that a minute is left.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../../platform/clock.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import type { Forum } from '../forums.ts';
import * as forums from '../forums.ts';
import { scriptOf } from '../plan.ts';
import { sentence } from './around-views.ts';
import { goingOf, type Hour, hourWith, standing, withHolder } from './circle.ts';
import { countTaps } from './count.ts';
import { endForum } from './end.ts';
import { sayAside, sayLine } from './lines.ts';
import { dueOf, type Going, isTimeToWarn, present } from './plan.ts';

/** Does what is due in a forum that has begun. */
export async function keepTime(tools: Tools, tx: Tx, forum: Forum, now: Temporal.Instant): Promise<void> {
  const hour = await hourWith(tools, tx, forum);
  if (!hour) return;
  const { script, going } = hour;
  const found = present(script, going, now);
  if (found === 'over') {
    const over = await endForum(tx, forum, 'done', now);
    await countTaps(tools, tx, over, now);
  } else if (found.step !== going.step) {
    await moveTo(tools, tx, { hour, going: found }, now);
  } else if (isTimeToWarn(script, going, now)) {
    const key = `forum:${forum.id}:time:${going.step}:${going.begins.until(going.ends).total('seconds')}`;
    await sayAside(tools, tx, { hour, key, body: sentence(tools.content.say('f.time')) }, now);
  }
}

/** Whether something is due in it at `now`, and when something is next. Whether there are two turns or three does not matter to that. */
export function timeDue(forum: Forum, now: Temporal.Instant): { isDue: boolean; next: Temporal.Instant } | undefined {
  const going = goingOf(forum);
  if (!going) return undefined;
  const script = scriptOf(forum.version ?? 'six').map((step) => ({ ...step, warns: step.warns || forum.version === 'few' }));
  const next = dueOf(script, going, now);
  return { isDue: isTimeToWarn(script, going, now) || !isBefore(now, next), next };
}

/** Goes on to the line that `going` names, and says it. */
export async function moveTo(tools: Tools, tx: Tx, { hour, going }: { hour: Hour; going: Going }, now: Temporal.Instant): Promise<Hour> {
  const forum = standing(withHolder(hour.forum, hour, going.step), going);
  const moved = { ...hour, forum, going };
  await forums.save(tx, forum);
  await sayLine(tools, tx, moved, now);
  return moved;
}
