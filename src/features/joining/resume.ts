// A leader comes back: when they say so, or by itself on the day they named.
import type { Temporal } from 'temporal-polyfill';
import { earliest, isBefore } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import type { Stream } from '../../platform/schedule/stream.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import type { Leader } from './leaders.ts';
import * as leaders from './leaders.ts';
import { partnerBack } from './letters.ts';
import { type Partnership, partnershipsOf } from './partners.ts';
import { returnsAt } from './plan.ts';
import { restPairsOf } from './rest-pairs.ts';

export type Resumed = { ok: true; leader: Leader; partnership?: Partnership | undefined } | { ok: false; because: 'not-in' | 'not-paused' };

/** Ends the pause. A partner who was told a later day hears that it is over. */
export async function resume(tools: Tools, { programme, user }: { programme: Programme; user: string }): Promise<Resumed> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<Resumed> => {
    const leader = await leaders.find(tx, programme.id, user);
    if (!leader || leader.leftAt !== null) return { ok: false, because: 'not-in' };
    if (leader.pausedAt === null) return { ok: false, because: 'not-paused' };
    const back: Leader = { ...leader, pausedAt: null, pausedUntil: null };
    await leaders.change(tx, back, now);
    await restPairsOf(tools, tx, back, now);
    const partnerships = await partnershipsOf(tx, leader.id);
    for (const { pair, others } of partnerships)
      for (const other of others) await enqueue(tools, tx, partnerBack(tools.content, { to: other, who: leader, pair }, now), now);
    return { ok: true, leader: back, partnership: partnerships.at(-1) };
  });
  if (done.ok) tools.knock();
  return done;
}

/** Nobody pauses for less than a day. */
const BETWEEN_LOOKS = 15;

/** Ends every pause whose day has come. The next opener says the rest: no message only to say that a date has passed. */
export const resumes: Stream = { name: 'resume', run: endPauses, minutes: BETWEEN_LOOKS };

async function endPauses(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const away = (await leaders.paused(tools.db, tools.workspace)).map((leader) => ({ leader, at: returnsAt(leader) }));
  const due = away.filter(({ at }) => at && !isBefore(now, at));
  for (const { leader } of due) await endPause(tools, leader, now);
  return earliest(...away.filter(({ at }) => at && isBefore(now, at)).map(({ at }) => at));
}

/** Only if the pause still ends on that day: the leader may have changed it in this moment. */
async function endPause(tools: Tools, { programme, user, pausedUntil }: Leader, now: Temporal.Instant): Promise<void> {
  await transact(tools.db, async (tx) => {
    const leader = await leaders.find(tx, programme, user);
    if (!leader || leader.leftAt !== null || leader.pausedUntil?.toString() !== pausedUntil?.toString()) return;
    const back: Leader = { ...leader, pausedAt: null, pausedUntil: null };
    await leaders.change(tx, back, now);
    await restPairsOf(tools, tx, back, now);
  });
}
