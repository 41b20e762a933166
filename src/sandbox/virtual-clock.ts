// A clock that stands still until somebody moves it, and never goes back by itself.
import { Temporal } from 'temporal-polyfill';

export interface VirtualClock {
  now: () => Temporal.Instant;
  ms: () => number;
  /** Sets it to a later instant; an earlier one changes nothing. */
  moveTo: (instant: Temporal.Instant) => void;
  /** Sets it to any instant, also an earlier one, as a broken clock does. */
  jumpTo: (instant: Temporal.Instant) => void;
}

/** A clock that shows `start`. */
export function virtualClock(start: Temporal.Instant): VirtualClock {
  let instant = start;
  return {
    now: () => instant,
    ms: () => instant.epochMilliseconds,
    moveTo: (to) => {
      if (Temporal.Instant.compare(to, instant) > 0) instant = to;
    },
    jumpTo: (to) => {
      instant = to;
    },
  };
}
