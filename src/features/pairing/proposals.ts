// The table `proposal`: a round that an organiser looks at before anyone hears of it. One stands open in a programme at a time, and every
// change raises its revision, so that two organisers notice each other.
import type { ProposalTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import type { Drawn } from './drawn.ts';
import type { Edit } from './edits.ts';
import { openPlan, type Sealing, sealPlan } from './sealed-plans.ts';

export interface Proposal {
  id: string;
  programme: string;
  rotatesOn: string;
  seed: string;
  edits: readonly Edit[];
  drawn: Drawn;
  revision: number;
  proposedBy: string;
  decision: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
}

/** What is put on record when a proposal is made. */
export interface NewProposal {
  id: string;
  workspace: string;
  programme: string;
  rotatesOn: string;
  seed: string;
  edits: readonly Edit[];
  drawn: Drawn;
  by: string;
  at: string;
}

export async function open(tools: Sealing, db: Db | Tx, programme: string): Promise<Proposal | undefined> {
  const row = await db
    .selectFrom('proposal')
    .selectAll()
    .where('programme', '=', programme)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  return row && read(tools, db, row);
}

export async function byId(tools: Sealing, db: Db | Tx, id: string): Promise<Proposal | undefined> {
  const row = await db.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst();
  return row && read(tools, db, row);
}

/**
 * The seed of the round that was thrown away or taken back last, if none stands approved since: whoever begins anew gets the same draw, so that nobody's
 * wishes are asked for by drawing again and again.
 */
export async function thrownAwaySeed(db: Db | Tx, programme: string): Promise<string | undefined> {
  const last = await db
    .selectFrom('proposal')
    .leftJoin('round', 'round.proposal', 'proposal.id')
    .select(['proposal.seed', 'proposal.decision', 'round.undone_at'])
    .where('proposal.programme', '=', programme)
    .orderBy('proposal.proposed_at', 'desc')
    .orderBy('proposal.decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.decision === 'discarded' || typeof last?.undone_at === 'string' ? last.seed : undefined;
}

/** Adds a proposal; false when one stands open already (another organiser was quicker). */
export async function add(tools: Sealing, tx: Tx, made: NewProposal): Promise<boolean> {
  const added = await tx
    .insertInto('proposal')
    .values({
      id: made.id,
      workspace: made.workspace,
      programme: made.programme,
      rotates_on: made.rotatesOn,
      seed: made.seed,
      plan_sealed: await sealPlan(tools, tx, made.id, made),
      revision: 1,
      proposed_by: made.by,
      proposed_at: made.at,
      decision: null,
      decided_by: null,
      decided_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Replaces edits and plan, if the proposal still stands at `revision`; true when it did. */
export async function change(
  tools: Sealing,
  tx: Tx,
  { id, revision, edits, drawn }: Pick<Proposal, 'id' | 'revision' | 'edits' | 'drawn'>,
): Promise<boolean> {
  const changed = await tx
    .updateTable('proposal')
    .set({ plan_sealed: await sealPlan(tools, tx, id, { edits, drawn }), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

export interface Decision {
  id: string;
  revision: number;
  decision: 'approved' | 'discarded';
  by: string;
  at: string;
}

/** Approves or discards it, if it still stands open at `revision`; true when it did. */
export async function decide(tx: Tx, { id, revision, decision, by, at }: Decision): Promise<boolean> {
  const changed = await tx
    .updateTable('proposal')
    .set({ decision, decided_by: by, decided_at: at })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

async function read(tools: Sealing, db: Db | Tx, row: ProposalTable): Promise<Proposal> {
  return {
    id: row.id,
    programme: row.programme,
    rotatesOn: row.rotates_on,
    seed: row.seed,
    ...(await openPlan(tools, db, row.id, row.plan_sealed)),
    revision: row.revision,
    proposedBy: row.proposed_by,
    decision: row.decision,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  };
}
