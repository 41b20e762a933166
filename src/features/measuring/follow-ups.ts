// Who followed up on a commitment: any answer counts, not only that it is done. Only that is read here, never the words and never which answer it was.
import type { Db, Tx } from '../../platform/tools.ts';
import type { Moment } from './figures.ts';
import type { Following } from './plan.ts';

/** The last fortnight whose commitments have been asked about when the report half way comes. */
const ASKED_BY_HALF_WAY = 5;

/**
 * Commitments of a round of which a report speaks. Each is spoken of once: half way those made until then, at the end those made since; all of them
 * where there was no report half way.
 */
export async function ofRound(
  db: Db | Tx,
  round: string,
  { moment, sinceHalf }: { moment: Moment; sinceHalf: boolean },
): Promise<Following[]> {
  const rows = await db
    .selectFrom('commitment')
    .select(['leader', 'pair', 'asked_fortnight', 'state'])
    .where('round', '=', round)
    .$if(moment === 'half', (some) => some.where('fortnight', '<=', ASKED_BY_HALF_WAY))
    .$if(moment === 'end' && sinceHalf, (some) => some.where('fortnight', '>', ASKED_BY_HALF_WAY))
    .orderBy('id')
    .execute();
  return rows.map(({ leader, pair, asked_fortnight, state }) => ({ leader, pair, answered: asked_fortnight !== null || state !== 'open' }));
}
