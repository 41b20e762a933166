// The turn timer: three short lines for each turn, in the pair's conversation, at their minutes. Each waits in the outbox with its own time, so that
// a restart loses none; one that is late is not said. All that is kept is that it ran.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import { withdraw } from '../../../platform/outbox/withdraw.ts';
import { section } from '../../../platform/slack/blocks.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import type { Meeting } from './meetings.ts';
import * as meetings from './meetings.ts';
import { meetingOf, type OurPair, ourPair } from './our-pair.ts';
import { timerWords } from './plan.ts';
import { planOf, timerKey, timerState } from './timer-state.ts';

/** A line that comes later than this would be wrong. */
const WORTH = { seconds: 45 };

export interface TimerWish {
  user: string;
  pair: string;
  fortnight: number;
}

export type TimerResult = { ok: true; ours: OurPair } | { ok: false; because: 'not-yours' | 'over' };

/** Starts it with the first turn; one that runs goes on as it is. */
export async function startTimer(tools: Tools, wish: TimerWish): Promise<TimerResult> {
  const now = tools.now();
  return change(tools, wish, now, async (tx, ours, meeting) => {
    if ((await timerState(tools, tx, { ours, fortnight: wish.fortnight }, now)) !== 'stopped') return;
    await meetings.save(tx, tools.workspace, { ...meeting, timerStartedAt: stamp(now) });
    const address = { to: 'group', users: ours.members.map(({ user }) => user) } as const;
    for (const { key, at, id } of linesOf(ours, { ...meeting, timerStartedAt: stamp(now) })) {
      const body = { text: tools.content.plain(id), blocks: [section(tools.content.say(id))] };
      await enqueue(tools, tx, { key, kind: 'timer', address, priority: 1, body, notBefore: at, expiresAt: at.add(WORTH) }, now);
    }
  });
}

/** Stops it: what it has not said yet, it does not say. */
export async function stopTimer(tools: Tools, wish: TimerWish): Promise<TimerResult> {
  const now = tools.now();
  return change(tools, wish, now, async (tx, ours, meeting) => {
    for (const { key } of linesOf(ours, meeting)) await withdraw(tx, tools.workspace, { keys: [key], beginnings: [] });
  });
}

async function change(
  tools: Tools,
  wish: TimerWish,
  now: Temporal.Instant,
  act: (tx: Tx, ours: OurPair, meeting: Meeting) => Promise<void>,
): Promise<TimerResult> {
  const done = await transact(tools.db, async (tx): Promise<TimerResult> => {
    const ours = await ourPair(tools, wish, now, tx);
    if (!ours) return { ok: false, because: 'not-yours' };
    const meeting = meetingOf(ours, wish.fortnight);
    if (!meeting || !(await timerState(tools, tx, { ours, fortnight: wish.fortnight }, now))) return { ok: false, because: 'over' };
    await act(tx, ours, meeting);
    return { ok: true, ours: (await ourPair(tools, wish, now, tx)) ?? ours };
  });
  if (done.ok) tools.knock();
  return done;
}

/** Every line of a timer that was started, with its key and its moment. */
function linesOf(ours: OurPair, { pair, fortnight, timerStartedAt }: Meeting): { key: string; at: Temporal.Instant; id: string }[] {
  if (timerStartedAt === null) return [];
  const start = instantOf(timerStartedAt);
  return timerWords(planOf(ours, fortnight).turn, ours.members.length).map(({ after, turn, id }) => ({
    key: `${timerKey(pair, fortnight)}:${start.epochMilliseconds}:${turn}:${id}`,
    at: start.add({ seconds: Math.round(after * 60) }),
    id,
  }));
}
