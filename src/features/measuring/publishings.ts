// Time publishes reports: half way when the pulse half way has closed, and at the end when the closing pulse has, or when the next round has begun
// before it could open. A round that ends before it was half way has one report, at its end.
import type { Temporal } from 'temporal-polyfill';
import type { Stream } from '../../platform/schedule/stream.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import * as rounds from '../pairing/rounds.ts';
import * as pulses from './closed-pulses.ts';
import type { Moment } from './figures.ts';
import { publish } from './publish.ts';

/** Nobody waits for a report before the next morning. */
const BETWEEN_LOOKS = 15;

export const reportPublishings: Stream = { name: 'report', run: look, minutes: BETWEEN_LOOKS };

async function look(tools: Tools, now: Temporal.Instant): Promise<undefined> {
  for (const due of await pulses.unreported(tools.db, tools.workspace)) {
    const programme = await programmes.find(tools.db, tools.workspace, due.programme);
    if (programme) await publishOf(tools, { programme, round: due.round, moment: due.moment }, now);
  }
  return undefined;
}

async function publishOf(
  tools: Tools,
  { programme, round: id, moment }: { programme: Programme; round: string; moment: Moment },
  now: Temporal.Instant,
): Promise<void> {
  const round = await rounds.byId(tools.db, id);
  if (round && round.undone_at === null) await publish(tools, { programme, round, moment }, now);
}
