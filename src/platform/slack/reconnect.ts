// Putting a line up, and up again when it fell: a few times while the program starts, for as long as it takes after that, with pauses that grow.
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.ts';

const LONGEST_PAUSE_MS = 30_000;
const FIRST_REPEATS = 3;

export interface Line {
  state: 'closed' | 'connecting' | 'open';
  /** How often it fell, or could not be put up, since it last stood for a while. */
  falls: number;
  dial: () => Promise<Dialled>;
}

/** Connected; or not, and whether it can be of use to try again. */
export type Dialled = { ok: true; value: undefined } | { ok: false; error: string; mayPass: boolean };

/** A moment of trouble while the program starts is not a reason to give up; a token that Slack refuses is. */
export async function dialAtFirst(line: Line): Promise<Dialled> {
  let dialled = await line.dial();
  for (let tries = 0; tries < FIRST_REPEATS && !dialled.ok && dialled.mayPass; tries += 1) {
    await pause(250 * 2 ** tries);
    dialled = await line.dial();
  }
  return dialled;
}

/** At once after a first fall; a line that keeps falling is left alone for longer and longer. */
export async function reconnect(line: Line, log: Log): Promise<void> {
  while (line.state === 'connecting') {
    if (line.falls > 0) await pause(Math.min(250 * 2 ** line.falls, LONGEST_PAUSE_MS), undefined, { ref: false });
    line.falls += 1;
    if (line.state !== 'connecting') return;
    const dialled = await line.dial();
    if (dialled.ok) line.state = 'open';
    else log.warn('Slack cannot be reached: trying again', { code: dialled.error, attempt: line.falls });
  }
}

export async function steadied(line: Line, afterMs: number): Promise<void> {
  const { falls } = line;
  await pause(afterMs, undefined, { ref: false });
  if (line.state === 'open' && line.falls === falls) line.falls = 0;
}
