// The rounds somebody has taken part in, with whom, and what they said of the match.
import type { Db, Tx } from '../../platform/tools.ts';

export interface PastRound {
  round: number;
  /** `YYYY-MM-DD`. */
  began: string;
  partners: string[];
  /** When they themselves said that the match suited them, or asked for another. */
  said_it_suits: string | null;
  asked_for_another: string | null;
}

/** Oldest first. */
export async function ofLeader(db: Db | Tx, leader: string): Promise<PastRound[]> {
  const own = db.selectFrom('pair_leader').select('pair').where('leader', '=', leader);
  const rows = await db
    .selectFrom('pair_leader')
    .innerJoin('pair', 'pair.id', 'pair_leader.pair')
    .innerJoin('round', 'round.id', 'pair.round')
    .innerJoin('leader', 'leader.id', 'pair_leader.leader')
    .innerJoin('pair_leader as mine', (join) => join.onRef('mine.pair', '=', 'pair.id').on('mine.leader', '=', leader))
    .select(['pair.id', 'round.number', 'round.begins_on', 'leader.name', 'mine.confirmed_at', 'mine.asked_another_at'])
    .where('pair.id', 'in', own)
    .where('leader.id', '!=', leader)
    .where('round.undone_at', 'is', null)
    .orderBy('round.number')
    .orderBy('pair.id')
    .orderBy('pair_leader.place')
    .execute();
  const pairs = new Map<string, PastRound>();
  for (const row of rows) {
    const said = { said_it_suits: row.confirmed_at, asked_for_another: row.asked_another_at };
    const past = pairs.get(row.id) ?? { round: row.number, began: row.begins_on, partners: [], ...said };
    past.partners.push(row.name);
    pairs.set(row.id, past);
  }
  return [...pairs.values()];
}
