// A leader leaves a programme: because they say so, because they left its channel, or because
// their account is gone or is no longer a member's. Nobody asks why.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, stamp } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as organisers from '../founding/organisers.ts';
import type { Programme } from '../founding/programmes.ts';
import type { Leader } from '../joining/leaders.ts';
import * as leaders from '../joining/leaders.ts';
import { type Partnership, partnershipsOf } from '../joining/partners.ts';
import { restPair } from '../joining/rest-pairs.ts';
import { endChoicesOf } from '../pairing/choosing/keep.ts';
import * as rematches from '../pairing/rematching/rematches.ts';
import { leaveGroups } from './groups.ts';
import { type Departure, leftChannelLetter, organiserLetter, partnerLetters } from './letters.ts';
import * as places from './places.ts';

export type LeavingBecause = 'left' | 'left-channel' | 'deactivated' | 'not-eligible' | 'erased';

export interface Leaving {
  programme: Programme;
  user: string;
  because: LeavingBecause;
}

export type Left = { ok: true; leader: Leader; partnership?: Partnership | undefined } | { ok: false; because: 'not-in' };

/** Ends a leader's part in a programme. Twice is once. */
export async function leave(tools: Tools, leaving: Leaving): Promise<Left> {
  const now = tools.now();
  const done = await transact(tools.db, (tx) => depart(tools, tx, leaving, now));
  if (done.ok) tools.knock();
  return done;
}

/** The same within somebody else's transaction. */
export async function depart(tools: Tools, tx: Tx, { programme, user, because }: Leaving, now: Temporal.Instant): Promise<Left> {
  const leader = await leaders.find(tx, programme.id, user);
  if (!leader || leader.leftAt !== null) return { ok: false, because: 'not-in' };
  const partnerships = await partnershipsOf(tx, leader.id);
  const partnership = partnerships.at(-1);
  const leftAt = stamp(now);
  const gone: Leader = { ...leader, leftAt, leftBecause: because, pausedAt: null, pausedUntil: null };
  await leaders.change(tx, gone, now);
  await places.takeBackLetters(tx, leader, partnership, now);
  for (const each of partnerships) {
    await places.end(tx, leader, each, leftAt);
    await restPair(tools, tx, { pair: each.pair, today: dayOf(now, leader.timeZone) }, now);
  }
  await rematches.settleOf(tx, leader.id, 'left', leftAt);
  await endChoicesOf(tools, tx, leader, now);
  await leaveGroups(tools, tx, gone, now);
  await tell(tools, tx, { programme, leader, leftAt, partnership, because }, now);
  return { ok: true, leader: gone, partnership };
}

async function tell(tools: Tools, tx: Tx, departure: Departure & Pick<Leaving, 'because'>, now: Temporal.Instant): Promise<void> {
  const { content } = tools;
  for (const letter of partnerLetters(content, departure, now)) await enqueue(tools, tx, letter, now);
  if (departure.partnership) {
    const told = await organisers.of(tools, tx, departure.programme.id);
    for (const user of told) await enqueue(tools, tx, organiserLetter(content, departure, user), now);
  }
  if (departure.because === 'left-channel') await enqueue(tools, tx, leftChannelLetter(content, departure), now);
}
