// An organiser lifts what ruled out a pair: the two may be paired again from now on. What was shown of a round is worked out anew when it is
// looked at next.
import { record } from '../../../platform/audit.ts';
import { stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import { mayOrganise } from '../../founding/rights.ts';
import * as forbiddenPairs from '../forbidden-pairs.ts';

export type Lifted = { ok: true; leaders: readonly [string, string] } | { ok: false; because: 'not-organiser' | 'gone' };

/** Lifts the rule `id` of the programme, once. */
export async function lift(tools: Tools, { programme, id, by }: { programme: string; id: string; by: string }): Promise<Lifted> {
  if (!(await mayOrganise(tools, { id: programme }, by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Lifted> => {
    const leaders = await forbiddenPairs.lift(tx, { programme, id, at: stamp(now) });
    if (!leaders) return { ok: false, because: 'gone' };
    await record(tools, tx, { programme, actor: by, action: 'pair-lifted', subject: id }, now);
    return { ok: true, leaders };
  });
}
