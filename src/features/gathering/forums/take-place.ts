// "Save me a place": a leader sits, or waits, or is told why not. A second press shows where they stand; two presses at once give one place.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import type { Leader } from '../../joining/leaders.ts';
import { reportingLines } from '../../joining/line.ts';
import { isAway } from '../../joining/plan.ts';
import { fill, maySit, STEPS } from './fill.ts';
import { type Forum, forumById } from './forums.ts';
import { overlaps } from './offer.ts';
import { signedUpBy } from './own-seats.ts';
import { signedUp, take } from './seats.ts';
import { activeLeader } from './who.ts';

export type Taken =
  | { ok: true; forum: Forum; leader: Leader; changed: boolean }
  | { ok: false; because: 'not-in' | 'over' | 'away' | 'line' | 'clash'; forum?: Forum };

export async function takePlace(tools: Tools, { user, forum: id }: { user: string; forum: string }): Promise<Taken> {
  const now = tools.now();
  const taken = await transact(tools.db, (tx) => takeIn(tools, tx, { user, id }, now));
  if (taken.ok && taken.changed) tools.knock();
  return taken;
}

async function takeIn(tools: Tools, tx: Tx, { user, id }: { user: string; id: string }, now: Temporal.Instant): Promise<Taken> {
  const forum = await forumById(tx, tools.workspace, id);
  if (!forum) return { ok: false, because: 'over' };
  const leader = await activeLeader(tx, forum.programme, user);
  if (!leader) return { ok: false, because: 'not-in' };
  if (!isOpen(forum, now)) return { ok: false, because: 'over', forum };
  const start = instantOf(forum.startsAt);
  if (isAway(leader, dayOf(start, leader.timeZone))) return { ok: false, because: 'away', forum };
  const { seated, waiting } = await signedUp(tx, forum);
  if ([...seated, ...waiting].some((seat) => seat.leader === leader.id)) return { ok: true, forum, leader, changed: false };
  const others = (await signedUpBy(tx, tools.workspace, user)).filter((other) => other.id !== forum.id);
  if (others.some((other) => overlaps(other, start))) return { ok: false, because: 'clash', forum };
  const lines = await reportingLines(tx, forum.programme, STEPS);
  if (!maySit(lines, leader.id, seated)) return { ok: false, because: 'line', forum };
  await take(tx, forum, leader.id, now);
  await fill(tools, tx, { forum, asking: leader.id, lines }, now);
  return { ok: true, forum, leader, changed: true };
}

/** Whether it is still to come, and stands. */
export function isOpen({ beganAt, endedAt, startsAt }: Forum, now: Temporal.Instant): boolean {
  return beganAt === null && endedAt === null && isBefore(now, instantOf(startsAt));
}
