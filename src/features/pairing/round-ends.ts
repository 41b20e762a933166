// Closes a round when the first fortnight of the next one begins. Until then its pairs finish properly, beside the matches of the new round.
import { Temporal } from 'temporal-polyfill';
import { at, earliest, isBefore, stamp } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Stream } from '../../platform/schedule/stream.ts';
import type { Tools } from '../../platform/tools.ts';
import * as programmes from '../founding/programmes.ts';
import * as pairs from './pairs.ts';
import * as rematches from './rematching/rematches.ts';
import * as rounds from './rounds.ts';

/** Why a pair ended whose time was over. */
const BECAUSE = 'next-round';

/** The day on which a round ends is days ahead when the next one goes out. */
const BETWEEN_LOOKS = 15;

export const roundEnds: Stream = { name: 'round-end', run, minutes: BETWEEN_LOOKS };

async function run(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const nexts: Temporal.Instant[] = [];
  for (const { id, programme, next_begins_on } of await rounds.outrun(tools.db, tools.workspace)) {
    const zone = (await programmes.find(tools.db, tools.workspace, programme))?.timeZone ?? 'UTC';
    const due = at(Temporal.PlainDate.from(next_begins_on), '00:00', zone);
    if (isBefore(now, due)) nexts.push(due);
    else await close(tools, id, now);
  }
  return earliest(...nexts);
}

/** Looked at once more inside the transaction: the next round may have been taken back in this moment. */
async function close(tools: Tools, id: string, now: Temporal.Instant): Promise<void> {
  await transact(tools.db, async (tx) => {
    const outrun = await rounds.outrun(tx, tools.workspace);
    if (!outrun.some((round) => round.id === id)) return;
    await pairs.endAll(tx, id, stamp(now), BECAUSE);
    await rematches.settleAll(tx, id, 'round-over', stamp(now));
    await rounds.close(tx, id, stamp(now));
  });
}
