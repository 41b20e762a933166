// What a person decides where the bot cannot know: a letter that may or may not have arrived, or that was refused and can be put right.
import { stamp } from '../clock.ts';
import type { Tools } from '../tools.ts';
import { byId, change } from './outbox.ts';
import type { State } from './states.ts';

export type Decided = { ok: true } | { ok: false; because: 'unknown' | 'settled-already' };

const OPEN: readonly State[] = ['organiser', 'operator'];

/** "Posted already": somebody has seen it there. */
export async function settleAsPosted(tools: Pick<Tools, 'db' | 'workspace' | 'now'>, id: string): Promise<Decided> {
  const row = await byId(tools.db, tools.workspace, id);
  if (!row) return { ok: false, because: 'unknown' };
  const seen = { state: 'sent' as const, reason: 'seen', body_sealed: null, settled_at: stamp(tools.now()) };
  return (await change(tools.db, row, OPEN, seen)) ? { ok: true } : { ok: false, because: 'settled-already' };
}

/** "Post it now": nobody has seen it there, or what stood in its way is gone. */
export async function postAgain(tools: Pick<Tools, 'db' | 'workspace' | 'now' | 'knock'>, id: string): Promise<Decided> {
  const row = await byId(tools.db, tools.workspace, id);
  if (!row) return { ok: false, because: 'unknown' };
  if (row.body_sealed === null) return { ok: false, because: 'settled-already' };
  const again = {
    state: 'pending' as const,
    reason: 'decided',
    not_before: stamp(tools.now()),
    expires_at: null,
    windows: null,
    looks: 0,
    settled_at: null,
  };
  if (!(await change(tools.db, row, [...OPEN, 'dead'], again))) return { ok: false, because: 'settled-already' };
  tools.knock();
  return { ok: true };
}
