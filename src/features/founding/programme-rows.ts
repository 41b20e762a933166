// A programme as it lies in its row, and back. Lists are kept as JSON and checked when they are read.
import { z } from 'zod';
import { dayNamed } from '../../platform/clock.ts';
import type { ProgrammeTable } from '../../platform/db/tables.ts';
import type { Programme } from './programmes.ts';
import { ANNOUNCING, CHOOSING, ROTATING } from './settings.ts';

const texts = z.array(z.string());
const weekdays = z.array(z.number().int().min(1).max(7));
const choosing = z.enum(CHOOSING);
const announcing = z.enum(ANNOUNCING);
const rotating = z.enum(ROTATING);

export function fromRow(row: ProgrammeTable): Programme {
  return {
    id: row.id,
    workspace: row.workspace,
    channel: row.channel,
    name: row.name,
    anchorOn: dayNamed(row.anchor_on),
    anchorNumber: row.anchor_number,
    cycleMonths: row.cycle_months,
    sendWeekday: row.send_weekday,
    sendTime: row.send_time,
    timeZone: row.time_zone,
    functions: texts.parse(JSON.parse(row.functions)),
    workingDays: weekdays.parse(JSON.parse(row.working_days)),
    choosing: choosing.parse(row.choosing),
    announcing: announcing.parse(row.announcing),
    rotating: rotating.parse(row.rotating),
    helpLinks: texts.parse(JSON.parse(row.help_links)),
    foundedBy: row.founded_by,
    foundedAt: row.founded_at,
    channelLostAt: row.channel_lost_at,
  };
}

export function toRow(programme: Programme): Omit<ProgrammeTable, 'closed_at'> {
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
