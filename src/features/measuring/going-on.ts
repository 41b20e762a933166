// Who of a round goes on into the next: who has a place in it where it has been drawn, and before that, who has signed up for it.
import type { RoundTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import * as rounds from '../pairing/rounds.ts';
import type { Counted } from '../reviewing/thresholds.ts';

/** Everyone in the round who has not left the programme. That somebody has left is known by itself; counting them would tell of the others. */
export async function ofRound(
  db: Db | Tx,
  round: Pick<RoundTable, 'id' | 'programme' | 'number'>,
): Promise<{ drawn: boolean; people: Counted[] }> {
  const rows = await db
    .selectFrom('pair_leader')
    .innerJoin('leader', 'leader.id', 'pair_leader.leader')
    .leftJoin('next_round', (join) =>
      join.onRef('next_round.leader', '=', 'pair_leader.leader').onRef('next_round.round', '=', 'pair_leader.round'),
    )
    .select(['pair_leader.leader', 'pair_leader.pair', 'next_round.answer'])
    .where('pair_leader.round', '=', round.id)
    .where('leader.left_at', 'is', null)
    .orderBy('pair_leader.ended_at')
    .orderBy('pair_leader.pair')
    .execute();
  const latest = await rounds.latest(db, round.programme);
  const drawn = latest && latest.number > round.number ? await placesIn(db, latest.id) : undefined;
  const people = new Map(rows.map(({ leader, pair, answer }) => [leader, { pair, yes: drawn ? drawn.has(leader) : answer === 'join' }]));
  return { drawn: drawn !== undefined, people: [...people.values()] };
}

async function placesIn(db: Db | Tx, round: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('pair_leader').select('leader').where('round', '=', round).execute();
  return new Set(rows.map(({ leader }) => leader));
}
