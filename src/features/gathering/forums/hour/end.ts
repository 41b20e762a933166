// A forum is over: the hour has been held, or does not take place. From then on nobody can tell from what is kept whose question it was.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../../platform/clock.ts';
import { enqueue } from '../../../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import type { EndedBecause, Forum } from '../forums.ts';
import * as forums from '../forums.ts';
import { seated } from '../seats.ts';
import { stillRuns } from '../who.ts';
import { sentence } from './around-views.ts';
import { spaceOf } from './lines.ts';

export async function endForum(tx: Tx, forum: Forum, because: EndedBecause, now: Temporal.Instant): Promise<Forum> {
  const nobody = { pausedAt: null, holder: null, secondHolder: null };
  const over: Forum = { ...forum, ...nobody, endedAt: stamp(now), endedBecause: because };
  await forums.save(tx, over);
  const seats = tx
    .updateTable('forum_seat')
    .set({ brings_at: null })
    .where('workspace', '=', forum.workspace)
    .where('forum', '=', forum.id);
  await seats.execute();
  return over;
}

/** How long word of it is worth sending. */
const WORTH = { hours: 12 };

/** It does not take place: whoever has a place hears so where it would have been, and whoever offered it, where that is not among them and has not left. */
export async function endUnheld(
  tools: Tools,
  tx: Tx,
  { forum, why }: { forum: Forum; why: 'forums.hour.too-few' | 'forums.hour.late' },
  now: Temporal.Instant,
): Promise<void> {
  const seats = await seated(tx, forum);
  await endForum(tx, forum, why === 'forums.hour.too-few' ? 'too-few' : 'called-off', now);
  const body = sentence(tools.content.say(why));
  const letter = { kind: 'forum-script', priority: 1, body, expiresAt: now.add(WORTH) } as const;
  const space = spaceOf(forum, seats);
  if (space) await enqueue(tools, tx, { ...letter, key: `forum:${forum.id}:unheld`, address: space }, now);
  if (seats.some(({ user }) => user === forum.offeredBy) || !(await stillRuns(tools, tx, forum, forum.offeredBy))) return;
  const address = { to: 'person', user: forum.offeredBy } as const;
  await enqueue(tools, tx, { ...letter, key: `forum-unheld:${forum.id}`, address }, now);
}
