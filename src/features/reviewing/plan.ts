// When each pulse is open, on the programme's clock: the self-check before the round, eight taps half way, eleven at the end. A pulse closes on
// a day that no answer can move; what is said of it afterwards is decided in thresholds.ts. Pure.
import { Temporal } from 'temporal-polyfill';
import { itemsAt, type PulseItem } from '../../platform/content/pulse.ts';
import { fortnightDays, type RoundCalendar } from '../coaching/calendar.ts';

export const pulses = ['opening', 'half', 'closing'] as const;
export type Pulse = (typeof pulses)[number];

/** What one leader answers at one time: a pulse, or the self-check as it looks back to the beginning (`then`) and as it is (`now`). */
export type Moment = Pulse | 'then' | 'now';

/** The pulse open until the end of fortnight 2 needs no first day: it is there as soon as there is a match. */
export interface PulseDays {
  opens?: Temporal.PlainDate;
  /** The first day on which nothing can be answered any more. */
  closes: Temporal.PlainDate;
}

/** So long after the round the closing pulse can still be answered. */
const AFTER_THE_ROUND = { days: 7 };

/** When a pulse of this round is open; `next` is the day on which the next round begins, where it is known: with it every pulse ends. */
export function pulseDays(calendar: RoundCalendar, pulse: Pulse, next?: Temporal.PlainDate): PulseDays {
  const { opens, closes } = planned(calendar, pulse);
  return { ...(opens && { opens }), closes: next && Temporal.PlainDate.compare(next, closes) < 0 ? next : closes };
}

/** Half way closes a week before fortnight 8, so that its results come back in fortnight 8. */
function planned(calendar: RoundCalendar, pulse: Pulse): PulseDays {
  if (pulse === 'opening') return { closes: fortnightDays(calendar, 2).next };
  if (pulse === 'half') return { opens: fortnightDays(calendar, 6).first, closes: fortnightDays(calendar, 7).firstWeekEnds };
  const last = fortnightDays(calendar, 13);
  return { opens: last.first, closes: last.next.add(AFTER_THE_ROUND) };
}

/** `never`: the next round begins before this pulse would have opened. */
export function stateOn({ opens, closes }: PulseDays, today: Temporal.PlainDate): 'to-come' | 'open' | 'closed' | 'never' {
  const never = opens && Temporal.PlainDate.compare(closes, opens) <= 0;
  if (Temporal.PlainDate.compare(today, closes) >= 0) return never ? 'never' : 'closed';
  return opens && Temporal.PlainDate.compare(today, opens) < 0 ? 'to-come' : 'open';
}

/** The items asked at one moment, in their order. */
export function itemsOf(moment: Moment): PulseItem[] {
  return itemsAt(moment === 'then' || moment === 'now' ? 'thenAndNow' : moment);
}

/** The pulse with which a moment opens and closes. */
export function pulseOf(moment: Moment): Pulse {
  return moment === 'then' || moment === 'now' ? 'closing' : moment;
}

/** Whose single answers go when a pulse has closed. The self-check's stay until the end, when its author sees them beside the new ones. */
export function forgottenWith(pulse: Pulse): readonly Moment[] {
  if (pulse === 'opening') return [];
  return pulse === 'half' ? ['half'] : ['opening', 'half', 'closing', 'then', 'now'];
}
