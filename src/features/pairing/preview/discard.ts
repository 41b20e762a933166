// An organiser throws a preview away. Nothing had been sent, and nothing is.
import { record } from '../../../platform/audit.ts';
import { stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as programmes from '../../founding/programmes.ts';
import { mayOrganise } from '../../founding/rights.ts';
import type { Proposal } from '../proposals.ts';
import * as proposals from '../proposals.ts';
import * as reveals from '../reveals.ts';

export type Discarded =
  | { ok: true }
  | { ok: false; because: 'not-organiser' | 'gone' }
  | { ok: false; because: 'decided'; proposal: Proposal };

/** Discards the proposal in whatever revision it stands, if nobody has decided about it yet. */
export async function discard(tools: Tools, { proposal: id, by }: { proposal: string; by: string }): Promise<Discarded> {
  const known = await proposals.byId(tools, tools.db, id);
  const programme = known && (await programmes.find(tools.db, tools.workspace, known.programme));
  if (!programme) return { ok: false, because: 'gone' };
  if (!(await mayOrganise(tools, programme, by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Discarded> => {
    const proposal = (await proposals.byId(tools, tx, id)) as Proposal;
    const decision = { id, revision: proposal.revision, decision: 'discarded', by, at: stamp(now) } as const;
    if (!(await proposals.decide(tx, decision))) return { ok: false, because: 'decided', proposal };
    await reveals.takeBack(tx, id);
    await record(tools, tx, { programme: programme.id, actor: by, action: 'preview-discarded', subject: id }, now);
    return { ok: true };
  });
}
