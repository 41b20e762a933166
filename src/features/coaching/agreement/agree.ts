// Somebody agrees to the version they have read, or finds half way that it may stay as it is. When the last one agrees to the same version,
// the pair hears that it is complete.
import { stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as agreements from './agreements.ts';
import { isComplete } from './plan.ts';
import { seatIn } from './seat.ts';
import { tellComplete } from './tell.ts';

export interface Agreeing {
  user: string;
  pair: string;
  /** The version they have before them. */
  version: number;
}

/** `changed`: somebody has changed a line meanwhile, so what they read is not what stands. */
export type AgreeResult = { ok: true; complete: boolean } | { ok: false; because: 'others' | 'over' | 'changed' };

/** Agreeing to the same version twice is agreeing once. */
export async function agree(tools: Tools, { user, pair, version }: Agreeing): Promise<AgreeResult> {
  const now = tools.now();
  const { workspace } = tools;
  const done = await transact(tools.db, async (tx): Promise<AgreeResult> => {
    const found = await seatIn(tools, tx, { user, pair });
    if (!found.ok) return found;
    const { leader, pair: seated } = found.seat;
    await agreements.begin(tx, { id: tools.newId(), workspace, pair, changed_by: leader.id, changed_at: stamp(now) });
    const before = (await agreements.ofPair(tx, pair)) as agreements.Agreement;
    if (before.version !== version) return { ok: false, because: 'changed' };
    if (before.owns.some((own) => own.leader === leader.id && own.agreedVersion === version))
      return { ok: true, complete: isComplete(before, seated.members) };
    await agreements.changeOwn(
      tx,
      { agreement: before.id, leader: leader.id, workspace },
      { agreed_version: version, agreed_at: stamp(now) },
    );
    const after = (await agreements.ofPair(tx, pair)) as agreements.Agreement;
    const complete = isComplete(after, seated.members);
    if (complete) {
      await agreements.change(tx, { id: after.id, from: version }, { completed_at: stamp(now) });
      await tellComplete(tools, tx, { agreement: after, seat: found.seat }, now);
    }
    return { ok: true, complete };
  });
  if (done.ok) tools.knock();
  return done;
}

/** "Keep it as it is", half way: it has been looked at again. */
export async function keepAsItIs(tools: Tools, { user, pair, version }: Agreeing): Promise<AgreeResult> {
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<AgreeResult> => {
    const found = await seatIn(tools, tx, { user, pair });
    if (!found.ok) return found;
    const agreement = await agreements.ofPair(tx, pair);
    if (!agreement || agreement.version !== version) return { ok: false, because: 'changed' };
    if (agreement.lookedAgainAt === null) await agreements.change(tx, { id: agreement.id, from: version }, { looked_again_at: stamp(now) });
    return { ok: true, complete: isComplete(agreement, found.seat.pair.members) };
  });
}
