// Leaders: the table, and a leader as the rooms know them. Every question names the programme or the person it is about.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import { ready } from '../../platform/db/ready.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import { fromRow, toRow } from './leader-rows.ts';
import type { Profile } from './profile.ts';

/** SQLite takes 32,766 values in one statement. */
const AT_ONCE = 500;

export interface Leader extends Profile {
  id: string;
  workspace: string;
  programme: string;
  /** Slack id. */
  user: string;
  /** Their own usual day and time, where they have chosen one. */
  sendWeekday: number | null;
  sendTime: string | null;
  privateSealed: string | null;
  joinedAt: string;
  pausedAt: string | null;
  /** The day on which they come back, in their own zone. */
  pausedUntil: Temporal.PlainDate | null;
  leftAt: string | null;
  leftBecause: string | null;
}

/** The leader that `user` is, or once was, in this programme. */
export async function find(db: Db | Tx, programme: string, user: string): Promise<Leader | undefined> {
  const [row] = await ofUser(db, { programme, user });
  return row && fromRow(row);
}

const ofUser = ready((db, { programme, user }: { programme: string; user: string }) =>
  db.selectFrom('leader').selectAll().where('programme', '=', programme).where('slack_user', '=', user),
);

/** A leader by their own id. */
export async function byId(db: Db | Tx, workspace: string, id: string): Promise<Leader | undefined> {
  const [row] = await withId(db, { workspace, id });
  return row && fromRow(row);
}

const withId = ready((db, { workspace, id }: { workspace: string; id: string }) =>
  db.selectFrom('leader').selectAll().where('workspace', '=', workspace).where('id', '=', id),
);

/** Leaders by their own ids. */
export async function some(db: Db | Tx, ids: readonly string[]): Promise<Leader[]> {
  const found: Leader[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part = ids.slice(from, from + AT_ONCE);
    const rows = await db.selectFrom('leader').selectAll().where('id', 'in', part).execute();
    found.push(...rows.map(fromRow));
  }
  return found;
}

/** Everyone who is or was in the programme, by name. */
export async function ofProgramme(db: Db | Tx, programme: string): Promise<Leader[]> {
  const rows = await db.selectFrom('leader').selectAll().where('programme', '=', programme).orderBy('name').orderBy('id').execute();
  return rows.map(fromRow);
}

/** Everyone who is in the programme, paused or not, by name. */
export async function inProgramme(db: Db | Tx, programme: string): Promise<Leader[]> {
  return (await ofProgramme(db, programme)).filter((leader) => leader.leftAt === null);
}

/** All that `user` is or was in this workspace, one for each programme, earliest first. */
export async function ofPerson(db: Db | Tx, workspace: string, user: string): Promise<Leader[]> {
  const rows = await db
    .selectFrom('leader')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('slack_user', '=', user)
    .orderBy('joined_at')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** All that these people are in this workspace, one for each programme they are in, earliest first. */
export async function ofPeople(db: Db | Tx, workspace: string, users: readonly string[]): Promise<Leader[]> {
  const found: Leader[] = [];
  for (let from = 0; from < users.length; from += AT_ONCE) {
    const some = users.slice(from, from + AT_ONCE);
    const present = db.selectFrom('leader').selectAll().where('workspace', '=', workspace).where('slack_user', 'in', some);
    const rows = await present.where('left_at', 'is', null).orderBy('joined_at').orderBy('id').execute();
    found.push(...rows.map(fromRow));
  }
  return found;
}

/** Everyone in the workspace who is paused until a day. */
export async function paused(db: Db | Tx, workspace: string): Promise<Leader[]> {
  const rows = await db
    .selectFrom('leader')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('left_at', 'is', null)
    .where('paused_until', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** Saves a new leader; `false` when the person has a place in this programme already. */
export async function add(tx: Tx, leader: Leader, now: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .insertInto('leader')
    .values({ ...toRow(leader), changed_at: stamp(now) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes a leader as they now stand. */
export async function change(tx: Tx, leader: Leader, now: Temporal.Instant): Promise<void> {
  const { id, workspace, ...rest } = toRow(leader);
  const changed = { ...rest, changed_at: stamp(now) };
  await tx.updateTable('leader').set(changed).where('workspace', '=', workspace).where('id', '=', id).execute();
}
