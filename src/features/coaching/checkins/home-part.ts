// "My commitments" on the Home tab: a leader's own open ones with what may be done about each, and what their partners have shared with them.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../platform/tools.ts';
import type { Place } from '../places.ts';
import { homeBlocks } from './home-view.ts';
import { sharedWith, shownIn } from './open.ts';
import { ofPlace } from './see-commitments.ts';

/** The part of one programme, without its header; nothing for who has no partner. */
export async function checkinsPart(
  tools: Pick<Tools, 'db' | 'workspace' | 'content' | 'vault' | 'log'>,
  place: Place,
  _now: Temporal.Instant,
): Promise<KnownBlock[]> {
  const { match, programme, leader } = place;
  if (!match) return [];
  const own = await ofPlace(tools, place, false);
  const shared = await sharedWith(tools, tools.db, match.pair.id, leader.id);
  const theirs = typeof match.fortnight === 'number' ? shownIn(shared, match.fortnight) : [];
  return homeBlocks(tools.content, { programme: programme.id, own, theirs, running: typeof match.fortnight === 'number' });
}
