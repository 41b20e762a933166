// Whether one leader has another on their private list. What follows from it must look like what follows from silence: nobody but the list's owner
// is ever answered differently because of it.
import { SealBroken } from '../../../platform/sealing.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { Leader } from '../../joining/leaders.ts';
import { openWishes } from '../../joining/wishes.ts';

/** Wishes that cannot be opened any more are none. */
export async function wouldRatherNot(
  tools: Pick<Tools, 'vault'>,
  db: Db | Tx,
  owner: Leader,
  other: Pick<Leader, 'user'>,
): Promise<boolean> {
  try {
    return (await openWishes(tools, db, owner)).avoids.includes(other.user);
  } catch (fault) {
    if (fault instanceof SealBroken) return false;
    throw fault;
  }
}
