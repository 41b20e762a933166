// A leader who has no partner in a running round says what would suit them: to be matched with somebody who is free, to join a pair as a third, or
// to leave it at that until the next round.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { comingRound } from '../../founding/coming-round.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import type { Programme } from '../../founding/programmes.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { confirmBy } from '../calendar.ts';
import * as pairs from '../pairs.ts';
import * as rounds from '../rounds.ts';
import * as rematches from './rematches.ts';

export interface Wanting {
  programme: Programme;
  user: string;
  what: 'new' | 'join' | 'finish';
}

export type Wanted =
  /** `by`: the day by which they hear; `next`: the day of the next round. */
  | { ok: true; by: Temporal.PlainDate; next: Temporal.PlainDate }
  | { ok: false; because: 'not-in' | 'has-partner' }
  | { ok: false; because: 'no-round'; next: Temporal.PlainDate };

/** Notes the wish; a later one takes the place of an earlier one. */
export async function want(tools: Tools, wish: Wanting): Promise<Wanted> {
  const now = tools.now();
  return transact(tools.db, (tx) => wantIn(tools, tx, wish, now));
}

async function wantIn(tools: Tools, tx: Tx, { programme, user, what }: Wanting, now: Temporal.Instant): Promise<Wanted> {
  const leader = await leaders.find(tx, programme.id, user);
  if (!leader || leader.leftAt !== null) return { ok: false, because: 'not-in' };
  if (await pairs.currentOf(tx, leader.id)) return { ok: false, because: 'has-partner' };
  const round = await rounds.current(tx, programme.id);
  const next = (await comingRound(tx, programme, now)).on;
  if (!round) return { ok: false, because: 'no-round', next };
  const open = await rematches.openOf(tx, round.id, leader.id);
  if (open?.wish === what) return { ok: true, by: dayOf(instantOf(open.dueBy), programme.timeZone), next };
  if (open) await rematches.settle(tx, open.id, 'taken-back', stamp(now));
  const confirm = instantOf(round.confirm_by);
  const due = confirmBy(programme, await pauseWeeks.of(tx, programme.id), isBefore(now, confirm) ? confirm : now);
  const id = await note(tools, tx, { leader, round: round.id, what: what === 'finish' ? 'new' : what, due }, now);
  // That somebody wants nothing more is on record too: they are not asked again.
  if (what === 'finish') await rematches.settle(tx, id, 'finished', stamp(now));
  return { ok: true, by: dayOf(due, programme.timeZone), next };
}

interface Noting {
  leader: Leader;
  round: string;
  what: 'new' | 'join';
  due: Temporal.Instant;
}

async function note(tools: Tools, tx: Tx, { leader, round, what, due }: Noting, now: Temporal.Instant): Promise<string> {
  const wish = { id: tools.newId(), programme: leader.programme, round, leader: leader.id, wish: what, notWith: [] };
  await rematches.add(tx, tools.workspace, { ...wish, wantedAt: stamp(now), dueBy: stamp(due) });
  return wish.id;
}
