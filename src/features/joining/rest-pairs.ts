// Makes the clocks of pairs follow who is there. While fewer than two of a pair's people are there, its clock stands still, from the day after somebody
// paused to the day before they are back: the day on which they pause still counts, and they go on in the fortnight they left. A trio goes on as long
// as two are there.
import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../platform/clock.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import type { Leader } from './leaders.ts';
import * as pairRests from './pair-rests.ts';
import { peopleIn, standingPairsOf } from './partners.ts';
import { standsStill } from './plan.ts';

/** After a leader paused, changed the day or came back: for every pair they are in. In the transaction of that change; twice is once. */
export async function restPairsOf(
  tools: Pick<Tools, 'workspace' | 'newId'>,
  tx: Tx,
  { id, timeZone }: Pick<Leader, 'id' | 'timeZone'>,
  now: Temporal.Instant,
): Promise<void> {
  const today = dayOf(now, timeZone);
  for (const { pair } of await standingPairsOf(tx, id)) await restPair(tools, tx, { pair, today }, now);
}

/** After somebody joined a pair or left it, as seen on `today`. */
export async function restPair(
  tools: Pick<Tools, 'workspace' | 'newId'>,
  tx: Tx,
  { pair, today }: { pair: string; today: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<void> {
  const still = standsStill(await peopleIn(tx, pair), today);
  if (!still) return pairRests.end(tx, pair, today);
  const tomorrow = today.add({ days: 1 });
  await pairRests.forgetFrom(tx, pair, tomorrow);
  const { to, waitsFor: leader } = still;
  if (await pairRests.prolong(tx, pair, today, { to, leader })) return;
  if (to.since(tomorrow).days >= 0) await pairRests.add(tools, tx, { pair, leader, from: tomorrow, to, because: 'paused' }, now);
}
