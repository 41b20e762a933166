// A leader chooses to keep what they wrote in a round beyond the thirty days, or changes their mind while it is still there.
import { instantOf, isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as leaders from '../../joining/leaders.ts';
import * as rounds from '../../pairing/rounds.ts';
import * as keepsakes from './keepsakes.ts';

/** So many days after a round what is not kept is deleted. */
export const KEPT_DAYS = 30;

export type Kept = { ok: true } | { ok: false; because: 'not-yours' | 'gone' };

export async function keepOwn(
  tools: Tools,
  { user, round: id, leader, keep }: { user: string; round: string; leader: string; keep: boolean },
): Promise<Kept> {
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const own = await leaders.byId(tx, tools.workspace, leader);
    const round = own && (await rounds.byId(tx, id));
    if (own?.user !== user || own.leftAt !== null || round?.programme !== own.programme) return { ok: false, because: 'not-yours' };
    const late = round.closed_at !== null && !isBefore(now, instantOf(round.closed_at).add({ hours: 24 * KEPT_DAYS }));
    if (keep && late) return { ok: false, because: 'gone' };
    if (keep) await keepsakes.keep(tx, { round: id, leader, workspace: tools.workspace }, now);
    else await keepsakes.letGo(tx, { round: id, leader });
    return { ok: true };
  });
}
