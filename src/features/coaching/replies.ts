// The table `reply`: every message that someone wrote to the bot directly, and what became of it. It holds no text. Because of it a message
// is heard once, an edit or a deletion may arrive before what it is about, and what was removed stays removed.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';

/** Where a message stands in Slack: its identity, since Slack gives it no other. */
export interface Message {
  channel: string;
  ts: string;
}

/** `kept` as a note, answered by nothing that could be kept (`unanswered`), or taken back (`removed`). */
export type Outcome = 'kept' | 'unanswered' | 'removed';

export interface Reply extends Message {
  user: string;
  outcome: Outcome;
  note: string | null;
  /** The note whose confirmation speaks for this one too. */
  keptWith: string | null;
  heardAt: string;
}

/** Puts a message on record; `false` when it has been heard before. */
export async function hear(
  { workspace }: Pick<Tools, 'workspace'>,
  tx: Tx,
  reply: Message & { user: string; outcome: Outcome; note?: string; keptWith?: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { channel, ts, user, outcome, note = null, keptWith = null } = reply;
  const row = await tx
    .insertInto('reply')
    .values({ workspace, channel, ts, slack_user: user, outcome, note, kept_with: keptWith, heard_at: stamp(now) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('ts')
    .executeTakeFirst();
  return row !== undefined;
}

export async function find(db: Db | Tx, workspace: string, { channel, ts }: Message): Promise<Reply | undefined> {
  const row = await heard(db, workspace).where('channel', '=', channel).where('ts', '=', ts).executeTakeFirst();
  return row && reply(row);
}

/** The last message of `user` with this outcome. */
export async function lastOf(db: Db | Tx, workspace: string, user: string, outcome: Outcome): Promise<Reply | undefined> {
  const row = await heard(db, workspace)
    .where('slack_user', '=', user)
    .where('outcome', '=', outcome)
    .orderBy('heard_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && reply(row);
}

/** Whether a message of `user` has ever been kept as a note, removed since or not. */
export async function everKept(db: Db | Tx, workspace: string, user: string): Promise<boolean> {
  const row = await heard(db, workspace).where('slack_user', '=', user).where('kept_with', 'is not', null).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Ids of the notes that the confirmation of note `id` speaks for. */
export async function keptWith(db: Db | Tx, workspace: string, id: string): Promise<string[]> {
  const rows = await heard(db, workspace).where('kept_with', '=', id).where('note', 'is not', null).orderBy('ts').execute();
  return rows.flatMap((row) => row.note ?? []);
}

/** Where the confirmation of note `id` stands in Slack; nothing while it has not been sent. */
export async function confirmationOf(db: Db | Tx, workspace: string, id: string): Promise<Message | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select(['channel', 'ts'])
    .where('workspace', '=', workspace)
    .where('key', '=', `kept:${id}`)
    .executeTakeFirst();
  return row?.channel && row.ts ? { channel: row.channel, ts: row.ts } : undefined;
}

/** Marks the messages behind these notes as removed, so that no late edit brings them back. */
export async function removed(tx: Tx, workspace: string, notes: readonly string[]): Promise<void> {
  if (notes.length === 0) return;
  const behind = tx
    .updateTable('reply')
    .where('workspace', '=', workspace)
    .where('note', 'in', [...notes]);
  await behind.set({ outcome: 'removed', note: null }).execute();
}

function heard(db: Db | Tx, workspace: string) {
  return db.selectFrom('reply').selectAll().where('workspace', '=', workspace);
}

type Row = Awaited<ReturnType<ReturnType<typeof heard>['execute']>>[number];

function reply(row: Row): Reply {
  return {
    channel: row.channel,
    ts: row.ts,
    user: row.slack_user,
    outcome: row.outcome as Outcome,
    note: row.note,
    keptWith: row.kept_with,
    heardAt: row.heard_at,
  };
}
