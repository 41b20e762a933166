// Whether the turn timer of a meeting can be started, or runs: it runs as long as one of its lines is still waiting to be said.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../../platform/clock.ts';
import { isWaitingUnder } from '../../../platform/outbox/placed.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { aboutOf, meetingOf, type OurPair, usualLength } from './our-pair.ts';
import { type MeetingPlan, planFor } from './plan.ts';

/** From a quarter of an hour before a meeting; long after it nobody starts one. */
const EARLY = { minutes: 15 };

/** Which plan the meeting of `fortnight` follows. */
export function planOf(ours: OurPair, fortnight: number): MeetingPlan {
  return planFor(aboutOf(ours, fortnight), meetingOf(ours, fortnight)?.minutes ?? usualLength(ours, fortnight));
}

/** The beginning of the keys of all that the timer says. */
export function timerKey(pair: string, fortnight: number): string {
  return `timer:${pair}:${fortnight}`;
}

/** Missing where there is nothing to time: the meeting is not near, and the bot knows its time. */
export async function timerState(
  { workspace }: Pick<Tools, 'workspace'>,
  db: Db | Tx,
  { ours, fortnight }: { ours: OurPair; fortnight: number },
  now: Temporal.Instant,
): Promise<'stopped' | 'running' | undefined> {
  if (await isWaitingUnder(db, workspace, timerKey(ours.pair.id, fortnight))) return 'running';
  const meeting = meetingOf(ours, fortnight);
  if (meeting?.state === 'arranged') return 'stopped';
  if (meeting?.state !== 'booked' || !meeting.startsAt) return undefined;
  const start = instantOf(meeting.startsAt);
  const near = !isBefore(now, start.subtract(EARLY)) && isBefore(now, start.add({ minutes: meeting.minutes * 2 }));
  return near ? 'stopped' : undefined;
}
