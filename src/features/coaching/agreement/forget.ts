// What goes of agreements thirty days after their round is over: every word in them. That a pair had agreed, and on which rhythm, stays.
import type { Db, Tx } from '../../../platform/tools.ts';

/** The words of every agreement of a round. */
export async function forgetRound(tx: Tx, round: string): Promise<void> {
  const pairs = tx.selectFrom('pair').select('id').where('round', '=', round);
  const agreements = tx.selectFrom('agreement').select('id').where('pair', 'in', pairs);
  const blank = { by_sealed: null, by_from: null, added_sealed: null, added_from: null };
  await tx.updateTable('agreement_leader').set({ direct: null, helps_sealed: null }).where('agreement', 'in', agreements).execute();
  await tx.updateTable('agreement').set(blank).where('pair', 'in', pairs).execute();
}

/** Rounds in whose agreements words are kept; as questions for one larger question. */
export function toForget(db: Db | Tx, workspace: string) {
  const shared = db
    .selectFrom('agreement')
    .innerJoin('pair', 'pair.id', 'agreement.pair')
    .select('pair.round')
    .where('agreement.workspace', '=', workspace)
    .where(({ eb, or }) => or([eb('by_sealed', 'is not', null), eb('added_sealed', 'is not', null)]));
  const own = db
    .selectFrom('agreement_leader')
    .innerJoin('agreement', 'agreement.id', 'agreement_leader.agreement')
    .innerJoin('pair', 'pair.id', 'agreement.pair')
    .select('pair.round')
    .where('agreement_leader.workspace', '=', workspace)
    .where(({ eb, or }) => or([eb('direct', 'is not', null), eb('helps_sealed', 'is not', null)]));
  return [shared, own] as const;
}

/** Leaders of whom words are kept here; as questions for one larger question. */
export function authors(db: Db | Tx, workspace: string) {
  return [
    db.selectFrom('agreement').select('by_from as leader').where('workspace', '=', workspace).where('by_from', 'is not', null),
    db.selectFrom('agreement').select('added_from as leader').where('workspace', '=', workspace).where('added_from', 'is not', null),
    db
      .selectFrom('agreement_leader')
      .select('leader')
      .where('workspace', '=', workspace)
      .where(({ eb, or }) => or([eb('direct', 'is not', null), eb('helps_sealed', 'is not', null)])),
  ] as const;
}
