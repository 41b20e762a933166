// How long each pair of a round lived, whether it still does or not. Read here by itself, because other rooms ask for pairs that stand.
import type { Db, Tx } from '../../platform/tools.ts';

export interface Life {
  /** Instants as `stamp` writes them: when its conversation was opened, and when it ended. */
  openedAt: string | null;
  endedAt: string | null;
}

/** By pair. */
export async function ofRound(db: Db | Tx, round: string): Promise<ReadonlyMap<string, Life>> {
  const rows = await db.selectFrom('pair').select(['id', 'opened_at', 'ended_at']).where('round', '=', round).execute();
  return new Map(rows.map(({ id, opened_at, ended_at }) => [id, { openedAt: opened_at, endedAt: ended_at }]));
}
