// The outbox table. Who may change a row is settled here: every change names the state, or the attempt, it expects to find.
import type { Selectable, Updateable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../clock.ts';
import { ready } from '../db/ready.ts';
import type { OutboxTable } from '../db/tables.ts';
import type { Db, Tx } from '../tools.ts';
import type { State } from './states.ts';

/** A request is answered or given up within this time. */
const STILL_ON_ITS_WAY = { seconds: 30 };

export type OutboxRow = Selectable<OutboxTable>;

export async function byId(db: Db | Tx, workspace: string, id: string): Promise<OutboxRow | undefined> {
  return db.selectFrom('outbox').selectAll().where('workspace', '=', workspace).where('id', '=', id).executeTakeFirst();
}

/** The letter that was enqueued under `key`. */
export async function byKey(db: Db | Tx, workspace: string, key: string): Promise<OutboxRow | undefined> {
  const [row] = await underKey(db, { workspace, key });
  return row;
}

/** The letter that stands in Slack as this message, if it is one. */
export async function byMessage(db: Db | Tx, workspace: string, channel: string, ts: string): Promise<OutboxRow | undefined> {
  const [row] = await standingAs(db, { workspace, channel, ts });
  return row;
}

const underKey = ready((db, { workspace, key }: { workspace: string; key: string }) =>
  db.selectFrom('outbox').selectAll().where('workspace', '=', workspace).where('key', '=', key),
);

const standingAs = ready((db, { workspace, channel, ts }: { workspace: string; channel: string; ts: string }) =>
  db.selectFrom('outbox').selectAll().where('workspace', '=', workspace).where('channel', '=', channel).where('ts', '=', ts),
);

/**
 * Takes a waiting row for sending; false when it no longer waits as it was read, when another process has something on its way in the same
 * conversation, or when this process is not the one that runs now.
 */
export async function claim(
  tx: Tx,
  row: OutboxRow,
  taken: { channel: string; boot: number; alone: boolean; now: Temporal.Instant },
): Promise<boolean> {
  const { id, attempt, workspace, lane } = row;
  const { channel, boot, now } = taken;
  const times = { started_at: stamp(now), after: stamp(now.subtract(STILL_ON_ITS_WAY)) };
  const take = taken.alone ? takeAlone : takeAny;
  const [claimed] = await take(tx, { id, attempt, next: attempt + 1, workspace, lane, channel, boot, ...times });
  return claimed !== undefined;
}

type Taking = {
  id: string;
  attempt: number;
  next: number;
  workspace: string;
  lane: string;
  channel: string;
  boot: number;
  started_at: string;
  /** What was begun later may still be on its way. */
  after: string;
};

const takeAny = ready((db, taking: Taking) => takingOf(db, taking));
const takeAlone = ready((db, taking: Taking) =>
  takingOf(db, taking).where(({ exists, selectFrom }) =>
    exists(selectFrom('boot').select('id').where('id', '=', 1).where('number', '=', taking.boot)),
  ),
);

function takingOf(db: Db, { id, attempt, next, workspace, lane, channel, boot, started_at, after }: Taking) {
  return db
    .updateTable('outbox')
    .set({ state: 'sending', attempt: next, started_at, boot, channel, looks: 0, looked_at: null })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('attempt', '=', attempt)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as other')
            .select('other.id')
            .where('other.workspace', '=', workspace)
            .where('other.lane', '=', lane)
            .where('other.state', '=', 'sending')
            .where('other.started_at', '>', after),
        ),
      ),
    )
    .returning('id');
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

/** Forgets what was settled before `before`, and whom it was meant to reach unasked. */
export async function purge(db: Db, workspace: string, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('outbox').where('workspace', '=', workspace).where('settled_at', '<', stamp(before)).execute();
  await db.deleteFrom('contact').where('workspace', '=', workspace).where('created_at', '<', stamp(before)).execute();
}
