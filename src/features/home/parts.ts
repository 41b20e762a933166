// What the rooms before this one draw of a programme on somebody's Home tab. A part that cannot be drawn is left out and told to the operator:
// the rest of Home is worth more than none.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { faultFields } from '../../platform/log.ts';
import type { Tools } from '../../platform/tools.ts';
import { agreementPart } from '../coaching/agreement/home-part.ts';
import { checkinsPart } from '../coaching/checkins/home-part.ts';
import { meetingsPart } from '../coaching/meetings/home-part.ts';
import type { Place } from '../coaching/places.ts';
import { choosingPart } from '../pairing/choosing/home-part.ts';
import { reviewingPart } from '../reviewing/home-part.ts';
import type { Parts } from './facts.ts';
import { questionsPart } from './questions.ts';

/** All parts of one programme. */
export async function partsOf(tools: Tools, place: Place, now: Temporal.Instant): Promise<Parts> {
  const drawn = async (part: (tools: Tools, place: Place, now: Temporal.Instant) => Promise<KnownBlock[]>): Promise<KnownBlock[]> => {
    try {
      return await part(tools, place, now);
    } catch (fault) {
      tools.log.error('A part of Home could not be drawn', faultFields(fault));
      return [];
    }
  };
  return {
    questions: [...(await drawn(questionsPart)), ...(await drawn(choosingPart))],
    meeting: await drawn(meetingsPart),
    review: await drawn(reviewingPart),
    commitments: await drawn(checkinsPart),
    agreement: await drawn(agreementPart),
  };
}
