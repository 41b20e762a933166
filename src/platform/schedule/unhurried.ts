// A stream that need not look at every knock: what it waits for is known long before, or may be noticed a little later. Between two looks it
// asks nothing.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../clock.ts';
import type { Db } from '../tools.ts';
import type { Stream } from './stream.ts';

interface Look {
  at: Temporal.Instant;
  next: Temporal.Instant | undefined;
}

/** The same stream, looking when it said that something would be due, and otherwise at most once in so many minutes. */
export function unhurried({ name, run }: Stream, minutes: number): Stream {
  // The looks of different databases do not know of each other.
  const looks = new WeakMap<Db, Look>();
  return {
    name,
    run: async (tools, now) => {
      const last = looks.get(tools.db);
      if (last && isFresh(last, now, minutes)) return last.next;
      const next = await run(tools, now);
      looks.set(tools.db, { at: now, next });
      return next;
    },
  };
}

function isFresh({ at, next }: Look, now: Temporal.Instant, minutes: number): boolean {
  const soon = !isBefore(now, at) && isBefore(now, at.add({ minutes }));
  return soon && (next === undefined || isBefore(now, next));
}
