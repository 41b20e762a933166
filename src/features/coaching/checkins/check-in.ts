// "Did you meet?": keeps a leader's answer, changes it, and remembers that there was nothing more to ask. One answer of "met" is enough for the
// whole pair; nobody is asked why not.
import { transact } from '../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as checkins from './checkins.ts';
import type { Met } from './plan.ts';
import { type Looked, look, type Scene, type Wanted } from './scene.ts';
import { declined } from './team-offer.ts';

/** Keeps what `user` answers, and returns what they are asked next. Safe to repeat. */
export function checkIn(tools: Tools, wanted: Wanted, met: Met): Promise<Looked> {
  return inScene(tools, wanted, (tx, { pair, leader, fortnight }, now) =>
    checkins.answer(tools, tx, { pair: pair.id, leader: leader.id, fortnight, met }, now),
  );
}

/** "Not this time", "Leave it this time": nothing more is asked in this check-in. */
export function finishCheckin(tools: Tools, wanted: Wanted): Promise<Looked> {
  return inScene(tools, wanted, (tx, { pair, leader, fortnight }, now) =>
    checkins.finish(tx, { pair: pair.id, leader: leader.id, fortnight }, now),
  );
}

/** "Not now": starting with their own team is not offered again in this check-in. */
export function declineOffer(tools: Tools, wanted: Wanted): Promise<Looked> {
  return inScene(tools, wanted, async (tx, scene, now) => {
    if (scene.team) await declined(tools, tx, scene, now);
  });
}

type Work = (tx: Tx, scene: Scene, now: ReturnType<Tools['now']>) => Promise<void>;

/** Does something in a check-in that is the person's own and not over, and looks again. */
async function inScene(tools: Tools, wanted: Wanted, work: Work): Promise<Looked> {
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const looked = await look(tools, tx, wanted, now);
    if (!looked.ok) return looked;
    await work(tx, looked.scene, now);
    return look(tools, tx, wanted, now);
  });
}
