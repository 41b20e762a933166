// The outbox table. Who may change a row is settled here: every change names the state, or the attempt, it expects to find.
import type { Selectable, Updateable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../clock.ts';
import type { OutboxTable } from '../db/tables.ts';
import type { Db, Tx } from '../tools.ts';
import type { State } from './states.ts';

export type OutboxRow = Selectable<OutboxTable>;

export async function byId(db: Db | Tx, workspace: string, id: string): Promise<OutboxRow | undefined> {
  return db.selectFrom('outbox').selectAll().where('workspace', '=', workspace).where('id', '=', id).executeTakeFirst();
}

/** The letter that was enqueued under `key`. */
export async function byKey(db: Db | Tx, workspace: string, key: string): Promise<OutboxRow | undefined> {
  return db.selectFrom('outbox').selectAll().where('workspace', '=', workspace).where('key', '=', key).executeTakeFirst();
}

/** The letter that stands in Slack as this message, if it is one. */
export async function byMessage(db: Db | Tx, workspace: string, channel: string, ts: string): Promise<OutboxRow | undefined> {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('channel', '=', channel)
    .where('ts', '=', ts)
    .executeTakeFirst();
}

/** What is due, most urgent first, in lanes other than `busy`. */
export async function due(
  db: Db,
  workspace: string,
  now: Temporal.Instant,
  { busy, most }: { busy: readonly string[]; most: number },
): Promise<OutboxRow[]> {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('state', '=', 'pending')
    .where('not_before', '<=', stamp(now))
    .$if(busy.length > 0, (query) => query.where('lane', 'not in', busy))
    .orderBy('priority')
    .orderBy('not_before')
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .execute();
}

/** How many wait, and until when the next of them that is not due yet. */
export async function waiting(db: Db, workspace: string, now: Temporal.Instant): Promise<{ due: number; next: string | null }> {
  const pending = db.selectFrom('outbox').where('workspace', '=', workspace).where('state', '=', 'pending');
  const { count } = await pending
    .where('not_before', '<=', stamp(now))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const { next } = await pending
    .where('not_before', '>', stamp(now))
    .select((eb) => eb.fn.min('not_before').as('next'))
    .executeTakeFirstOrThrow();
  return { due: Number(count), next };
}

/** Takes a waiting row for sending; false when it no longer waits as it was read, or this process is not the one that runs now. */
export async function claim(
  db: Db,
  row: OutboxRow,
  taken: { channel: string; boot: number; alone: boolean; now: Temporal.Instant },
): Promise<boolean> {
  const claimed = await db
    .updateTable('outbox')
    .set({
      state: 'sending',
      attempt: row.attempt + 1,
      started_at: stamp(taken.now),
      boot: taken.boot,
      channel: taken.channel,
      looks: 0,
      looked_at: null,
    })
    .where('id', '=', row.id)
    .where('state', '=', 'pending')
    .where('attempt', '=', row.attempt)
    .$if(taken.alone, (query) =>
      query.where(({ exists, selectFrom }) => exists(selectFrom('boot').select('id').where('id', '=', 1).where('number', '=', taken.boot))),
    )
    .returning('id')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Changes a row that is in one of `states` at `attempt`; false when it is not any more. */
export async function change(
  tx: Db | Tx,
  row: Pick<OutboxRow, 'id' | 'attempt'>,
  states: readonly State[],
  to: Updateable<OutboxTable> & { state: State },
): Promise<boolean> {
  const changed = await tx
    .updateTable('outbox')
    .set(to)
    .where('id', '=', row.id)
    .where('attempt', '=', row.attempt)
    .where('state', 'in', states)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Forgets what was settled before `before`. */
export async function purge(db: Db, workspace: string, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('outbox').where('workspace', '=', workspace).where('settled_at', '<', stamp(before)).execute();
}
