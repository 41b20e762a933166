// Decides about prompts: which may still be answered, and when the next are due. Whether one is sent is decided in contacts/plan.ts. Pure.
import { Temporal } from 'temporal-polyfill';
import { at, isBefore } from '../../platform/clock.ts';
import { fortnightDays, type RoundCalendar } from './calendar.ts';
import { type Hours, openerSlot, type Usual } from './hours.ts';

/** Whether a prompt of fortnight `n` may still be answered without pointing at it: until the fortnight is over where the leader is. */
export function isOpen(calendar: RoundCalendar, n: number, zone: string, now: Temporal.Instant): boolean {
  return isBefore(now, at(fortnightDays(calendar, n).next, '00:00', zone));
}

/** When the openers still to come are due, at most `count` of them. */
export function comingOpeners(
  calendar: RoundCalendar,
  leader: { hours: Hours; usual: Usual },
  after: Temporal.Instant,
  count: number,
): { fortnight: number; due: Temporal.Instant }[] {
  const coming: { fortnight: number; due: Temporal.Instant }[] = [];
  for (let n = 1; n <= 13 && coming.length < count; n++) {
    const { due, closes } = openerSlot(calendar, n, leader.hours, leader.usual);
    if (Temporal.Instant.compare(due, after) > 0 && isBefore(due, closes)) coming.push({ fortnight: n, due });
  }
  return coming;
}
