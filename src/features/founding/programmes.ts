// Programmes: the table, and a programme as the rooms know it.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { stamp } from '../../platform/clock.ts';
import type { ProgrammeTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import type { Anchor } from './plan.ts';

/** Who chooses: the bot from the rules; leaders name whom they would welcome and the bot proposes; leaders choose each other. */
export const CHOOSING = ['welcome', 'bot', 'leaders'] as const;
/** What the channel hears of a new round. */
export const ANNOUNCING = ['names', 'functions'] as const;
/** Whether a round comes by itself on its day, or waits for an organiser. */
export const ROTATING = ['automatic', 'approve'] as const;

/** What an organiser sets. */
export interface Settings extends Anchor {
  name: string;
  /** 1 is Monday. */
  sendWeekday: number;
  /** `HH:MM`, in `timeZone`. */
  sendTime: string;
  /** IANA name. */
  timeZone: string;
  functions: readonly string[];
  /** 1 is Monday. */
  workingDays: readonly number[];
  choosing: (typeof CHOOSING)[number];
  announcing: (typeof ANNOUNCING)[number];
  rotating: (typeof ROTATING)[number];
  /** Other kinds of help, one line each. */
  helpLinks: readonly string[];
}

export interface Programme extends Settings {
  id: string;
  workspace: string;
  channel: string;
  foundedBy: string;
  foundedAt: string;
  /** Since when the channel has been deleted or archived, or the bot has been out of it. */
  channelLostAt: string | null;
}

const texts = z.array(z.string());
const weekdays = z.array(z.number().int().min(1).max(7));

/** The programme `id` of this workspace, unless it has been closed. */
export async function find(db: Db | Tx, workspace: string, id: string): Promise<Programme | undefined> {
  const row = await open(db, workspace).where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** The programme whose home is `channel`. */
export async function ofChannel(db: Db | Tx, workspace: string, channel: string): Promise<Programme | undefined> {
  const row = await open(db, workspace).where('channel', '=', channel).executeTakeFirst();
  return row && fromRow(row);
}

/** Every programme of the workspace, oldest first. */
export async function all(db: Db | Tx, workspace: string): Promise<Programme[]> {
  const rows = await open(db, workspace).orderBy('founded_at').orderBy('id').execute();
  return rows.map(fromRow);
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
  const row = await db
    .selectFrom('round')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('programme', '=', programme)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return Number(row?.number ?? 0);
}

function open(db: Db | Tx, workspace: string) {
  return db.selectFrom('programme').selectAll().where('workspace', '=', workspace).where('closed_at', 'is', null);
}

export function fromRow(row: ProgrammeTable): Programme {
  return {
    id: row.id,
    workspace: row.workspace,
    channel: row.channel,
    name: row.name,
    anchorOn: Temporal.PlainDate.from(row.anchor_on),
    anchorNumber: row.anchor_number,
    cycleMonths: row.cycle_months,
    sendWeekday: row.send_weekday,
    sendTime: row.send_time,
    timeZone: row.time_zone,
    functions: texts.parse(JSON.parse(row.functions)),
    workingDays: weekdays.parse(JSON.parse(row.working_days)),
    choosing: z.enum(CHOOSING).parse(row.choosing),
    announcing: z.enum(ANNOUNCING).parse(row.announcing),
    rotating: z.enum(ROTATING).parse(row.rotating),
    helpLinks: texts.parse(JSON.parse(row.help_links)),
    foundedBy: row.founded_by,
    foundedAt: row.founded_at,
    channelLostAt: row.channel_lost_at,
  };
}

function toRow(programme: Programme): Omit<ProgrammeTable, 'closed_at'> {
  return {
    id: programme.id,
    workspace: programme.workspace,
    channel: programme.channel,
    name: programme.name,
    anchor_on: programme.anchorOn.toString(),
    anchor_number: programme.anchorNumber,
    cycle_months: programme.cycleMonths,
    send_weekday: programme.sendWeekday,
    send_time: programme.sendTime,
    time_zone: programme.timeZone,
    functions: JSON.stringify(programme.functions),
    working_days: JSON.stringify(programme.workingDays),
    choosing: programme.choosing,
    announcing: programme.announcing,
    rotating: programme.rotating,
    help_links: JSON.stringify(programme.helpLinks),
    founded_by: programme.foundedBy,
    founded_at: programme.foundedAt,
    channel_lost_at: programme.channelLostAt,
  };
}
