// "Which programme is this for?": puts what was typed in one go where its author says it belongs.
import { transact } from '../../platform/db/transact.ts';
import type { Tools } from '../../platform/tools.ts';
import { placeOf } from './keep-reply.ts';
import * as notes from './notes.ts';
import * as prompts from './prompts.ts';
import * as replies from './replies.ts';

/** Moves the notes that the confirmation of `note` speaks for to the fortnight of `prompt`, if both are of `user`. */
export async function keepFor(
  tools: Tools,
  { user, note, prompt: id }: { user: string; note: string; prompt: string },
): Promise<{ ok: true; prompt: string } | { ok: false; because: 'gone' }> {
  const { db, workspace } = tools;
  return transact(db, async (tx) => {
    const prompt = await prompts.byId(tx, workspace, id);
    const kept = await notes.some(tx, workspace, user, await replies.keptWith(tx, workspace, note));
    if (prompt?.user !== user || kept.length === 0) return { ok: false, because: 'gone' };
    for (const each of kept) await notes.move(tx, each.id, placeOf(tools, prompt));
    return { ok: true, prompt: id };
  });
}
