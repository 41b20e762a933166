// "Carry on, pause or stop?": asked once, in place of the question of the fortnight, after two fortnights without a word. Then nothing is sent until the
// leader does something, whatever it is.
import type { Temporal } from 'temporal-polyfill';
import { transact } from '../../platform/db/transact.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { claim } from '../../platform/schedule/occurrences.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import type { Source, Wish, Writing } from './contacts/source.ts';
import { quietMessage } from './quiet-view.ts';
import * as quiets from './quiets.ts';
import { OPENER, type Turn, turnsOf } from './turns.ts';

export const quiet: Source = {
  kind: 'quiet',
  wishes: async (tools, running, until, now) => {
    const turns = await turnsOf(tools, running, { until, now });
    return turns.filter((turn) => turn.quiet).map(wishFor);
  },
  write,
};

function wishFor({ seat, n, slot, subject, period }: Turn): Wish {
  const key = `quiet:${seat.pair}:${n}:${seat.leader}`;
  return { to: [seat], rank: 'opener', subject, period, key, fortnight: n, ...slot };
}

/** It takes the place of the fortnight's question. */
async function write(tools: Tools, tx: Tx, { running, wish }: Writing, now: Temporal.Instant): Promise<Body | { off: string }> {
  const [seat] = wish.to;
  if (!seat) return { off: 'ended' };
  const { subject, period, due: dueAt, fortnight } = wish;
  const opener = { programme: running.programme.id, stream: OPENER, subject, period, dueAt, outcome: 'skipped' as const, reason: 'quiet' };
  if (!(await claim(tools, tx, opener, now))) return { off: 'opened' };
  await quiets.add(tools, tx, { pair: seat.pair, leader: seat.leader, fortnight }, now);
  return quietMessage(tools.content, running.programme);
}

/** Whatever somebody does ends their silence. */
export async function endSilence({ db, workspace, now }: Tools, user: string): Promise<void> {
  if (!(await quiets.isUnanswered(db, workspace, user))) return;
  const at = now();
  await transact(db, (tx) => quiets.answer(tx, workspace, user, at));
}
