// Where somebody stands to an agreement: asked at every press, for an id in a button proves nothing, and a pair may have ended since.
import type { RoundTable } from '../../../platform/db/tables.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import type { Pair } from '../../pairing/pairs.ts';
import * as pairs from '../../pairing/pairs.ts';
import * as rounds from '../../pairing/rounds.ts';

export interface PairSeat {
  programme: Programme;
  round: RoundTable;
  pair: Pair;
  /** Whoever asks. */
  leader: Leader;
}

export type SeatFound = { ok: true; seat: PairSeat } | { ok: false; because: 'others' | 'over' };

/** The place of `user` in the pair. `others`: there is no such pair, or it is somebody else's; nobody learns which. */
export async function seatIn(
  { workspace }: Pick<Tools, 'workspace'>,
  db: Db | Tx,
  { user, pair: id }: { user: string; pair: string },
): Promise<SeatFound> {
  const pair = await pairs.byId(db, id);
  const own = pair?.members.find((member) => member.user === user);
  const round = pair && (await rounds.byId(db, pair.round));
  const programme = round && (await programmes.find(db, workspace, round.programme));
  const leader = own && (await leaders.byId(db, workspace, own.leader));
  if (!programme || !leader) return { ok: false, because: 'others' };
  const over = pair.endedAt !== null || round.closed_at !== null || round.undone_at !== null || leader.leftAt !== null;
  return over ? { ok: false, because: 'over' } : { ok: true, seat: { programme, round, pair, leader } };
}
