// Keeps something going: it is asked, says when to be asked again, and can be woken earlier. It never runs twice at once, and a fault only makes
// it wait a little.
import type { Temporal } from 'temporal-polyfill';
import { faultFields, type Log } from '../log.ts';

export interface Loop {
  /** Soon, rather than when it was due. */
  knock: () => void;
  /** Runs no more; resolves when the run under way has ended. */
  stop: () => Promise<void>;
}

export interface Looping {
  /** Does what is due and says when it will be again, if it can tell. */
  run: (now: Temporal.Instant) => Promise<Temporal.Instant | undefined>;
  now: () => Temporal.Instant;
  log: Log;
}

const AT_LEAST_EVERY_MS = 60_000;
const AFTER_FAULT_MS = 5_000;

/** Begins at once. */
export function startLoop({ run, now, log }: Looping): Loop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let knocked = false;
  let stopped = false;
  const wakeIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(wake, ms).unref();
  };
  const once = async (): Promise<void> => {
    try {
      const next = await run(now());
      const ms = next ? next.epochMilliseconds - now().epochMilliseconds : AT_LEAST_EVERY_MS;
      wakeIn(Math.min(Math.max(ms, 0), AT_LEAST_EVERY_MS));
    } catch (fault) {
      log.error('A loop met a fault and goes on', faultFields(fault));
      wakeIn(AFTER_FAULT_MS);
    }
  };
  const wake = () => {
    if (stopped) return;
    if (running) {
      knocked = true;
      return;
    }
    knocked = false;
    running = once().finally(() => {
      running = undefined;
      if (knocked) wake();
    });
  };
  wake();
  return {
    knock: wake,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
    },
  };
}
