// The times from which a pair may choose: inside everyone's hours, in the fortnights that are open, not before the others can have heard of it;
// the usual time first. Pure.
import { Temporal } from 'temporal-polyfill';
import { dayOf, isBefore } from '../../../platform/clock.ts';
import { heardBy } from './polite.ts';
import { type Sitter, type Stretch, slotsIn } from './slots.ts';

/** Slack shows a hundred in one list. */
const MOST = 100;
const MOST_USUAL = 3;

export interface Offer {
  fortnight: number;
  at: Temporal.Instant;
  minutes: number;
  /** At the time the pair has agreed on. */
  usual: boolean;
}

export interface OfferFacts {
  now: Temporal.Instant;
  /** Whose half hours are offered. */
  zone: string;
  own: Sitter;
  others: readonly Sitter[];
  /** The fortnights that are open, each with its days and the length of its meeting. */
  open: readonly { fortnight: number; span: Stretch; minutes: number }[];
  usual?: { weekday: number; time: string; zone: string };
}

/** Everything there is to choose from, in order of time. */
export function offersOf({ now, zone, own, others, open, usual }: OfferFacts): Offer[] {
  const heard = heardBy(others, now);
  if (!heard) return [];
  // Not this very minute: whoever chooses has to read the list first.
  const earliest = isBefore(heard, now.add({ minutes: 5 })) ? now.add({ minutes: 5 }) : heard;
  return open.flatMap(({ fortnight, span: [from, to], minutes }) => {
    const span: Stretch = [isBefore(from, earliest) ? earliest : from, to];
    if (!isBefore(span[0], to)) return [];
    const slots = slotsIn([own, ...others], span, minutes, zone);
    return slots.map((at) => ({ fortnight, at, minutes, usual: usual !== undefined && isUsual(at, usual) }));
  });
}

/** The offers as lists that Slack can show: a week each, or whole days of it; the usual times at the head of the first. */
export function pagesOf(offers: readonly Offer[], zone: string): Offer[][] {
  const usual = offers.filter((offer) => offer.usual).slice(0, MOST_USUAL);
  const pages: Offer[][] = [usual];
  for (const day of byDay(
    offers.filter((offer) => !usual.includes(offer)),
    zone,
  )) {
    const last = pages.at(-1) as Offer[];
    const before = last.at(-1);
    const sameWeek = before === undefined || before.usual || weekOf(before, zone) === weekOf(day[0] as Offer, zone);
    if (sameWeek && last.length + day.length <= MOST) last.push(...day);
    else pages.push(day);
  }
  return pages.filter((page) => page.length > 0);
}

function byDay(offers: readonly Offer[], zone: string): Offer[][] {
  const days: Offer[][] = [];
  for (const offer of offers) {
    const last = days.at(-1);
    if (last?.[0] && Temporal.PlainDate.compare(dayOf(last[0].at, zone), dayOf(offer.at, zone)) === 0) last.push(offer);
    else days.push([offer]);
  }
  return days;
}

function weekOf({ at }: Offer, zone: string): string {
  const day = dayOf(at, zone);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}

function isUsual(at: Temporal.Instant, { weekday, time, zone }: { weekday: number; time: string; zone: string }): boolean {
  const there = at.toZonedDateTimeISO(zone);
  return there.dayOfWeek === weekday && there.toPlainTime().toString({ smallestUnit: 'minute' }) === time.slice(0, 5);
}
