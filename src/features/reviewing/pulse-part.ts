// What Home shows of the pulses: those a leader may answer now, and what the group said last.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { sayDay } from '../../platform/clock.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Place } from '../coaching/places.ts';
import { homeBlocks, type PulseAtHome } from './home-view.ts';
import * as results from './results.ts';
import { openTo } from './standing.ts';
import * as whoAnswered from './who-answered.ts';

/** The pulses' part of Home; nothing where there is nothing to answer and nothing to read. */
export async function pulsePart(
  { db, content }: Pick<Tools, 'db' | 'content'>,
  { programme, leader }: Place,
  now: Temporal.Instant,
): Promise<KnownBlock[]> {
  const open: PulseAtHome[] = [];
  for (const { pulse, days, author } of await openTo(db, programme, leader, now)) {
    const answered = (await whoAnswered.momentsOf(db, author)).has(pulse);
    open.push({ pulse, pair: author.pair, answered, until: sayDay(days.closes.subtract({ days: 1 })) });
  }
  const [latest] = (await results.ofLeader(db, leader.id)).filter((each) => each.report !== 'then-and-now' && each.statements.length > 0);
  return homeBlocks(content, {
    open,
    ...(latest && { latest: { id: latest.id, report: latest.report, changed: latest.change !== undefined } }),
  });
}
