// Removes notes for good: from the list, from the confirmation of a reply, or because its author deleted the Slack message behind it.
import { transact } from '../../platform/db/transact.ts';
import type { Tools } from '../../platform/tools.ts';
import * as notes from './notes.ts';
import type { Message } from './replies.ts';
import * as replies from './replies.ts';

/** Removes one note of `user`; `false` when there was none. */
export function removeNote(tools: Tools, user: string, id: string): Promise<boolean> {
  return remove(tools, user, [id]);
}

/** Removes all that one confirmation speaks for: what `user` typed in one go. */
export async function removeKept(tools: Tools, user: string, id: string): Promise<boolean> {
  return remove(tools, user, [id, ...(await replies.keptWith(tools.db, tools.workspace, id))]);
}

async function remove({ db, workspace }: Tools, user: string, ids: readonly string[]): Promise<boolean> {
  return transact(db, async (tx) => {
    const own = (await notes.some(tx, workspace, user, ids)).map((note) => note.id);
    await notes.remove(tx, own);
    await replies.removed(tx, workspace, own);
    return own.length > 0;
  });
}

/**
 * Follows the deletion of a message, also where it arrives before the message itself. Returns where the confirmation stands in Slack, once
 * nothing is left of what it speaks for.
 */
export async function followDeletion(tools: Tools, message: Message & { user?: string }): Promise<Message | undefined> {
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const { workspace } = tools;
    const reply = await replies.find(tx, workspace, message);
    if (!reply) {
      await replies.hear(tools, tx, { ...message, user: message.user ?? '', outcome: 'removed' }, now);
      return undefined;
    }
    if (reply.note === null || reply.keptWith === null) return undefined;
    await notes.remove(tx, [reply.note]);
    await replies.removed(tx, workspace, [reply.note]);
    const rest = await replies.keptWith(tx, workspace, reply.keptWith);
    return rest.length === 0 ? replies.confirmationOf(tx, workspace, reply.keptWith) : undefined;
  });
}
