// What goes of the end of a round: thirty days after the round is over, after its leader has left, or when they say so. What was handed on goes once
// the round it was handed on to has been over for as long.
import { eraseClosing } from '../../../platform/erase-closing.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

/** Everything of one leader; what others wrote stays, without the leader's name on it. */
export function forgetLeader(tx: Tx, leader: string): Promise<void> {
  return eraseClosing(tx, [leader]);
}

/**
 * Of a round that is over: looking back, but for those who keep theirs; insights that were not shared; answers about the next round; and what was
 * handed on to it.
 */
export async function forgetRound(tx: Tx, round: string): Promise<void> {
  const kept = tx.selectFrom('keepsake').select('leader').where('round', '=', round);
  await tx.deleteFrom('look_back').where('round', '=', round).where('leader', 'not in', kept).execute();
  const unshared = tx.selectFrom('insight').select('id').where('round', '=', round).where('shared_at', 'is', null);
  await tx.deleteFrom('insight_approval').where('insight', 'in', unshared).execute();
  await tx.deleteFrom('insight').where('round', '=', round).where('shared_at', 'is', null).execute();
  await tx.deleteFrom('next_round').where('round', '=', round).execute();
  await tx.deleteFrom('hand_on').where('round', 'in', earlier(tx, round)).execute();
}

/** Rounds that have something which goes when they have been over for long enough; as questions for one larger question. */
export function toForget(db: Db | Tx, workspace: string) {
  const looked = db
    .selectFrom('look_back')
    .leftJoin('keepsake', (join) => join.onRef('keepsake.round', '=', 'look_back.round').onRef('keepsake.leader', '=', 'look_back.leader'))
    .select('look_back.round')
    .where('look_back.workspace', '=', workspace)
    .where('keepsake.kept_at', 'is', null);
  const suggested = db.selectFrom('insight').select('round').where('workspace', '=', workspace).where('shared_at', 'is', null);
  const handedOn = db
    .selectFrom('hand_on')
    .innerJoin('round as old', 'old.id', 'hand_on.round')
    .innerJoin('round as later', (join) => join.onRef('later.programme', '=', 'old.programme').onRef('later.number', '>', 'old.number'))
    .select('later.id as round')
    .where('hand_on.workspace', '=', workspace);
  return [looked, suggested, handedOn] as const;
}

/** Leaders of whom something is kept here; as questions for one larger question. */
export function authors(db: Db | Tx, workspace: string) {
  return [
    db.selectFrom('look_back').select('leader').where('workspace', '=', workspace),
    db.selectFrom('insight').select('suggested_by as leader').where('workspace', '=', workspace),
    db.selectFrom('hand_on').select('leader').where('workspace', '=', workspace),
    db.selectFrom('hand_on').select('written_by as leader').where('workspace', '=', workspace),
  ] as const;
}

function earlier(tx: Tx, round: string) {
  return tx
    .selectFrom('round as old')
    .innerJoin('round as later', 'later.programme', 'old.programme')
    .select('old.id')
    .where('later.id', '=', round)
    .whereRef('old.number', '<', 'later.number');
}
