// Puts an event on disk, once, before Slack is told that it arrived: what is acknowledged cannot be lost, and what comes twice is one event.
import { Temporal } from 'temporal-polyfill';
import { stamp } from '../clock.ts';
import { transact } from '../db/transact.ts';
import type { Tools, Tx } from '../tools.ts';
import * as inbox from './inbox.ts';
import type { Incoming } from './incoming.ts';

type Keeping = Pick<Tools, 'db' | 'vault' | 'workspace' | 'newId'>;

/** How long a change waits for the message it changes: Slack does not keep the order. */
const WAIT_FOR_MESSAGE = { minutes: 10 };

/** Commits the event; false when it is known already, or not worth keeping. Throws when it could not be saved. */
export async function keep(tools: Keeping, incoming: Incoming, now: Temporal.Instant): Promise<boolean> {
  return transact(tools.db, async (tx) => {
    if (incoming.onlyIfKnown && !(await isKnown(tx, tools.workspace, incoming.fields.user))) return false;
    if (await isOvertaken(tx, tools.workspace, incoming)) return false;
    const id = tools.newId();
    const added = await inbox.add(tx, {
      id,
      workspace: tools.workspace,
      key: incoming.key,
      twin: incoming.twin ?? null,
      kind: incoming.kind,
      fields: JSON.stringify(incoming.fields),
      sealed: await sealed(tools, tx, id, incoming),
      received_at: stamp(now),
      not_before: await waits(tx, tools.workspace, incoming, now),
    });
    const { channel, ts } = incoming.fields;
    if (added && incoming.kind === 'reply')
      await inbox.release(tx, tools.workspace, [`changed:${channel}:${ts}:`, `deleted:${channel}:${ts}`]);
    return added;
  });
}

/** What the text of an event is sealed to: the key of the one who wrote it, so that it goes when they go. */
export function textSeal(workspace: string, id: string, user = 'workspace') {
  return { workspace, owner: user, kind: 'inbox', record: id };
}

async function sealed({ vault, workspace }: Keeping, tx: Tx, id: string, { text, fields }: Incoming): Promise<string | null> {
  return text === undefined ? null : vault.seal(tx, textSeal(workspace, id, fields.user), text);
}

async function isKnown(tx: Tx, workspace: string, user = ''): Promise<boolean> {
  const row = await tx
    .selectFrom('person')
    .select('slack_user')
    .where('workspace', '=', workspace)
    .where('slack_user', '=', user)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a later change of the same message is here already. */
async function isOvertaken(tx: Tx, workspace: string, { kind, key, fields }: Incoming): Promise<boolean> {
  if (kind !== 'reply_changed') return false;
  const changes = await inbox.keysLike(tx, workspace, `changed:${fields.channel}:${fields.ts}:`);
  return changes.some((other) => other > key);
}

/** Until when a change or a deletion waits for its message; `null` when that is here, or too old to be still on its way. */
async function waits(tx: Tx, workspace: string, { kind, fields }: Incoming, now: Temporal.Instant): Promise<string | null> {
  if (kind !== 'reply_changed' && kind !== 'reply_deleted') return null;
  const seconds = Number(fields.ts);
  const until = now.add(WAIT_FOR_MESSAGE);
  if (!Number.isFinite(seconds) || isOld(seconds, now)) return null;
  const known = await inbox.keysLike(tx, workspace, `reply:${fields.channel}:${fields.ts}`);
  return known.length > 0 ? null : stamp(until);
}

function isOld(seconds: number, now: Temporal.Instant): boolean {
  const sent = Temporal.Instant.fromEpochMilliseconds(Math.round(seconds * 1000));
  return Temporal.Instant.compare(sent.add(WAIT_FOR_MESSAGE), now) < 0;
}
