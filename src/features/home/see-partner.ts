// `partner`: who it is and why, the next meeting, the agreement, and where the two talk.
import type { Temporal } from 'temporal-polyfill';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import * as places from '../coaching/places.ts';
import type { Programme } from '../founding/programmes.ts';
import * as leaders from '../joining/leaders.ts';
import { partnerOf } from '../pairing/partner.ts';
import { partnerAnswer } from '../pairing/partner-view.ts';
import { partsOf } from './parts.ts';
import { partnerShown } from './status-view.ts';

/** The partner of `user` in this programme, with all that the two have fixed. */
export async function seePartner(tools: Tools, user: string, programme: Programme, now: Temporal.Instant): Promise<Answer> {
  const answer = partnerAnswer(tools.content, programme, await partnerOf(tools, programme, user), now);
  const leader = await leaders.find(tools.db, programme.id, user);
  if (!leader || leader.leftAt !== null) return answer;
  return partnerShown(answer, await partsOf(tools, await places.ofLeader(tools.db, programme, leader, now), now));
}
