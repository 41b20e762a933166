// Decides about meetings: how long one is, which plan it follows, whose turn comes first, and for which fortnights a time may be fixed. Pure;
// it can be read aloud to a pair that asks why.
import { fortnightsInRound } from '../../../platform/content/elements.ts';

export type Rhythm = 'steady' | 'full';

export const HALF_WAY = 7;
const TRIO = 3;

/** What decides the length and the plan of a meeting. */
export interface About {
  fortnight: number;
  /** How many are in it. */
  size: number;
  /** They have not met before: there is an agreement to make. */
  first: boolean;
}

/** Minutes. Fortnight A is long, B is short in the steady rhythm; the first meeting is long, and the closing one is always an hour. */
export function lengthOf({ fortnight, size, first }: About, rhythm: Rhythm): number {
  if (fortnight === fortnightsInRound) return 60;
  const long = fortnight % 2 === 1 || rhythm === 'full' || first;
  if (size >= TRIO) return long ? 75 : 30;
  return long ? 60 : 20;
}

/** The short length, for those who want to try that. */
export function shortLength(size: number): number {
  return size >= TRIO ? 30 : 20;
}

/** The rhythm a pair has agreed on; before that, the full one only where everyone would like it. */
export function rhythmOf(agreed: Rhythm | null | undefined, wished: readonly string[]): Rhythm {
  return agreed ?? (wished.length > 0 && wished.every((each) => each === 'full') ? 'full' : 'steady');
}

/** A meeting's plan: the id of its words, and its turns in minutes. */
export interface MeetingPlan {
  id: string;
  /** How long each turn is; everyone has one. */
  turn: number;
}

/** The plan for a meeting of `minutes`. */
export function planFor({ fortnight, size, first }: About, minutes: number): MeetingPlan {
  const trio = size >= TRIO;
  if (fortnight === fortnightsInRound)
    return trio ? { id: 'coaching.meeting.plan.closing.trio', turn: 13 } : { id: 'plan.closing', turn: 20 };
  if (trio) return minutes >= 60 ? { id: 'plan.trio.long', turn: 20 } : { id: 'plan.trio.short', turn: 8 };
  if (minutes < 60) return { id: 'plan.pair.short', turn: 8 };
  if (first) return { id: 'plan.first', turn: 17 };
  return fortnight === HALF_WAY ? { id: 'plan.half', turn: 20 } : { id: 'plan.pair.long', turn: 25 };
}

/** One word of the timer, so many minutes after it was started. */
export interface TimerWord {
  after: number;
  turn: number;
  id: 'timer.half' | 'timer.two' | 'timer.over';
}

/** All that the timer says from the beginning of the first turn: three words a turn. */
export function timerWords(turn: number, turns: number): TimerWord[] {
  return Array.from({ length: turns }, (_, index) => index).flatMap((index) => [
    { after: turn * (index + 0.5), turn: index + 1, id: 'timer.half' as const },
    { after: turn * (index + 1) - 2, turn: index + 1, id: 'timer.two' as const },
    { after: turn * (index + 1), turn: index + 1, id: 'timer.over' as const },
  ]);
}

/** A meeting that was held, and who was to speak first in it, where that was ever said. */
export interface Held {
  first?: string;
}

/**
 * Who speaks first next: whoever comes after the one who spoke first last time. `order` is everyone's place in the pair; in the first meeting it
 * is the first of them. A fortnight without a meeting changes nothing; somebody who is no longer there is passed over.
 */
export function speaksFirst(order: readonly string[], held: readonly Held[]): string {
  const next = held.reduce((turn, { first }) => {
    const said = first === undefined ? -1 : order.indexOf(first);
    return ((said < 0 ? turn : said) + 1) % order.length;
  }, 0);
  return order[next] ?? '';
}

/** What is fixed for one fortnight, as far as picking a time goes. */
export interface Standing {
  fortnight: number;
  /** Booked, and still to come. */
  ahead: boolean;
}

/** The fortnights for which a time may be picked today: the present one and the next, but those with a meeting still to come. */
export function openFortnights(present: number | 'before' | 'after', standing: readonly Standing[]): number[] {
  if (present === 'after') return [];
  const now = present === 'before' ? 1 : present;
  return [now, now + 1].filter((n) => n <= fortnightsInRound && !standing.some(({ fortnight, ahead }) => fortnight === n && ahead));
}
