// Forums on the Home tab, below the next meeting: one's own places, and how many are open.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../platform/tools.ts';
import type { Place } from '../../coaching/places.ts';
import { homeBlocks } from './home-view.ts';
import { lookAtAll } from './look.ts';

/** The part of one programme, without a header of its own. */
export async function forumsPart(
  tools: Pick<Tools, 'db' | 'content'>,
  { programme, leader }: Place,
  now: Temporal.Instant,
): Promise<KnownBlock[]> {
  const who = { user: leader.user, programme, leader, organiser: false, zone: leader.timeZone };
  return homeBlocks(tools.content, { programme: programme.id, forums: await lookAtAll(tools.db, who, now) });
}
