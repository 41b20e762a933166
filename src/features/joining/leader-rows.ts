// A leader as they lie in their row, and back.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { LeaderTable } from '../../platform/db/tables.ts';
import type { Leader } from './leaders.ts';
import { RHYTHMS } from './profile.ts';

const weekdays = z.array(z.number().int().min(1).max(7));
const rhythms = z.enum(RHYTHMS);

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
    rhythm: rhythms.parse(row.rhythm),
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

export function toRow(leader: Leader): Omit<LeaderTable, 'changed_at'> {
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
