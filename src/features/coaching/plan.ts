// Decides about prompts: whether an opener is sent now, later or not at all, and which prompts may still be answered. Pure; it can be read
// aloud to a leader who asks "why did I hear nothing?".
import { Temporal } from 'temporal-polyfill';
import { at, isBefore } from '../../platform/clock.ts';
import { fortnightDays, type RoundCalendar } from './calendar.ts';
import { type Hours, openerSlot, type Slot, soonest, type Usual } from './hours.ts';

export interface OpenerFacts {
  now: Temporal.Instant;
  slot: Slot;
  hours: Hours;
  /** Sits out today. */
  away: boolean;
  /** Why they are no longer in this pair, if they are not. */
  gone?: 'left' | 'ended';
}

/** `no-hours`: none of the first week's days is a working day. `late`: the first week went by, because nobody could send it. */
export type OpenerPlan =
  | { then: 'wait'; until: Temporal.Instant }
  | { then: 'send' }
  | { then: 'skip'; because: 'left' | 'ended' | 'paused' | 'no-hours' | 'late' };

/**
 * An opener goes out in its leader's hours, in the first week of its fortnight or not at all. Who is paused may come back within the
 * week, so that only its end settles the matter.
 */
export function planOpener({ now, slot, hours, away, gone }: OpenerFacts): OpenerPlan {
  if (gone) return { then: 'skip', because: gone };
  if (isBefore(now, slot.due)) return { then: 'wait', until: slot.due };
  if (!isBefore(now, slot.closes)) return { then: 'skip', because: whyNot(slot, away) };
  if (away) return { then: 'wait', until: slot.closes };
  const next = soonest(hours, now);
  if (next?.equals(now)) return { then: 'send' };
  return { then: 'wait', until: next && isBefore(next, slot.closes) ? next : slot.closes };
}

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

function whyNot(slot: Slot, away: boolean): 'paused' | 'no-hours' | 'late' {
  if (away) return 'paused';
  return isBefore(slot.due, slot.closes) ? 'late' : 'no-hours';
}
