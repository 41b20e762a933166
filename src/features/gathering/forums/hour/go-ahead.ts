// "Go ahead": two or three have a place, and the hour will do for a small group. Said an hour ahead by whoever offered it, or at the start by anybody there.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../../../../platform/clock.ts';
import { transact } from '../../../../platform/db/transact.ts';
import type { Tools } from '../../../../platform/tools.ts';
import * as forums from '../forums.ts';
import { forumById } from '../forums.ts';
import { ENOUGH } from '../plan.ts';
import { seated } from '../seats.ts';
import { stillRuns } from '../who.ts';
import { attendStart } from './start.ts';

export type Ahead =
  | { ok: true; starts: Temporal.Instant; zone?: string; begun: boolean }
  | { ok: false; because: 'not-seated' | 'ended' | 'gone-ahead' | 'still-too-few' };

export async function goAhead(tools: Tools, { user, forum: id }: { user: string; forum: string }): Promise<Ahead> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<Ahead> => {
    const forum = await forumById(tx, tools.workspace, id);
    const seats = forum ? await seated(tx, forum) : [];
    const own = seats.find((seat) => seat.user === user);
    const offered = forum?.offeredBy === user && (await stillRuns(tools, tx, forum, user));
    if (!forum || (!own && !offered)) return { ok: false, because: 'not-seated' };
    if (forum.endedAt !== null) return { ok: false, because: 'ended' };
    if (forum.beganAt !== null) return { ok: false, because: 'gone-ahead' };
    if (seats.length < 2) return { ok: false, because: 'still-too-few' };
    const starts = instantOf(forum.startsAt);
    // Meanwhile enough have come: it begins as it was to, and nothing has to be said.
    const agreed = { ...forum, version: 'few' as const, fewAskedAt: forum.fewAskedAt ?? stamp(now) };
    if (seats.length < ENOUGH) await forums.save(tx, agreed);
    const begun = !isBefore(now, starts);
    if (begun) await attendStart(tools, tx, agreed, now);
    return { ok: true, starts, begun, ...(own && { zone: own.zone }) };
  });
  tools.knock();
  return done;
}
