// An organiser calls a gathering off. The channel hears so, unless it has not heard of it at all.
import { isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import { mayOrganise } from '../../founding/rights.ts';
import * as gatherings from '../../pairing/gatherings.ts';
import { occasionById } from './occasion.ts';
import { audit } from './plan-gathering.ts';
import { tellOff } from './tell.ts';

export type CalledOff = { ok: true } | { ok: false; because: 'not-organiser' | 'gone' | 'too-late' };

/** Twice is once. */
export async function callOffGathering(tools: Tools, { id, by }: { id: string; by: string }): Promise<CalledOff> {
  const occasion = await occasionById(tools, id);
  if (!occasion) return { ok: false, because: 'gone' };
  const { programme } = occasion;
  if (!(await mayOrganise(tools, programme, by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<CalledOff> => {
    const gathering = await gatherings.gatheringById(tx, tools.workspace, id);
    if (!gathering) return { ok: false, because: 'gone' };
    if (gathering.calledOffAt !== null) return { ok: true };
    if (!isBefore(now, gathering.startsAt)) return { ok: false, because: 'too-late' };
    await gatherings.callOff(tx, { workspace: tools.workspace, id }, now);
    await audit(tools, tx, { occasion, gathering, by, action: 'gathering-called-off' }, now);
    await tellOff(tools, tx, { programme, gathering }, now);
    return { ok: true };
  });
  if (done.ok) tools.knock();
  return done;
}
