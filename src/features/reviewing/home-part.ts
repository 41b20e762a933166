// This room's part of the Home tab, without its header: the pulses, then what the end of the round asks for.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../platform/tools.ts';
import type { Place } from '../coaching/places.ts';
import { closingPart } from './closing/home-part.ts';
import { pulsePart } from './pulse-part.ts';

type Seeing = Pick<Tools, 'db' | 'workspace' | 'content' | 'vault'>;

/** What Home shows of this room to the leader in `place`. */
export async function reviewingPart(tools: Seeing, place: Place, now: Temporal.Instant): Promise<KnownBlock[]> {
  return [...(await pulsePart(tools, place, now)), ...(await closingPart(tools, place, now))];
}
