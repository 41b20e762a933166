// Whether Slack is there. After a request of which nobody knows how it ended it is asked something that does nothing, before another letter is risked: while
// Slack is away none comes into doubt, and once it is back what somebody waits for goes within seconds.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../clock.ts';
import { isWaitedFor } from './hurry.ts';
import * as pauses from './lane-pauses.ts';
import type { Office } from './office.ts';

/** Kept from the first request that failed until Slack has answered something. */
export interface Doubt {
  reason: string;
  since: Temporal.Instant;
  /** When Slack was asked last and did not answer; nothing while it has not been asked. */
  awayAt?: Temporal.Instant;
}

/** Between two questions: as long again as it has been away, within these. */
const LEAST_SECONDS = 3;
const MOST_SECONDS = 300;
/** Where somebody waits: a second for each minute that it has been away, within the least and this. */
const MOST_WAITING = 15;

/** When Slack is to be asked whether it is there; nothing where there is no doubt, or where all posting waits for another reason. */
export async function askDoorAt({ tools, memory }: Office, paused: pauses.Pause | undefined, now: Temporal.Instant) {
  const { doubt } = memory;
  if (!doubt || (paused && paused.reason !== doubt.reason)) return undefined;
  const isAwaited = await isWaitedFor(tools.db, tools.workspace, now);
  const asksAt = doubt.awayAt ? doubt.awayAt.add({ seconds: patience(doubt.since.until(doubt.awayAt), isAwaited) }) : doubt.since;
  return paused && !isAwaited && isBefore(asksAt, paused.until) ? paused.until : asksAt;
}

/** In whole seconds. */
function patience(away: Temporal.Duration, isAwaited: boolean): number {
  const [wish, most] = isAwaited ? [away.total('minutes'), MOST_WAITING] : [away.total('seconds'), MOST_SECONDS];
  return Math.round(Math.min(Math.max(wish, LEAST_SECONDS), most));
}

/** Asks. Where it answers after all that time, the letters go on at once; where it answers at the first question, they wait as they would have. */
export async function askDoor({ tools, poster, memory }: Office): Promise<void> {
  const { doubt } = memory;
  if (!doubt) return;
  const isThere = await poster.isThere();
  const now = tools.now();
  if (!isThere) {
    memory.doubt = { ...doubt, awayAt: now };
    return;
  }
  if (doubt.awayAt) {
    memory.stumbles = 0;
    await pauses.end(tools.db, tools.workspace, { lane: 'post', reason: doubt.reason });
  }
  memory.doubt = undefined;
}
