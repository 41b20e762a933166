// Whether somebody's partner has left a round, and nothing has been said yet of what follows. Reads what the pairing room keeps.
import type { Db, Tx } from '../../platform/tools.ts';

/** True while the leader has only a pair in `round` that ended because somebody left, and has not chosen what follows. */
export async function hasLostPartner(db: Db | Tx, round: string, leader: string): Promise<boolean> {
  const lost = await db
    .selectFrom('pair_leader')
    .innerJoin('pair', 'pair.id', 'pair_leader.pair')
    .select('pair.id')
    .where('pair_leader.round', '=', round)
    .where('pair_leader.leader', '=', leader)
    .where('pair.ended_because', '=', 'left')
    .executeTakeFirst();
  if (!lost) return false;
  const wish = await db.selectFrom('rematch').select('id').where('round', '=', round).where('leader', '=', leader).executeTakeFirst();
  return wish === undefined;
}
