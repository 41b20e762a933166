// Whom a leader is paired with, why, and where the two talk; or when the next round begins, where there is nobody yet.
import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import { byKey } from '../../platform/outbox/outbox.ts';
import type { Db, Tools } from '../../platform/tools.ts';
import { comingRound } from '../founding/coming-round.ts';
import type { Programme } from '../founding/programmes.ts';
import * as leaders from '../joining/leaders.ts';
import { isAway } from '../joining/plan.ts';
import type { Pair } from './pairs.ts';
import * as pairs from './pairs.ts';
import type { Because } from './plan.ts';
import * as rounds from './rounds.ts';

export type PartnerSeen =
  | {
      ok: true;
      leader: string;
      pair: Pair;
      reasons: readonly Because[];
      round: RoundTable;
      space?: { workspace: string; channel: string } | 'refused';
    }
  | { ok: false; because: 'stranger' }
  | { ok: false; because: 'none' | 'paused'; nextOn: Temporal.PlainDate };

/** The partner of `user` in `programme`. */
export async function partnerOf({ db, workspace, vault, now }: Tools, programme: Programme, user: string): Promise<PartnerSeen> {
  const leader = await leaders.find(db, programme.id, user);
  if (!leader || leader.leftAt !== null) return { ok: false, because: 'stranger' };
  const pair = await pairs.currentOf(db, leader.id);
  const round = pair && (await rounds.byId(db, pair.round));
  if (pair && round) {
    const reasons = await pairs.reasonsOf({ vault, workspace }, db, pair);
    const { channel, state } = (await spaceOf(db, workspace, pair)) ?? {};
    const space = channel ? { workspace, channel } : state === 'skipped' ? 'refused' : undefined;
    return { ok: true, leader: leader.id, pair, reasons, round, ...(space && { space }) };
  }
  const today = dayOf(now(), programme.timeZone);
  const nextOn = (await comingRound(db, programme, now())).on;
  return { ok: false, because: isAway(leader, today) ? 'paused' : 'none', nextOn };
}

/** The letter to the shared conversation of exactly those who are in the pair now: one that somebody has left, or joined, is not theirs. */
async function spaceOf(db: Db, workspace: string, { id, members }: Pair) {
  const users = members
    .map(({ user }) => user)
    .sort()
    .join('+');
  for (const key of [`pair:${id}:three:${members.at(-1)?.leader}`, `pair:${id}`]) {
    const letter = await byKey(db, workspace, key);
    if (letter?.lane === `group:${users}`) return letter;
  }
  return undefined;
}
