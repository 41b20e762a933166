// When the timetable is asked by the real clock: each minute, when it said so, and soon after somebody did something, but then not more often than
// every few seconds.
import type { Temporal } from 'temporal-polyfill';
import { earliest, isBefore } from '../clock.ts';
import { doubtPlanned } from '../outbox/doubt.ts';
import type { Tools } from '../tools.ts';
import { slowDownAfter } from './downtime.ts';
import type { Look } from './sparing.ts';
import type { Stream } from './stream.ts';
import { lastTick, tick } from './tick.ts';

const BETWEEN = { seconds: 2 };

interface Asked {
  at: Temporal.Instant;
  /** When it said that something would be due. */
  due: Temporal.Instant | undefined;
}

/**
 * Asks what is due as often as it makes sense; returns when to come again. The first time, after a long silence, what has become due is slowed
 * down before the postman begins.
 */
export function askInTime(tools: Tools, timetable: readonly Stream[]): Look {
  let last: Asked | undefined;
  return async (now) => {
    const next = last && nextAsking(last, now);
    if (next && isBefore(now, next)) return next;
    const before = last?.at ?? (await lastTick(tools.db));
    const due = await tick(tools, now, timetable);
    if (!last) {
      await doubtPlanned(tools, now);
      await slowDownAfter(tools, before, now);
    }
    last = { at: now, due };
    return due;
  };
}

/** What has its own moment is not kept waiting by what somebody did just before. A clock that was put back asks at once. */
function nextAsking({ at, due }: Asked, now: Temporal.Instant): Temporal.Instant | undefined {
  if (isBefore(now, at)) return undefined;
  const rested = at.add(BETWEEN);
  return due && isBefore(at, due) ? earliest(rested, due) : rested;
}
