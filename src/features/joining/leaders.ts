// Leaders: the table, and a leader as the rooms know them. Every question names the programme or the person it is about.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { stamp } from '../../platform/clock.ts';
import type { LeaderTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';

/** Steady first: long and short meetings in turn; full: long ones only. */
export const RHYTHMS = ['steady', 'full'] as const;

/** What a leader says of themselves and may change. What is private stands in `Wishes`, sealed. */
export interface Profile {
  name: string;
  email: string | null;
  function: string;
  level: string;
  /** Slack id, and the address where only that is known. */
  manager: string | null;
  managerEmail: string | null;
  /** IANA name. */
  timeZone: string;
  /** 1 is Monday. */
  workingDays: readonly number[];
  /** `HH:MM`; where `workingTo` is not after `workingFrom`, the working day runs over midnight. */
  workingFrom: string;
  workingTo: string;
  rhythm: (typeof RHYTHMS)[number];
}

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

const weekdays = z.array(z.number().int().min(1).max(7));

/** The leader that `user` is, or once was, in this programme. */
export async function find(db: Db | Tx, programme: string, user: string): Promise<Leader | undefined> {
  const row = await db
    .selectFrom('leader')
    .selectAll()
    .where('programme', '=', programme)
    .where('slack_user', '=', user)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** A leader by their own id. */
export async function byId(db: Db | Tx, workspace: string, id: string): Promise<Leader | undefined> {
  const row = await db.selectFrom('leader').selectAll().where('workspace', '=', workspace).where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
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

export function fromRow(row: LeaderTable): Leader {
  return {
    id: row.id,
    workspace: row.workspace,
    programme: row.programme,
    user: row.slack_user,
    name: row.name,
    email: row.email,
    function: row.function,
    level: row.level,
    manager: row.manager,
    managerEmail: row.manager_email,
    timeZone: row.time_zone,
    workingDays: weekdays.parse(JSON.parse(row.working_days)),
    workingFrom: row.working_from,
    workingTo: row.working_to,
    rhythm: z.enum(RHYTHMS).parse(row.rhythm),
    sendWeekday: row.send_weekday,
    sendTime: row.send_time,
    privateSealed: row.private_sealed,
    joinedAt: row.joined_at,
    pausedAt: row.paused_at,
    pausedUntil: row.paused_until === null ? null : Temporal.PlainDate.from(row.paused_until),
    leftAt: row.left_at,
    leftBecause: row.left_because,
  };
}

function toRow(leader: Leader): Omit<LeaderTable, 'changed_at'> {
  return {
    id: leader.id,
    workspace: leader.workspace,
    programme: leader.programme,
    slack_user: leader.user,
    name: leader.name,
    email: leader.email,
    function: leader.function,
    level: leader.level,
    manager: leader.manager,
    manager_email: leader.managerEmail,
    time_zone: leader.timeZone,
    working_days: JSON.stringify(leader.workingDays),
    working_from: leader.workingFrom,
    working_to: leader.workingTo,
    rhythm: leader.rhythm,
    send_weekday: leader.sendWeekday,
    send_time: leader.sendTime,
    private_sealed: leader.privateSealed,
    joined_at: leader.joinedAt,
    paused_at: leader.pausedAt,
    paused_until: leader.pausedUntil?.toString() ?? null,
    left_at: leader.leftAt,
    left_because: leader.leftBecause,
  };
}
