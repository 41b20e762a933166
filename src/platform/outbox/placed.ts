// Where letters stand that have been sent, and whether one still waits: for those who have to change them in Slack, or to know.
import { z } from 'zod';
import type { Db, Tx } from '../tools.ts';
import type { OutboxRow } from './outbox.ts';

export interface Placed {
  channel: string;
  ts: string;
  /** Whose own conversation it is in; missing where several read it together. */
  user?: string;
}

const address = z.object({ user: z.string().optional() });

/** The letter under `key`, and those under longer keys that it became where each was told alone. */
export async function standingUnder(db: Db | Tx, workspace: string, key: string): Promise<Placed[]> {
  return placedOf(await sentRows(db, workspace, key));
}

/** Every message that was sent under a key that begins with `beginning` and a colon, with its key: what there is to take back. */
export async function sentUnder(db: Db | Tx, workspace: string, beginning: string): Promise<(Placed & { key: string })[]> {
  const rows = await sentRows(db, workspace, beginning);
  return rows.filter(({ key }) => key !== beginning).flatMap((row) => placedOf([row]).map((placed) => ({ ...placed, key: row.key })));
}

type Row = Pick<OutboxRow, 'key' | 'channel' | 'ts' | 'address'>;

async function sentRows(db: Db | Tx, workspace: string, key: string): Promise<Row[]> {
  return db
    .selectFrom('outbox')
    .select(['key', 'channel', 'ts', 'address'])
    .where('workspace', '=', workspace)
    .where((eb) => eb.or([eb('key', '=', key), eb('key', 'like', `${key}:%`)]))
    .where('state', '=', 'sent')
    .orderBy('key')
    .execute();
}

function placedOf(rows: readonly Row[]): Placed[] {
  return rows.flatMap((row) => {
    if (row.channel === null || row.ts === null) return [];
    const { user } = address.parse(JSON.parse(row.address));
    return [{ channel: row.channel, ts: row.ts, ...(user && { user }) }];
  });
}

/** The ids of the letter under `key`, and of those under longer keys, that wait and have never been on their way. */
export async function waitingUnder(db: Db | Tx, workspace: string, key: string): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('id')
    .where('workspace', '=', workspace)
    .where((eb) => eb.or([eb('key', '=', key), eb('key', 'like', `${key}:%`)]))
    .where('state', '=', 'pending')
    .where('attempt', '=', 0)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether a letter under a key that begins so is still waiting. */
export async function isWaitingUnder(db: Db | Tx, workspace: string, beginning: string): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('id')
    .where('workspace', '=', workspace)
    .where('key', 'like', `${beginning}:%`)
    .where('state', '=', 'pending')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
