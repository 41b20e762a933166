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
export function startLoop(looping: Looping): Loop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let knocked = false;
  let stopped = false;
  const wake = () => {
    knocked = true;
    if (stopped || running) return;
    clearTimeout(timer);
    running = runWhileKnocked().finally(() => {
      running = undefined;
      // A knock in the moment of ending.
      if (knocked) wake();
    });
  };
  const runWhileKnocked = async () => {
    let ms = 0;
    while (knocked && !stopped) {
      knocked = false;
      ms = await once(looping);
    }
    if (!stopped) timer = setTimeout(wake, ms).unref();
  };
  wake();
  return {
    knock: wake,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Runs once; returns after how many milliseconds to run again. */
async function once({ run, now, log }: Looping): Promise<number> {
  try {
    const next = await run(now());
    const ms = next ? next.epochMilliseconds - now().epochMilliseconds : AT_LEAST_EVERY_MS;
    return Math.min(Math.max(ms, 0), AT_LEAST_EVERY_MS);
  } catch (fault) {
    log.error('A loop met a fault and goes on', faultFields(fault));
    return AFTER_FAULT_MS;
  }
}
