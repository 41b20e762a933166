// When the messages of the end of a round are wanted, on a pair's own clock and in one leader's days: what time alone sends. Pure.
import { Temporal } from 'temporal-polyfill';
import { at, dayOf, isBefore, onOrAfter } from '../../../platform/clock.ts';
import { fortnightsInRound } from '../../../platform/content/elements.ts';
import { fortnightDays, type RoundCalendar } from '../../coaching/calendar.ts';
import type { Slot, Usual } from '../../coaching/hours.ts';
import { type Hours, soonest } from '../../joining/hours.ts';

/** What decides when a leader is written to. */
export interface Times {
  hours: Hours;
  usual: Usual;
}

const WEEK = 7;
const WEDNESDAY = 3;
/** Sign-up for the next round is asked about from here on, until the closing fortnight comes. */
const NEXT = { asked: 10, until: 13 };

/** The two weeks in which a pair closes its round: their first days, and the day after the last. */
export interface ClosingDays {
  first: Temporal.PlainDate;
  secondWeek: Temporal.PlainDate;
  next: Temporal.PlainDate;
}

/**
 * The closing fortnight of a pair; where the next round begins before that could be over, because weeks of rest or a calendar of months have moved
 * it, the last two weeks before `ends`, the day on which it begins.
 */
export function closingDays(calendar: RoundCalendar, ends: Temporal.PlainDate): ClosingDays {
  const { first, firstWeekEnds, next } = fortnightDays(calendar, fortnightsInRound);
  if (!isEarlier(ends, next)) return { first, secondWeek: firstWeekEnds, next };
  const [begins, half] = [ends.subtract({ days: 2 * WEEK }), ends.subtract({ days: WEEK })];
  return isEarlier(begins, first) ? { first: begins, secondWeek: half, next: ends } : { first, secondWeek: firstWeekEnds, next: ends };
}

/** The look back on the usual day of the first week: it takes the place of an opener. */
export function prepSlot({ first, secondWeek }: ClosingDays, times: Times): Slot {
  const closes = at(secondWeek, '00:00', times.hours.zone);
  const usual = workingDayFrom(times, onOrAfter(first, [times.usual.weekday]));
  return within(usual && isBefore(usual, closes) ? usual : workingDayFrom(times, first), closes);
}

/** What else is known: when the pair meets, and the day on which leaders hear of their next partners, where it lies in this fortnight. */
export interface Known {
  meets?: Temporal.Instant | undefined;
  told?: Temporal.PlainDate | undefined;
}

/**
 * On the working day after the closing meeting; without a known one, on the second Wednesday. Where the next partners are told in that second week,
 * there is no room in it: then on the last working day of the first.
 */
export function afterSlot(days: ClosingDays, times: Times, { meets, told }: Known = {}): Slot {
  const { first, secondWeek } = days;
  const closes = closesOn(days, times);
  const afterMeeting = meets && workingDayFrom(times, dayOf(meets, times.hours.zone).add({ days: 1 }));
  if (afterMeeting && isBefore(afterMeeting, closes)) return within(afterMeeting, closes);
  const before = told && !isEarlier(told, secondWeek) ? lastIn(times, first.add({ days: 1 }), secondWeek) : undefined;
  return within(before ?? workingDayFrom(times, onOrAfter(secondWeek, [WEDNESDAY])), closes);
}

/**
 * The card and the introduction: in the second week on the usual day. Where the next partners are told within this fortnight, they go along with the
 * two last things; if those were not sent, at the end.
 */
export function handOnSlot(days: ClosingDays, times: Times, { told }: Known = {}): Slot {
  if (told) return thanksSlot(days, times);
  return within(workingDayFrom(times, onOrAfter(days.secondWeek, [times.usual.weekday])), closesOn(days, times));
}

/** Thanks: on the last working day of the round. */
export function thanksSlot(days: ClosingDays, times: Times): Slot {
  return within(lastIn(times, days.first, days.next), closesOn(days, times));
}

/** Whether the second week of the closing fortnight has begun for a leader. */
export function isSecondWeek({ secondWeek }: ClosingDays, times: Times, now: Temporal.Instant): boolean {
  return !isEarlier(dayOf(now, times.hours.zone), secondWeek);
}

/** The question about the next round: in the second week of fortnight 10, and as long as there is room for it before the end. */
export function nextSlot(calendar: RoundCalendar, times: Times): Slot {
  const { firstWeekEnds } = fortnightDays(calendar, NEXT.asked);
  const closes = at(fortnightDays(calendar, NEXT.until).first, '00:00', times.hours.zone);
  return within(workingDayFrom(times, onOrAfter(firstWeekEnds, [times.usual.weekday])), closes);
}

function closesOn({ next }: ClosingDays, { hours }: Times): Temporal.Instant {
  return at(next, '00:00', hours.zone);
}

/** At the usual time on the last working day from `from` on and before `to`. */
function lastIn(times: Times, from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.Instant | undefined {
  for (let day = to.subtract({ days: 1 }); !isEarlier(day, from); day = day.subtract({ days: 1 })) {
    const due = workingDayFrom(times, day);
    if (due && dayOf(due, times.hours.zone).equals(day)) return due;
  }
  return undefined;
}

function isEarlier(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}

/** At the usual time on the first working day from `day` on; at its beginning where that time lies outside of it. */
function workingDayFrom({ hours, usual }: Times, day: Temporal.PlainDate): Temporal.Instant | undefined {
  const opens = soonest(hours, at(day, '00:00', hours.zone));
  if (!opens) return undefined;
  const working = dayOf(opens, hours.zone);
  const due = soonest(hours, at(working, usual.time, hours.zone));
  return due && dayOf(due, hours.zone).equals(working) ? due : opens;
}

/** `due` equals `closes` where there is no such moment. */
function within(due: Temporal.Instant | undefined, closes: Temporal.Instant): Slot {
  return due && isBefore(due, closes) ? { due, closes } : { due: closes, closes };
}
