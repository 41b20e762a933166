// A pair as it is read: its row, with everyone who is in it.
import type { Selectable } from 'kysely';
import type { PairTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import type { Member, Pair } from './pairs.ts';

/** Pairs with their people, one row for each; `joined` puts them together. */
export function withMembers(db: Db | Tx) {
  return (
    db
      .selectFrom('pair')
      .innerJoin('pair_leader', 'pair_leader.pair', 'pair.id')
      .innerJoin('leader', 'leader.id', 'pair_leader.leader')
      .select(['pair.id', 'pair.round', 'pair.why_sealed', 'pair.opened_at', 'pair.ended_at'])
      .select(['leader.id as leader', 'leader.slack_user', 'leader.name', 'leader.function', 'leader.left_at'])
      .select(['pair_leader.place', 'pair_leader.confirmed_at', 'pair_leader.asked_another_at'])
      // Who left a pair that goes on is no longer in it; of a pair that has ended, whoever was in it at the end.
      .where(({ eb, or }) => or([eb('pair_leader.ended_at', 'is', null), eb('pair_leader.ended_at', '=', eb.ref('pair.ended_at'))]))
      .orderBy('pair.id')
      .orderBy('pair_leader.place')
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof withMembers>['execute']>>[number];

export function joined(rows: readonly Row[]): Pair[] {
  const pairs = new Map<string, Pair & { members: Member[] }>();
  for (const row of rows) {
    const pair = pairs.get(row.id) ?? bare(row);
    pair.members.push(member(row));
    pairs.set(row.id, pair);
  }
  return [...pairs.values()];
}

function bare(row: Pick<Selectable<PairTable>, 'id' | 'round' | 'why_sealed' | 'opened_at' | 'ended_at'>): Pair & { members: Member[] } {
  return { id: row.id, round: row.round, whySealed: row.why_sealed, openedAt: row.opened_at, endedAt: row.ended_at, members: [] };
}

function member(row: Row): Member {
  return {
    leader: row.leader,
    user: row.slack_user,
    name: row.name,
    function: row.function,
    place: row.place,
    confirmedAt: row.confirmed_at,
    askedAnotherAt: row.asked_another_at,
    leftAt: row.left_at,
  };
}
