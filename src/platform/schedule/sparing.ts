// Whether to look again. Who has looked and found nothing to do finds nothing the next time either, until its own time has come or something that it read
// has changed: between the two nothing is asked. Where others write to the database too, it is asked each time.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../clock.ts';
import { writings } from '../db/writings.ts';
import type { Db } from '../tools.ts';

/** Does what is due and says when something will be. */
export type Look = (now: Temporal.Instant) => Promise<Temporal.Instant | undefined>;

/** What a look has found. */
export interface Looked {
  /** When it was looked, and when it was last known to find the same. */
  ran: Temporal.Instant;
  at: Temporal.Instant;
  next: Temporal.Instant | undefined;
  /** Whether everything that was read still reads the same. */
  stands: () => boolean;
}

/** At least so often, in minutes, it is looked, whatever was found: also for what depends on more than was read and said. */
const AT_LEAST_EVERY = 24 * 60;

/** Looks, and remembers what from. `beside` changes when something has that is not in the database. */
export async function lookOnce(db: Db, look: Look, now: Temporal.Instant, beside: () => unknown = () => 0): Promise<Looked> {
  const followed = writings.get(db)?.follow();
  const before = beside();
  try {
    const next = await look(now);
    return { ran: now, at: now, next, stands: () => before === beside() && (followed?.stands() ?? false) };
  } finally {
    followed?.end();
  }
}

/** What a look at `now` would find, where that is known; `minutes` is for how long it may miss that something has changed. */
export function lookedBefore(last: Looked, now: Temporal.Instant, minutes = 0): Looked | undefined {
  if (isBefore(now, last.at) || (last.next && !isBefore(now, last.next))) return undefined;
  if (minutesBetween(last.at, now) < minutes) return last;
  return minutesBetween(last.ran, now) < AT_LEAST_EVERY && last.stands() ? { ...last, at: now } : undefined;
}

/** The same look, not taken where it would find the same: neither what it read has changed nor, `beside` that, what else it goes by. */
export function sparing(db: Db, look: Look, beside?: () => unknown): Look {
  let last: Looked | undefined;
  return async (now) => {
    last = last && lookedBefore(last, now);
    last ??= await lookOnce(db, look, now, beside);
    return last.next;
  };
}

function minutesBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 60_000;
}
