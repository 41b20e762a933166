// The eight weeks of a team on its programme's clock, on which days of rest do not count: four fortnights, from when on each is told and until when it
// is worth telling, when its leader hears, and when the taps open. Pure.
import type { Temporal } from 'temporal-polyfill';
import { at, dayOf } from '../../../../platform/clock.ts';
import type { PauseWeek } from '../../../founding/pause-weeks.ts';
import { firstDayAfter } from '../../../founding/round-days.ts';

export const FORTNIGHTS = 4;
/** What a leader of a team hears unasked: before the start, with each fortnight, and once it is counted. */
export const HOST_PARTS = ['before', '1', '2', '3', '4', 'end'] as const;
export type HostPart = (typeof HOST_PARTS)[number];

const FORTNIGHT_DAYS = 14;
/** After so many of its days a fortnight is no longer told: too little of it is left. */
const WORTH_TELLING_DAYS = 11;
/** The leader hears two days after the pairs: by then these have something to do. */
const HOST_AFTER_DAYS = 2;
/** The leader's own words are wanted for a meeting of the team before the start. */
const BEFORE_DAYS = 7;
const BEFORE_UNTIL_DAYS = 4;
/** The Tuesday of the eighth week. */
const TAPS_AFTER_DAYS = 50;
const TAPS_DAYS = 7;
/** So long it may take until everyone has a day with room to be asked. */
const TAPS_ASKING_DAYS = 14;
/** So long the taps may be late, where the bot was not there. */
const TAPS_LATE_DAYS = 28;
/** So long a leader may take to say how it goes on. */
const DECIDE_DAYS = 28;
const HOUR = '09:30';

/** What decides about all its days. */
export interface Weeks {
  /** A Monday. */
  beginsOn: Temporal.PlainDate;
  rests: readonly PauseWeek[];
  /** IANA name. */
  zone: string;
}

/** From when on something is wanted, and from when on it is too late. */
export interface Slot {
  due: Temporal.Instant;
  closes: Temporal.Instant;
}

/** The slot of fortnight `n` (1 to 4): from half past nine on its Monday. */
export function fortnightSlot(weeks: Weeks, n: number): Slot {
  const before = (n - 1) * FORTNIGHT_DAYS;
  return { due: hourAfter(weeks, before), closes: dawnAfter(weeks, before + WORTH_TELLING_DAYS) };
}

/** The instant at which fortnight `n` is over. */
export function fortnightEnds(weeks: Weeks, n: number): Temporal.Instant {
  return dawnAfter(weeks, n * FORTNIGHT_DAYS);
}

/** In which fortnight `instant` falls; 0 before the first begins and 5 after the last. */
export function fortnightAt(weeks: Weeks, instant: Temporal.Instant): number {
  let n = 0;
  while (n <= FORTNIGHTS && instant.epochMilliseconds >= dawnAfter(weeks, n * FORTNIGHT_DAYS).epochMilliseconds) n++;
  return n;
}

/** When the leader of the team hears a part; `end` hangs on when it was counted, and has no slot here. */
export function hostSlot(weeks: Weeks, part: Exclude<HostPart, 'end'>): Slot {
  if (part === 'before')
    return {
      due: at(weeks.beginsOn.subtract({ days: BEFORE_DAYS }), HOUR, weeks.zone),
      closes: dawnAfter(weeks, BEFORE_UNTIL_DAYS),
    };
  const before = (Number(part) - 1) * FORTNIGHT_DAYS;
  return { due: hourAfter(weeks, before + HOST_AFTER_DAYS), closes: dawnAfter(weeks, before + WORTH_TELLING_DAYS) };
}

/** From when on the taps may be asked for, and from when on it is no use any more. */
export function tapsSlot(weeks: Weeks): Slot {
  return { due: hourAfter(weeks, TAPS_AFTER_DAYS), closes: dawnAfter(weeks, TAPS_AFTER_DAYS + TAPS_LATE_DAYS) };
}

/** Until when members are asked, of taps that opened at an instant: not everyone has room at once. */
export function tapsAskedUntil(openedAt: Temporal.Instant, zone: string): Temporal.Instant {
  return daysAfter(openedAt, zone, TAPS_ASKING_DAYS);
}

/** Until when at least the taps of somebody count who was asked at an instant: seven whole days with that one. */
export function tapsClose(askedAt: Temporal.Instant, zone: string): Temporal.Instant {
  return daysAfter(askedAt, zone, TAPS_DAYS);
}

/** Until when a leader may say how a team that was counted goes on. */
export function decideBy(countedAt: Temporal.Instant): Temporal.Instant {
  return countedAt.add({ hours: 24 * DECIDE_DAYS });
}

function daysAfter(instant: Temporal.Instant, zone: string, days: number): Temporal.Instant {
  return at(dayOf(instant, zone).add({ days }), '00:00', zone);
}

function dawnAfter({ beginsOn, rests, zone }: Weeks, days: number): Temporal.Instant {
  return at(firstDayAfter(beginsOn, rests, days), '00:00', zone);
}

function hourAfter({ beginsOn, rests, zone }: Weeks, days: number): Temporal.Instant {
  return at(firstDayAfter(beginsOn, rests, days), HOUR, zone);
}
