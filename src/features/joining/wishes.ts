// A leader's private wishes: whom they would welcome, whom they would rather not be paired with, what they would like to work on and can help
// with. Sealed under their own key; opened for their own form and export, and for the matching, which names none of it.
import { z } from 'zod';
import { SealBroken } from '../../platform/sealing.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import type { Leader } from './leaders.ts';

const wishes = z.object({
  /** Slack ids. */
  welcomes: z.array(z.string()),
  avoids: z.array(z.string()),
  workOn: z.string(),
  helpWith: z.string(),
});

export type Wishes = z.infer<typeof wishes>;

export const NO_WISHES: Wishes = { welcomes: [], avoids: [], workOn: '', helpWith: '' };

/** Seals `wanted` for the leader who wrote it. */
export function sealWishes({ vault }: Pick<Tools, 'vault'>, tx: Tx, leader: Seat, wanted: Wishes): Promise<string> {
  return vault.seal(tx, sealOf(leader), JSON.stringify(wanted));
}

/** What the leader has wished; nothing where they have not said. Throws `SealBroken` where the seal does not hold. */
export async function openWishes(
  { vault }: Pick<Tools, 'vault'>,
  db: Db | Tx,
  leader: Seat & Pick<Leader, 'privateSealed'>,
): Promise<Wishes> {
  if (leader.privateSealed === null) return NO_WISHES;
  return wishes.parse(JSON.parse(await vault.open(db, sealOf(leader), leader.privateSealed)));
}

/** The same for their author's form and export, which have to open also where the key has been destroyed: then these are no wishes any more. */
export async function wishesIfAny(tools: Pick<Tools, 'vault' | 'db' | 'log'>, leader: Leader): Promise<Wishes> {
  try {
    return await openWishes(tools, tools.db, leader);
  } catch (fault) {
    if (!(fault instanceof SealBroken)) throw fault;
    tools.log.warn('The wishes of a leader cannot be opened any more', { programme: leader.programme, code: 'seal_broken' });
    return NO_WISHES;
  }
}

type Seat = Pick<Leader, 'id' | 'workspace' | 'user'>;

function sealOf({ id, workspace, user }: Seat) {
  return { workspace, owner: user, kind: 'leader', record: id };
}
