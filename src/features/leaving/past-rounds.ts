// The rounds somebody has taken part in, and with whom.
import type { Db, Tx } from '../../platform/tools.ts';

export interface PastRound {
  round: number;
  /** `YYYY-MM-DD`. */
  began: string;
  partners: string[];
}

/** Oldest first. */
export async function ofLeader(db: Db | Tx, leader: string): Promise<PastRound[]> {
  const own = db.selectFrom('pair_leader').select('pair').where('leader', '=', leader);
  const rows = await db
    .selectFrom('pair_leader')
    .innerJoin('pair', 'pair.id', 'pair_leader.pair')
    .innerJoin('round', 'round.id', 'pair.round')
    .innerJoin('leader', 'leader.id', 'pair_leader.leader')
    .select(['pair.id', 'round.number', 'round.begins_on', 'leader.name'])
    .where('pair.id', 'in', own)
    .where('leader.id', '!=', leader)
    .where('round.undone_at', 'is', null)
    .orderBy('round.number')
    .orderBy('pair.id')
    .orderBy('pair_leader.place')
    .execute();
  const pairs = new Map<string, PastRound>();
  for (const row of rows) {
    const past = pairs.get(row.id) ?? { round: row.number, began: row.begins_on, partners: [] };
    past.partners.push(row.name);
    pairs.set(row.id, past);
  }
  return [...pairs.values()];
}
