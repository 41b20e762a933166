// Programmes: the table, and a programme as the rooms know it.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import { ready } from '../../platform/db/ready.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import { fromRow, toRow } from './programme-rows.ts';
import type { Settings } from './settings.ts';

export interface Programme extends Settings {
  id: string;
  workspace: string;
  channel: string;
  foundedBy: string;
  foundedAt: string;
  /** Since when the channel has been deleted or archived, or the bot has been out of it. */
  channelLostAt: string | null;
}

/** The programme `id` of this workspace, unless it has been closed. */
export async function find(db: Db | Tx, workspace: string, id: string): Promise<Programme | undefined> {
  const [row] = await withId(db, { workspace, id });
  return row && fromRow(row);
}

/** The programme whose home is `channel`. */
export async function ofChannel(db: Db | Tx, workspace: string, channel: string): Promise<Programme | undefined> {
  const row = await open(db, workspace).where('channel', '=', channel).executeTakeFirst();
  return row && fromRow(row);
}

/** Every programme of the workspace, oldest first. */
export async function all(db: Db | Tx, workspace: string): Promise<Programme[]> {
  return (await inOrder(db, { workspace })).map(fromRow);
}

/** Saves a new programme; `false` when the channel has one already. */
export async function add(tx: Tx, programme: Programme): Promise<boolean> {
  const row = await tx
    .insertInto('programme')
    .values({ ...toRow(programme), closed_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes the settings of a programme as they now stand. */
export async function change(tx: Tx, programme: Programme): Promise<void> {
  const { id, workspace, ...rest } = toRow(programme);
  await tx.updateTable('programme').set(rest).where('workspace', '=', workspace).where('id', '=', id).execute();
}

/** Notes since when the channel's programme has had no channel, or that it has it back. Returns the programme when that is news. */
export async function noteChannel(
  tx: Tx,
  workspace: string,
  channel: string,
  lostAt: Temporal.Instant | null,
): Promise<Programme | undefined> {
  const news = tx
    .updateTable('programme')
    .set({ channel_lost_at: lostAt && stamp(lostAt) })
    .where('workspace', '=', workspace)
    .where('channel', '=', channel)
    .where('closed_at', 'is', null)
    .where('channel_lost_at', lostAt ? 'is' : 'is not', null);
  const row = await news.returningAll().executeTakeFirst();
  return row && fromRow(row);
}

/** The number of the latest round that has been approved; 0 when there has been none. */
export async function lastRound(db: Db | Tx, programme: string): Promise<number> {
  const [row] = await lastNumber(db, { programme });
  return Number(row?.number ?? 0);
}

/** How many leaders are in it. */
export async function countIn(db: Db | Tx, programme: string): Promise<number> {
  const row = await db
    .selectFrom('leader')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('programme', '=', programme)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** The programmes in which `user` has a place, or had one. */
export async function placesOf(db: Db | Tx, workspace: string, user: string): Promise<{ programme: string; left: boolean }[]> {
  const rows = await db
    .selectFrom('leader')
    .select(['programme', 'left_at'])
    .where('workspace', '=', workspace)
    .where('slack_user', '=', user)
    .execute();
  return rows.map((row) => ({ programme: row.programme, left: row.left_at !== null }));
}

/** The programmes to which `user` has been invited. */
export async function invitingTo(db: Db | Tx, workspace: string, user: string): Promise<string[]> {
  const rows = await db
    .selectFrom('roster_entry')
    .select('programme')
    .where('workspace', '=', workspace)
    .where('slack_user', '=', user)
    .where('invited_at', 'is not', null)
    .execute();
  return rows.map((row) => row.programme);
}

const withId = ready((db, { workspace, id }: { workspace: string; id: string }) => open(db, workspace).where('id', '=', id));

const inOrder = ready((db, { workspace }: { workspace: string }) => open(db, workspace).orderBy('founded_at').orderBy('id'));

const lastNumber = ready((db, { programme }: { programme: string }) =>
  db
    .selectFrom('round')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('programme', '=', programme)
    .where('undone_at', 'is', null),
);

function open(db: Db | Tx, workspace: string) {
  return db.selectFrom('programme').selectAll().where('workspace', '=', workspace).where('closed_at', 'is', null);
}
