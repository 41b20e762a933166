// Shares a commitment with whoever is in the pair now, or takes that back: then it is gone from what they see at once. Nobody is told of either.
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as pairs from '../../pairing/pairs.ts';
import * as sealed from './sealed-commitments.ts';
import { type Own, standing } from './settle.ts';

/** `concerned`: the pair whose people see something else from now on. */
export type Shared = { ok: true; concerned: string } | { ok: false; because: 'gone' | 'over' | 'no-partner' };

export async function shareCommitment(tools: Tools, own: Own): Promise<Shared> {
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const found = await standing(tools, tx, own);
    if (!found.ok) return found;
    const pair = await pairs.presentOf(tx, found.commitment.leader);
    const partners = pair?.members.filter((member) => member.leader !== found.commitment.leader && member.leftAt === null) ?? [];
    if (!pair || partners.length === 0) return { ok: false, because: 'no-partner' };
    await sealed.share(tx, own.id, { pair: pair.id, sharedWith: partners.map(({ leader }) => leader) }, now);
    return { ok: true, concerned: pair.id };
  });
}

export async function keepToMyself(tools: Tools, own: Own): Promise<Shared> {
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const found = await standing(tools, tx, own);
    if (!found.ok) return found;
    await sealed.share(tx, own.id, { pair: found.commitment.pair }, now);
    return { ok: true, concerned: found.commitment.pair };
  });
}
