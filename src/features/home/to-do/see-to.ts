// An organiser has seen to messages that did not reach a leader: asked them, or told them. Nothing is sent, and nothing is shown of them any more.
import { record } from '../../../platform/audit.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import type * as programmes from '../../founding/programmes.ts';
import { organisedBy } from '../../founding/rights.ts';
import * as leaders from '../../joining/leaders.ts';
import { noteSeenTo } from './undelivered.ts';

export type SeenTo = { ok: true; programme: programmes.Programme } | { ok: false; because: 'not-organiser' };

/** Safe to repeat: a second press finds nothing open. */
export async function seeTo(tools: Tools, { leader: id, by }: { leader: string; by: string }): Promise<SeenTo> {
  const leader = await leaders.byId(tools.db, tools.workspace, id);
  const programme = leader && (await organisedBy(tools, by, leader.programme));
  if (!leader || !programme) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  await transact(tools.db, async (tx) => {
    const count = await noteSeenTo(tx, tools.workspace, leader, now);
    if (count === 0) return;
    const deed = { programme: programme.id, actor: by, action: 'undelivered-seen-to', subject: leader.user, detail: { x: count } };
    await record(tools, tx, deed, now);
  });
  return { ok: true, programme };
}
