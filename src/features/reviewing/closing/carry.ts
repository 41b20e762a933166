// The one commitment a leader takes along into the next round: chosen from their own list while the round is closing, changed as often as they like.
import { transact } from '../../../platform/db/transact.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { Commitment } from '../../coaching/checkins/commitments.ts';
import * as commitments from '../../coaching/checkins/commitments.ts';
import type { HandOn } from './hand-ons.ts';
import * as handOns from './hand-ons.ts';
import { type Closing, type ClosingFound, closingOf } from './place.ts';
import { open, seal } from './sealed-words.ts';

/** What is done or let go has come to its end. */
const UNFINISHED: readonly string[] = ['open', 'not-yet', 'partly'];

export type Carried = { ok: true; chosen?: Commitment } | { ok: false; because: Extract<ClosingFound, { ok: false }>['because'] };

/** What the leader may take along, newest first. */
export async function mayCarry(db: Db | Tx, { round, leader }: Pick<Closing, 'round' | 'leader'>): Promise<Commitment[]> {
  const own = await commitments.ofRound(db, leader.id, round.id);
  return own.filter(({ state }) => UNFINISHED.includes(state)).reverse();
}

/** Takes `commitment` along, or nothing where it is missing. */
export async function carry(tools: Tools, wish: { user: string; pair: string; commitment?: string }): Promise<Carried> {
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const found = await closingOf(tools, tx, wish, now);
    if (!found.ok) return found;
    const { closing } = found;
    const standing = await choice(tx, closing);
    const chosen = (await mayCarry(tx, closing)).find(({ id }) => id === wish.commitment);
    if (!chosen) {
      if (standing) await handOns.remove(tx, standing.id);
      return { ok: true };
    }
    const id = standing?.id ?? tools.newId();
    const sealed = await seal(tools, tx, { author: wish.user, kind: 'carried', record: id }, chosen.id);
    const { id: leader } = closing.leader;
    const row = { id, workspace: tools.workspace, round: closing.round.id, leader, what: 'commitment', written_by: leader, sealed };
    await handOns.put(tx, row, now);
    return { ok: true, chosen };
  });
}

/** The id of what has been chosen. */
export async function chosenIn(tools: Tools, db: Db | Tx, closing: Closing): Promise<string | undefined> {
  const standing = await choice(db, closing);
  return standing && carriedId(tools, db, standing);
}

export function carriedId(
  tools: Pick<Tools, 'vault' | 'workspace' | 'log'>,
  db: Db | Tx,
  { author, id, sealed }: HandOn,
): Promise<string | undefined> {
  return open(tools, db, { author, kind: 'carried', record: id }, sealed);
}

async function choice(db: Db | Tx, { round, leader }: Pick<Closing, 'round' | 'leader'>): Promise<HandOn | undefined> {
  const own = await handOns.writtenIn(db, { round: round.id, leader: leader.id });
  return own.find(({ what }) => what === 'commitment');
}
