// What waits for an organiser on their Home: the last pulse that closed, to read, and the one thing to change that is still to be written.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../platform/clock.ts';
import type { Db } from '../../platform/tools.ts';
import type { Pulse } from './plan.ts';
import * as results from './results.ts';

/** What lies longer back is not news. */
const NEWS = { hours: 24 * 28 };

export interface ResultToSee {
  id: string;
  pulse: Pulse;
  replied: number;
  asked: number;
  /** Whether what will change because of it is still to be written. */
  toWrite: boolean;
}

/** The newest result of a programme of which something may be said, as long as it is news. */
export async function resultToSee(db: Db, programme: string, now: Temporal.Instant): Promise<ResultToSee | undefined> {
  const all = await results.ofProgramme(db, programme);
  const latest = all.find((each) => each.report !== 'then-and-now' && each.statements.length > 0);
  if (!latest || latest.report === 'then-and-now' || isBefore(instantOf(latest.closedAt).add(NEWS), now)) return undefined;
  const { id, report, replied, asked, change } = latest;
  return { id, pulse: report, replied, asked, toWrite: report === 'half' && change === undefined };
}
