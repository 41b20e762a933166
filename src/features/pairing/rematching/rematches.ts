// The table `rematch`: who wants a partner while a round runs, and with whom they are not put together again in it.
import { z } from 'zod';
import type { RematchTable } from '../../../platform/db/tables.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

/**
 * `again`: another partner than the one they have. `new`: their partner has left. `join`: the same, and they would like to be the third of a pair.
 * `late`: they came after the round had begun.
 */
export type WishKind = 'again' | 'new' | 'join' | 'late';

export type Outcome = 'matched' | 'joined' | 'none' | 'finished' | 'taken-back' | 'left' | 'round-over' | 'undone' | 'not-meant';

export interface Rematch {
  id: string;
  programme: string;
  round: string;
  leader: string;
  wish: WishKind;
  /** Leaders' ids. */
  notWith: readonly string[];
  wantedAt: string;
  /** Until when they were told that they would hear, as `stamp` writes it. */
  dueBy: string;
  settledAt: string | null;
  outcome: string | null;
}

const wishes = z.enum(['again', 'new', 'join', 'late']);
const ids = z.array(z.string());

/** Everyone who has wanted another partner in this round, whatever became of it, in the order in which they said so. */
export async function ofRound(db: Db | Tx, round: string): Promise<Rematch[]> {
  const rows = await db.selectFrom('rematch').selectAll().where('round', '=', round).orderBy('wanted_at').orderBy('id').execute();
  return rows.map(fromRow);
}

export async function byId(db: Db | Tx, workspace: string, id: string): Promise<Rematch | undefined> {
  const row = await db.selectFrom('rematch').selectAll().where('workspace', '=', workspace).where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** What a leader wants in this round and has not got yet. */
export async function openOf(db: Db | Tx, round: string, leader: string): Promise<Rematch | undefined> {
  const row = await db
    .selectFrom('rematch')
    .selectAll()
    .where('round', '=', round)
    .where('leader', '=', leader)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Adds a wish; false where one of the same leader stands open. */
export async function add(tx: Tx, workspace: string, wish: Omit<Rematch, 'settledAt' | 'outcome'>): Promise<boolean> {
  const row = await tx
    .insertInto('rematch')
    .values({
      id: wish.id,
      workspace,
      programme: wish.programme,
      round: wish.round,
      leader: wish.leader,
      wish: wish.wish,
      not_with: JSON.stringify(wish.notWith),
      wanted_at: wish.wantedAt,
      due_by: wish.dueBy,
      settled_at: null,
      outcome: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Settles a wish; true when this call did. */
export async function settle(tx: Tx, id: string, outcome: Outcome, at: string): Promise<boolean> {
  const open = tx.updateTable('rematch').set({ settled_at: at, outcome }).where('id', '=', id).where('settled_at', 'is', null);
  return (await open.executeTakeFirst()).numUpdatedRows > 0n;
}

/** Settles what a leader wants, in whatever round. */
export async function settleOf(tx: Tx, leader: string, outcome: Outcome, at: string): Promise<void> {
  await tx.updateTable('rematch').set({ settled_at: at, outcome }).where('leader', '=', leader).where('settled_at', 'is', null).execute();
}

/** Settles everything that is wanted in a round. */
export async function settleAll(tx: Tx, round: string, outcome: Outcome, at: string): Promise<void> {
  await tx.updateTable('rematch').set({ settled_at: at, outcome }).where('round', '=', round).where('settled_at', 'is', null).execute();
}

function fromRow(row: RematchTable): Rematch {
  return {
    id: row.id,
    programme: row.programme,
    round: row.round,
    leader: row.leader,
    wish: wishes.parse(row.wish),
    notWith: ids.parse(JSON.parse(row.not_with ?? '[]')),
    wantedAt: row.wanted_at,
    dueBy: row.due_by,
    settledAt: row.settled_at,
    outcome: row.outcome,
  };
}
