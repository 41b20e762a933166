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
  askAt: Temporal.Instant;
  /** Slack has been asked, and did not answer. */
  isAway: boolean;
}

/** Between two questions: a second for each minute that it has been away, within these. */
const LEAST_SECONDS = 3;
const MOST_SECONDS = 15;

/** When Slack is to be asked whether it is there; nothing where there is no doubt, or where all posting waits for another reason. */
export async function askDoorAt({ tools, memory }: Office, paused: pauses.Pause | undefined, now: Temporal.Instant) {
  const { doubt } = memory;
  if (!doubt || (paused && paused.reason !== doubt.reason)) return undefined;
  const isPatient = paused && isBefore(doubt.askAt, paused.until) && !(await isWaitedFor(tools.db, tools.workspace, now));
  return isPatient ? paused.until : doubt.askAt;
}

/** Asks. Where it answers after all that time, the letters go on at once; where it answers at the first question, they wait as they would have. */
export async function askDoor({ tools, poster, memory }: Office): Promise<void> {
  const { doubt } = memory;
  if (!doubt) return;
  const isThere = await poster.isThere();
  const now = tools.now();
  if (!isThere) {
    const seconds = Math.min(Math.max(doubt.since.until(now).total('minutes'), LEAST_SECONDS), MOST_SECONDS);
    memory.doubt = { ...doubt, isAway: true, askAt: now.add({ milliseconds: Math.round(seconds * 1000) }) };
    return;
  }
  if (doubt.isAway) {
    memory.stumbles = 0;
    await pauses.end(tools.db, tools.workspace, { lane: 'post', reason: doubt.reason });
  }
  memory.doubt = undefined;
}
