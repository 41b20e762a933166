// Time closes pulses: each on its day, on the programme's clock. Nothing can be answered from that day on, whenever it is looked at; so it is looked
// at now and then, and not at every knock.
import type { Temporal } from 'temporal-polyfill';
import { earliest, isBefore } from '../../platform/clock.ts';
import type { Stream } from '../../platform/schedule/stream.ts';
import type { Tools } from '../../platform/tools.ts';
import * as programmes from '../founding/programmes.ts';
import * as answers from './answers.ts';
import { closePulse, closesAt, passOver } from './close-pulse.ts';
import { stateOn } from './plan.ts';
import { PULSES, unsettled } from './standing.ts';
import * as whoAnswered from './who-answered.ts';

/** A new round or a pause week may move a day; that is seen at the latest after so long. */
const BETWEEN_LOOKS = 15;

export const pulseClosings: Stream = { name: PULSES, run: look, minutes: BETWEEN_LOOKS };

async function look(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  if ((await whoAnswered.inUndone(tools.db, tools.workspace)) > 0) await answers.forgetUndone(tools.db, tools.workspace);
  let next: Temporal.Instant | undefined;
  for (const programme of await programmes.all(tools.db, tools.workspace)) {
    for (const standing of await unsettled(tools.db, programme)) {
      const closes = closesAt(standing);
      if (isBefore(now, closes)) next = earliest(next, closes);
      else if (stateOn(standing.days, standing.days.closes) === 'never') await passOver(tools, standing, now);
      else await closePulse(tools, standing, now);
    }
  }
  return next;
}
