// The head of the gathering: when it may be, how its 45 minutes go, and which insights stand on which slide. Pure.
import { Temporal } from 'temporal-polyfill';
import { dayOf, isBefore, onOrAfter } from '../../../platform/clock.ts';
import { fortnightsInRound } from '../../../platform/content/elements.ts';
import { fortnightDays, type RoundCalendar } from '../../coaching/calendar.ts';
import { hashed } from '../../pairing/matching/dice.ts';

export const PLACE_LENGTH = 200;
const THURSDAY = 4;
const USUAL_TIME = '14:00';
/** A gathering belongs to a round that still runs, or has ended not longer than this ago. */
export const ENDED_DAYS = 21;
/** It can be put off, but not until nobody remembers the round. */
const LATEST_AFTER_WEEKS = 8;
/** So long before the last day of a round its organisers are asked to plan. */
const ASKED_WEEKS = 6;

/** The last day of a round's week 26. */
export function lastDay(calendar: RoundCalendar): Temporal.PlainDate {
  return fortnightDays(calendar, fortnightsInRound).next.subtract({ days: 1 });
}

/** The Thursday of week 26 at two, or, once that has passed, the next Thursday. */
export function usualMoment(calendar: RoundCalendar, today: Temporal.PlainDate): { day: Temporal.PlainDate; time: string } {
  const thursday = onOrAfter(fortnightDays(calendar, fortnightsInRound).firstWeekEnds, [THURSDAY]);
  const day = Temporal.PlainDate.compare(today, thursday) < 0 ? thursday : onOrAfter(today.add({ days: 1 }), [THURSDAY]);
  return { day, time: USUAL_TIME };
}

/** Why a gathering cannot begin at `starts`; nothing where it can. */
export function wrongMoment(
  { calendar, zone }: { calendar: RoundCalendar; zone: string },
  starts: Temporal.Instant,
  now: Temporal.Instant,
): 'past' | 'late' | undefined {
  if (!isBefore(now, starts)) return 'past';
  return Temporal.PlainDate.compare(dayOf(starts, zone), latestDay(calendar)) > 0 ? 'late' : undefined;
}

export function latestDay(calendar: RoundCalendar): Temporal.PlainDate {
  return lastDay(calendar).add({ weeks: LATEST_AFTER_WEEKS });
}

/** Whether the round is in its last six weeks, so that organisers are asked to plan its end. */
export function isTimeToPlan(calendar: RoundCalendar, today: Temporal.PlainDate): boolean {
  const last = lastDay(calendar);
  return (
    Temporal.PlainDate.compare(last.subtract({ weeks: ASKED_WEEKS }), today) <= 0 &&
    Temporal.PlainDate.compare(today, last.add({ days: ENDED_DAYS })) <= 0
  );
}

/** The parts of the 45 minutes, in order. */
export const PARTS = ['open', 'read', 'talk', 'join', 'map', 'close'] as const;
export type Part = (typeof PARTS)[number];

/** A slide with insights is read to its end in so many seconds, from the back row too. */
export const READING_SECONDS = 14;
const WORDS_A_SECOND = 4;
const FIXED = { open: 5, talk: 11, join: 11, map: 5 };
const ALL = 45;

/** When each part begins, in minutes; the more there is to read, the shorter the end. */
export function minutesOf(insightSlides: number): { part: Part; at: number }[] {
  const read = Math.min(7, Math.max(3, Math.ceil((insightSlides * READING_SECONDS) / 60) + 1));
  const lasting: Record<Part, number> = { ...FIXED, read, close: ALL - read - FIXED.open - FIXED.talk - FIXED.join - FIXED.map };
  let at = 0;
  return PARTS.map((part) => {
    const begins = { part, at };
    at += lasting[part];
    return begins;
  });
}

/** So many insights stand on slides; all of them stand in the text. */
export const MOST_ON_SLIDES = 24;
const MOST_TOGETHER = 3;
const MOST_WORDS = READING_SECONDS * WORDS_A_SECOND;

/** `count` of all, drawn by a seed: the same for the same round, and in an order that says nothing. */
export function drawnBy<T>(seed: string, all: readonly T[], count = MOST_ON_SLIDES): T[] {
  return all
    .map((one, at) => ({ one, lot: hashed(`${seed}:${at}`) }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, count)
    .map(({ one }) => one);
}

/** Texts in lots for one slide each, in their order: three at most, and no more than can be read there, unless one alone is longer. */
export function inSlides<T>(all: readonly T[], wordsOf: (one: T) => number, fits: (lot: readonly T[]) => boolean): T[][] {
  const lots: T[][] = [];
  for (const one of all) {
    const last = lots.at(-1);
    const longer = [...(last ?? []), one];
    const words = longer.reduce((sum, each) => sum + wordsOf(each), 0);
    if (last && longer.length <= MOST_TOGETHER && words <= MOST_WORDS && fits(longer)) last.push(one);
    else lots.push([one]);
  }
  return lots;
}
