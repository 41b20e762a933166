// A bucket of tokens: how many calls may be made at once, and how fast it fills again. It holds no clock; the present is an argument.
import type { Temporal } from 'temporal-polyfill';

export interface Bucket {
  /** Takes a token if there is one. */
  take: (now: Temporal.Instant) => boolean;
  /** Whether there are so many; one when it is not said. */
  has: (now: Temporal.Instant, count?: number) => boolean;
  /** When there will be one, at the latest; `now` when there is. */
  freeAt: (now: Temporal.Instant) => Temporal.Instant;
}

export function openBucket(size: number, perMinute: number): Bucket {
  let tokens = size;
  let filledAt: Temporal.Instant | undefined;
  const fill = (now: Temporal.Instant) => {
    const passed = filledAt ? now.epochMilliseconds - filledAt.epochMilliseconds : 0;
    if (passed > 0) tokens = Math.min(size, tokens + (passed * perMinute) / 60_000);
    filledAt = now;
  };
  const has = (now: Temporal.Instant, count = 1) => {
    fill(now);
    // A token that is whole but for a rounding error is whole.
    return tokens >= count - 1e-9;
  };
  return {
    has,
    take: (now) => {
      if (!has(now)) return false;
      tokens -= 1;
      return true;
    },
    freeAt: (now) => (has(now) ? now : now.add({ milliseconds: Math.ceil(((1 - tokens) * 60_000) / perMinute) })),
  };
}
