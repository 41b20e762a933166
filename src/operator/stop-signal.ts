// When the process ends: somebody asks it to, or something happened after which it must not go on.
import type { Trouble } from '../platform/db/trouble.ts';
import { faultFields, type Log } from '../platform/log.ts';

/** Why: `asked` by a signal; `fault` something nobody caught; or the trouble with the database. */
export type Reason = 'asked' | 'fault' | Trouble;

export interface StopSignal {
  /** Resolves with the first reason. */
  reason: Promise<Reason>;
  stop: (reason: Reason) => void;
}

/**
 * Listens for the process's end. A rejected promise that nobody waited for is logged and survived: it belongs to one request, and everything
 * that counts is on the disk. An exception that nobody caught ends the process, gently. A second signal ends it at once.
 */
export function listenForTheEnd(log: Log): StopSignal {
  const ends = { stop: (_: Reason): void => {} };
  const reason = new Promise<Reason>((resolve) => {
    ends.stop = resolve;
  });
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      ends.stop('asked');
    });
  }
  process.on('unhandledRejection', (fault) => log.error('A promise failed that nobody waited for', faultFields(fault)));
  process.on('uncaughtException', (fault) => {
    log.error('Something failed that nobody caught: stopping', faultFields(fault));
    ends.stop('fault');
  });
  return { reason, stop: (why) => ends.stop(why) };
}
