// Time closes pulses: each on its day, on the programme's clock.
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

export const pulseClosings: Stream = { name: PULSES, run };

async function run(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
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
