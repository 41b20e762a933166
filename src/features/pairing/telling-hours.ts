// When those in a pair may be told something that they did not ask for just now: each in their own hours, and all together at a moment within the
// hours of everyone. Pure.
import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../platform/clock.ts';
import type { Letter } from '../../platform/outbox/enqueue.ts';
import { type Hours, hoursOfLeader, politeMoment, type Window, windowsFrom } from '../joining/hours.ts';
import type { Leader } from '../joining/leaders.ts';

type Reader = Parameters<typeof politeMoment>[0] & Pick<Leader, 'id'>;

/** Somebody who pressed so lately is still there. */
const JUST_NOW = { minutes: 60 };

/** When a letter to one person alone may reach them: in their own hours, not on days of rest, and when they are back, where they are away. */
export function politely(
  reader: Reader,
  now: Temporal.Instant,
  rests: Hours['rests'] = [],
): Required<Pick<Letter, 'notBefore' | 'windows'>> {
  const notBefore = politeMoment(reader, now);
  const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
  const windows = windowsFrom(hoursOfLeader(reader, rests), notBefore.epochMilliseconds).map(({ opens, closes }) => ({
    opens: instant(opens),
    closes: instant(closes),
  }));
  return { notBefore, windows };
}

/** When a letter to all of `readers` may reach them from `instant` on, in four weeks: in the hours of every one of them; none where they share none. */
export function politelyTogether(readers: readonly Reader[], instant: Temporal.Instant): Required<Letter>['windows'] {
  const each = readers.map((reader) => politeMoment(reader, instant));
  const from = each.reduce((latest, one) => (isBefore(latest, one) ? one : latest), instant).epochMilliseconds;
  const [first = [], ...others] = readers.map((reader) => windowsFrom(hoursOfLeader(reader), from));
  return first
    .map((window) => others.reduce<Window | undefined>((so, theirs) => so && overlapOf(so, theirs), window))
    .filter((shared) => shared !== undefined && shared.closes > from)
    .map((shared) => shared as Window)
    .map(({ opens, closes }) => ({
      opens: Temporal.Instant.fromEpochMilliseconds(Math.max(opens, from)),
      closes: Temporal.Instant.fromEpochMilliseconds(closes),
    }));
}

/** Whether somebody has just said something themselves, at the instant `at` (as `stamp` writes it). */
export function isJustNow(at: string | null, now: Temporal.Instant): boolean {
  return at !== null && !isBefore(Temporal.Instant.from(at), now.subtract(JUST_NOW));
}

function overlapOf(window: Window, others: readonly Window[]): Window | undefined {
  for (const other of others) {
    const [opens, closes] = [Math.max(window.opens, other.opens), Math.min(window.closes, other.closes)];
    if (opens < closes) return { ...window, opens, closes };
  }
  return undefined;
}
