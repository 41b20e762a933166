// When the messages of the end of a round are wanted, on a pair's own clock and in one leader's days: what time alone sends. Pure.
import { Temporal } from 'temporal-polyfill';
import { at, dayOf, isBefore, onOrAfter } from '../../../platform/clock.ts';
import { fortnightsInRound } from '../../../platform/content/elements.ts';
import { fortnightDays, type RoundCalendar } from '../../coaching/calendar.ts';
import { openerSlot, type Slot, type Usual } from '../../coaching/hours.ts';
import { type Hours, soonest } from '../../joining/hours.ts';

/** What decides when a leader is written to. */
export interface Times {
  hours: Hours;
  usual: Usual;
}

const WEDNESDAY = 3;
/** Sign-up for the next round is asked about from here on, until the closing fortnight comes. */
const NEXT = { asked: 10, until: 13 };
/** So many working days after the look back, where the next round is told within the closing fortnight. */
const SOON_AFTER = 2;

/** The look back takes the place of the closing fortnight's opener. */
export function prepSlot(calendar: RoundCalendar, { hours, usual }: Times): Slot {
  return openerSlot(calendar, fortnightsInRound, hours, usual);
}

/** On the working day after the closing meeting; without a known one, on the second Wednesday. */
export function afterSlot(calendar: RoundCalendar, times: Times, meets?: Temporal.Instant): Slot {
  const { closes, secondWeek } = closingDays(calendar, times);
  const afterMeeting = meets && workingDayFrom(times, dayOf(meets, times.hours.zone).add({ days: 1 }));
  const due = afterMeeting && isBefore(afterMeeting, closes) ? afterMeeting : workingDayFrom(times, onOrAfter(secondWeek, [WEDNESDAY]));
  return within(due, closes);
}

/**
 * The card and the introduction: in the second week on the usual day; where the next match is told within this fortnight (`told`), in the first
 * week, so that they are there before it.
 */
export function handOnSlot(calendar: RoundCalendar, times: Times, told: boolean): Slot {
  const { closes, secondWeek } = closingDays(calendar, times);
  if (!told) return within(workingDayFrom(times, onOrAfter(secondWeek, [times.usual.weekday])), closes);
  let day = dayOf(prepSlot(calendar, times).due, times.hours.zone);
  let due = workingDayFrom(times, day);
  for (let count = 0; count < SOON_AFTER; count += 1) {
    due = workingDayFrom(times, day.add({ days: 1 }));
    day = due ? dayOf(due, times.hours.zone) : day.add({ days: 1 });
  }
  return within(due, closes);
}

/** Thanks: on the last working day of the round. */
export function thanksSlot(calendar: RoundCalendar, times: Times): Slot {
  const { first, next, closes } = closingDays(calendar, times);
  for (let day = next.subtract({ days: 1 }); Temporal.PlainDate.compare(day, first) >= 0; day = day.subtract({ days: 1 })) {
    const due = workingDayFrom(times, day);
    if (due && dayOf(due, times.hours.zone).equals(day)) return within(due, closes);
  }
  return { due: closes, closes };
}

/** The question about the next round: in the second week of fortnight 10, and as long as there is room for it before the end. */
export function nextSlot(calendar: RoundCalendar, times: Times): Slot {
  const { firstWeekEnds } = fortnightDays(calendar, NEXT.asked);
  const closes = at(fortnightDays(calendar, NEXT.until).first, '00:00', times.hours.zone);
  return within(workingDayFrom(times, onOrAfter(firstWeekEnds, [times.usual.weekday])), closes);
}

function closingDays(calendar: RoundCalendar, { hours }: Times) {
  const { first, firstWeekEnds, next } = fortnightDays(calendar, fortnightsInRound);
  return { first, next, secondWeek: firstWeekEnds, closes: at(next, '00:00', hours.zone) };
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
