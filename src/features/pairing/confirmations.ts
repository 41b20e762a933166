// After three working days silence means yes: the shared spaces that are still closed open, and the channel hears of the round.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import { transact } from '../../platform/db/transact.ts';
import { claim } from '../../platform/schedule/occurrences.ts';
import type { Stream } from '../../platform/schedule/stream.ts';
import type { Tools } from '../../platform/tools.ts';
import * as programmes from '../founding/programmes.ts';
import * as pairs from './pairs.ts';
import * as rounds from './rounds.ts';
import { openSpaces } from './spaces.ts';
import { agreed, announceRound } from './tell.ts';

const STREAM = 'confirm';

/** The day on which silence means yes is days ahead when a round goes out. */
const BETWEEN_LOOKS = 15;

export const confirmations: Stream = { name: STREAM, run, minutes: BETWEEN_LOOKS };

async function run(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const nexts: Temporal.Instant[] = [];
  for (const round of await rounds.unannounced(tools.db, tools.workspace)) {
    const dueAt = instantOf(round.confirm_by);
    if (isBefore(now, dueAt)) nexts.push(dueAt);
    else await confirm(tools, round, now);
  }
  return earliest(...nexts);
}

/** Opens and announces; a pair in which someone has asked for another match waits for it. */
async function confirm(tools: Tools, { id, confirm_by }: RoundTable, now: Temporal.Instant): Promise<void> {
  await transact(tools.db, async (tx) => {
    const round = await rounds.byId(tx, id);
    const programme = round && (await programmes.find(tx, tools.workspace, round.programme));
    const over = !round || round.undone_at !== null || round.closed_at !== null || round.announced_at !== null;
    if (over || !programme) return;
    const occurrence = { programme: programme.id, stream: STREAM, subject: id, period: String(round.number) };
    await claim(tools, tx, { ...occurrence, dueAt: instantOf(confirm_by), outcome: 'done' }, now);
    const groups = await pairs.ofRound(tx, id);
    await openSpaces(tools, tx, { groups: groups.filter(agreed), pace: 'polite' }, now);
    await announceRound(tools, tx, { programme, round, groups }, now);
  });
  tools.knock();
}
