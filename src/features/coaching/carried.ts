// What a leader said they would do and has not been asked about: it stands on the question of the next fortnight.
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import { type Opened, openOf } from './checkins/open.ts';

/** What stands open from before `fortnight`; for its author's eyes only. */
export async function carriedInto(
  tools: Pick<Tools, 'workspace' | 'vault' | 'log'>,
  db: Db | Tx,
  leader: string,
  fortnight: number,
): Promise<readonly Pick<Opened, 'when' | 'will'>[]> {
  return (await openOf(tools, db, leader)).filter((each) => each.fortnight < fortnight);
}
