// When a forum may be: a day and an hour as somebody chose them in their own zone, held against the clocks there, the notice that everyone needs, and
// the days on which the programme rests. Pure.
import { Temporal } from 'temporal-polyfill';
import { at, dayOf, isBefore, isSkipped, sayDay } from '../../../platform/clock.ts';
import { isRestDay } from '../../founding/rests.ts';
import type { Saying } from '../../founding/words.ts';
import { sayMoment, sayZone } from '../../founding/words.ts';

export const FORUM_MINUTES = 60;
export const FEWEST_PLACES = 4;
export const MOST_PLACES = 8;
/** So that people hear of it, and its space can be made. */
const NOTICE = { hours: 24 };
const FARTHEST = { weeks: 26 };

export interface Wanted {
  /** `YYYY-MM-DD` and `HH:mm`, as they stand in the form; nothing where a box is empty. */
  day: string | undefined;
  time: string | undefined;
  /** Of whoever chose them. */
  zone: string;
}

export interface Around {
  now: Temporal.Instant;
  /** Days on which the programme rests, both ends included, and its own zone. */
  rests: readonly { from: Temporal.PlainDate; to: Temporal.PlainDate }[];
  zone: string;
}

/** An hour that suits, or what is wrong with it and in which box. */
export type Moment = { ok: true; at: Temporal.Instant } | { ok: false; field: 'day' | 'time'; saying: Saying };

export function momentOf({ day, time, zone }: Wanted, around: Around): Moment {
  if (!day) return wrong('day', 'no-day');
  if (!time) return wrong('time', 'no-time');
  const wanted = Temporal.PlainDate.from(day);
  const instant = at(wanted, time, zone);
  const { now } = around;
  // Where clocks are put forward, an hour is missing: whoever chose it has to choose another.
  if (isSkipped(wanted, time, zone)) return wrong('time', 'gap', { zone: sayZone(zone) });
  if (!isBefore(now, instant)) return wrong('day', 'past');
  if (isBefore(instant, now.add(NOTICE))) return wrong('day', 'too-near', { when: sayMoment(now.add(NOTICE), zone) });
  const latest = dayOf(now, zone).add(FARTHEST);
  if (Temporal.PlainDate.compare(wanted, latest) > 0) return wrong('day', 'too-far', { date: sayDay(latest) });
  return rests(instant, around) ? wrong('day', 'resting') : { ok: true, at: instant };
}

function rests(instant: Temporal.Instant, { rests: days, zone }: Around): boolean {
  return isRestDay(days, dayOf(instant, zone));
}

function wrong(field: 'day' | 'time', what: string, blanks: Saying['blanks'] = {}): Moment {
  return { ok: false, field, saying: { id: `forums.date.${what}`, blanks } };
}
