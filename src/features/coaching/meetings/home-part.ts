import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../platform/tools.ts';
import type { Place } from '../places.ts';

export async function meetingsPart(
  _tools: Pick<Tools, 'db' | 'workspace' | 'content' | 'vault'>,
  _place: Place,
  _now: Temporal.Instant,
): Promise<KnownBlock[]> {
  return [];
}
