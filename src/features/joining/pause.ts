// A leader sits out until a day. Nobody asks why; the partner hears the bare fact, their pair's clock stands still, and what was on its way to the
// leader unasked is taken back.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, stamp } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import { comingRound } from '../founding/coming-round.ts';
import type { Programme } from '../founding/programmes.ts';
import * as contacts from './contacts.ts';
import type { Leader } from './leaders.ts';
import * as leaders from './leaders.ts';
import { partnerPaused } from './letters.ts';
import { type Partnership, partnershipOf, partnershipsOf } from './partners.ts';
import { type PausePlan, planPause } from './plan.ts';
import { restPairsOf } from './rest-pairs.ts';

export interface PauseWish {
  programme: Programme;
  user: string;
  /** The day on which they come back. */
  until: Temporal.PlainDate;
}

export type Pausing =
  | { ok: true; leader: Leader; days: number; partnership?: Partnership | undefined; overRound?: Temporal.PlainDate | undefined }
  | { ok: false; because: 'not-in' }
  | Exclude<PausePlan, { ok: true }>;

/** What a pause would mean, before it takes effect. */
export function lookAtPause(tools: Pick<Tools, 'db' | 'now'>, wish: PauseWish): Promise<Pausing> {
  return plan(tools.db, wish, tools.now());
}

/** Pauses, and tells the partner. The same wish twice changes nothing and tells nobody again. */
export async function pause(tools: Tools, wish: PauseWish): Promise<Pausing> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx) => {
    const planned = await plan(tx, wish, now);
    if (!planned.ok || planned.leader.pausedUntil?.equals(wish.until)) return planned;
    const leader: Leader = { ...planned.leader, pausedAt: planned.leader.pausedAt ?? stamp(now), pausedUntil: wish.until };
    await leaders.change(tx, leader, now);
    await restPairsOf(tools, tx, leader, now);
    await contacts.takeBackFrom(tx, { workspace: tools.workspace, user: leader.user, leader: leader.id }, 'paused', now);
    for (const { pair, others } of await partnershipsOf(tx, leader.id))
      for (const other of others) await enqueue(tools, tx, partnerPaused(tools.content, { to: other, who: leader, pair }, now), now);
    return { ...planned, leader };
  });
  if (done.ok) tools.knock();
  return done;
}

async function plan(db: Db | Tx, { programme, user, until }: PauseWish, now: Temporal.Instant): Promise<Pausing> {
  const leader = await leaders.find(db, programme.id, user);
  if (!leader || leader.leftAt !== null) return { ok: false, because: 'not-in' };
  const partnership = await partnershipOf(db, leader.id);
  const next = await comingRound(db, programme, now);
  const today = dayOf(now, leader.timeZone);
  const planned = planPause({ today, until, nextRoundOn: next.on, paired: partnership !== undefined });
  if (!planned.ok) return planned;
  return { ok: true, leader, days: planned.days, partnership, overRound: planned.overRound ? next.on : undefined };
}
