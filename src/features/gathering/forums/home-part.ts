// Forums on the Home tab, below the next meeting: one's own places, and how many are open.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../platform/tools.ts';
import type { Place } from '../../coaching/places.ts';
import { openForums } from './forums.ts';
import { homeBlocks, MOST_LINES } from './home-view.ts';
import { lookAt } from './look.ts';
import { signedUpBy } from './own-seats.ts';

/** The part of one programme, without a header of its own. */
export async function forumsPart(
  tools: Pick<Tools, 'db' | 'content'>,
  { programme, leader }: Place,
  now: Temporal.Instant,
): Promise<KnownBlock[]> {
  const who = { user: leader.user, programme, leader, organiser: false, zone: leader.timeZone };
  const open = await openForums(tools.db, programme, now);
  const signed = new Set(open.length === 0 ? [] : (await signedUpBy(tools.db, programme.workspace, leader.user)).map(({ id }) => id));
  const own = open.filter(({ id }) => signed.has(id)).slice(0, MOST_LINES);
  return homeBlocks(tools.content, { programme: programme.id, own: await lookAt(tools.db, own, who), count: open.length });
}
