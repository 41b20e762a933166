// "Give my place back", and the tick of those who may bring a question: of which nothing but the tick is kept.
import { stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import { fill } from './fill.ts';
import { type Forum, forumById } from './forums.ts';
import { note } from './seats.ts';
import { activeLeader } from './who.ts';

interface Own {
  user: string;
  forum: string;
}

/** What came of it. */
export type GivenBack = { ok: true; forum: Forum } | { ok: false; because: 'not-in' | 'over' | 'no-place' };

/** Whoever waits next gets it, and hears of it. Once the hour has begun there is nothing to give back. */
export async function giveBack(tools: Tools, { user, forum: id }: Own): Promise<GivenBack> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<GivenBack> => {
    const forum = await forumById(tx, tools.workspace, id);
    const leader = forum && (await activeLeader(tx, forum.programme, user));
    if (!forum || !leader) return { ok: false, because: 'not-in' };
    if (forum.beganAt !== null || forum.endedAt !== null) return { ok: false, because: 'over' };
    if (!(await note(tx, forum, leader.id, { given_back_at: stamp(now), seated_at: null }))) return { ok: false, because: 'no-place' };
    await fill(tools, tx, { forum }, now);
    return { ok: true, forum };
  });
  if (done.ok) tools.knock();
  return done;
}

/** Keeps or drops the tick. */
export async function mayBring(tools: Tools, { user, forum: id, brings }: Own & { brings: boolean }): Promise<GivenBack> {
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<GivenBack> => {
    const forum = await forumById(tx, tools.workspace, id);
    const leader = forum && (await activeLeader(tx, forum.programme, user));
    if (!forum || !leader) return { ok: false, because: 'not-in' };
    if (forum.beganAt !== null || forum.endedAt !== null) return { ok: false, because: 'over' };
    const noted = await note(tx, forum, leader.id, { brings_at: brings ? stamp(now) : null });
    return noted ? { ok: true, forum } : { ok: false, because: 'no-place' };
  });
}
