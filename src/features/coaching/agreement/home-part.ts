// "Our agreement" on the Home tab: how far it is, and the button that opens it.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../platform/tools.ts';
import type { Place } from '../places.ts';
import { open } from './see-agreement.ts';
import { homeBlocks } from './views.ts';

/** The part of one programme, without its header; nothing for who has no partner. */
export async function agreementPart(
  tools: Pick<Tools, 'db' | 'workspace' | 'content' | 'vault'>,
  { programme, leader, match }: Place,
  now: Temporal.Instant,
): Promise<KnownBlock[]> {
  if (!match) return [];
  const standing = await open(tools, tools.db, { pair: match.pair, leader, fortnight: match.fortnight }, now);
  return homeBlocks(tools.content, standing, programme.id);
}
