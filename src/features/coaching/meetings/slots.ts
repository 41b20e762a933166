// When people could meet: the stretches in which all of them work, cut into beginnings on the half hour. Instants only, so that clock changes,
// nights and half-hour zones need no cases of their own. Pure.
import { Temporal } from 'temporal-polyfill';
import { at, dayOf, isBefore } from '../../../platform/clock.ts';
import { isRestDay } from '../../founding/rests.ts';
import type { Hours } from '../hours.ts';

/** Half-open: from, until. */
export type Stretch = readonly [from: Temporal.Instant, to: Temporal.Instant];

/** When one person can meet. */
export interface Sitter {
  hours: Hours;
  /** Sits out until then; `null` where nobody knows when they are back. */
  awayUntil?: Temporal.Instant | null;
}

const GRID = 30;
const MINUTE = 60_000;

/** Beginnings of meetings of `minutes` inside `span` and inside everyone's hours, on the half hours of `zone`, earliest first. */
export function slotsIn(sitters: readonly Sitter[], span: Stretch, minutes: number, zone: string): Temporal.Instant[] {
  const slots: Temporal.Instant[] = [];
  for (const [from, to] of sharedStretches(sitters, span)) {
    const last = to.epochMilliseconds - minutes * MINUTE;
    for (let start = onGrid(from, zone).epochMilliseconds; start <= last; start += GRID * MINUTE)
      slots.push(Temporal.Instant.fromEpochMilliseconds(start));
  }
  return slots;
}

/** Whether someone works, and is there, for the whole of a meeting. */
export function isInside(sitter: Sitter, start: Temporal.Instant, minutes: number): boolean {
  const end = start.add({ minutes });
  const around: Stretch = [start.subtract({ hours: 30 }), end.add({ hours: 30 })];
  return stretchesOf(sitter, around).some(([from, to]) => !isBefore(start, from) && !isBefore(to, end));
}

/** The stretches inside `span` in which all of them work and are there. */
export function sharedStretches(sitters: readonly Sitter[], span: Stretch): Stretch[] {
  return sitters.reduce<Stretch[]>((shared, sitter) => common(shared, stretchesOf(sitter, span)), [span]);
}

/** One person's working time inside `span`, in order; days that touch are one stretch. */
function stretchesOf({ hours, awayUntil }: Sitter, [from, to]: Stretch): Stretch[] {
  if (awayUntil === null) return [];
  const begins = awayUntil && isBefore(from, awayUntil) ? awayUntil : from;
  const stretches: Stretch[] = [];
  const last = dayOf(to, hours.zone);
  let day = dayOf(begins, hours.zone).subtract({ days: 1 });
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const found = worksOn(hours, day) && clipped(workingDay(hours, day), [begins, to]);
    if (!found) continue;
    const before = stretches.at(-1);
    if (before && !isBefore(before[1], found[0])) stretches[stretches.length - 1] = [before[0], later(before[1], found[1])];
    else stretches.push(found);
  }
  return stretches;
}

/** A working day that runs over midnight ends there where the programme rests on the next day. */
function workingDay(hours: Hours, day: Temporal.PlainDate): Stretch {
  const from = at(day, hours.from, hours.zone);
  if (hours.to > hours.from) return [from, at(day, hours.to, hours.zone)];
  const next = day.add({ days: 1 });
  return [from, at(next, isRestDay(hours.rests, next) ? '00:00' : hours.to, hours.zone)];
}

function worksOn(hours: Hours, day: Temporal.PlainDate): boolean {
  return hours.days.includes(day.dayOfWeek) && !isRestDay(hours.rests, day);
}

/** What two have in common, both in order. */
function common(one: readonly Stretch[], other: readonly Stretch[]): Stretch[] {
  const shared: Stretch[] = [];
  for (let here = 0, there = 0; here < one.length && there < other.length; ) {
    const [mine, theirs] = [one[here] as Stretch, other[there] as Stretch];
    const both = clipped(mine, theirs);
    if (both) shared.push(both);
    if (isBefore(mine[1], theirs[1])) here++;
    else there++;
  }
  return shared;
}

function clipped([from, to]: Stretch, [opens, closes]: Stretch): Stretch | undefined {
  const begins = later(from, opens);
  const ends = isBefore(to, closes) ? to : closes;
  return isBefore(begins, ends) ? [begins, ends] : undefined;
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return isBefore(one, other) ? other : one;
}

/** The first half hour of the clock in `zone` at or after `instant`. */
function onGrid(instant: Temporal.Instant, zone: string): Temporal.Instant {
  const whole = instant.round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  return whole.add({ minutes: (GRID - (whole.toZonedDateTimeISO(zone).minute % GRID)) % GRID });
}
