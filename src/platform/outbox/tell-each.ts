// What was meant for a group conversation, said to each of its people alone: where the group cannot be opened, or where the message may have
// arrived in it and the bot, which cannot read pairs' conversations, could not find out.
import { instantOf, stamp } from '../clock.ts';
import { transact } from '../db/transact.ts';
import { bodySeal, enqueue, type Priority } from './enqueue.ts';
import { readBody } from './kept.ts';
import { addressOf, type Office } from './office.ts';
import { change, type OutboxRow } from './outbox.ts';
import type { State } from './states.ts';
import { readWindows } from './windows.ts';

/** Settles the group's letter and enqueues one for each person, under the group's key and their id; nothing where it is settled already. */
export async function tellEach({ tools }: Office, row: OutboxRow, from: readonly State[], reason: string): Promise<void> {
  const address = addressOf(row);
  const users = address.to === 'group' ? address.users : [];
  const now = tools.now();
  await transact(tools.db, async (tx) => {
    const settled = { state: 'skipped' as const, reason: `told-each:${reason}`, body_sealed: null, settled_at: stamp(now) };
    if (row.body_sealed === null || !(await change(tx, row, from, settled))) return;
    const { text, blocks, alone } = readBody(await tools.vault.open(tx, bodySeal(tools.workspace, row.id), row.body_sealed));
    const body = alone ?? { text, blocks };
    for (const user of users) {
      const letter = {
        key: `${row.key}:${user}`,
        kind: row.kind,
        address: { to: 'person' as const, user },
        priority: row.priority as Priority,
        body,
        ...(row.expires_at && { expiresAt: instantOf(row.expires_at) }),
        ...(row.windows && { windows: readWindows(row.windows) }),
      };
      await enqueue(tools, tx, letter, now);
    }
  });
}
