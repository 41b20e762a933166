// `partner`: who it is and why, the next meeting, the agreement, where the two talk, and what the partner has handed on.
import type { Temporal } from 'temporal-polyfill';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import * as places from '../coaching/places.ts';
import type { Programme } from '../founding/programmes.ts';
import * as leaders from '../joining/leaders.ts';
import { choosingPart } from '../pairing/choosing/home-part.ts';
import { partnerOf } from '../pairing/partner.ts';
import { partnerAnswer } from '../pairing/partner-view.ts';
import { partnerWordsPart } from '../reviewing/closing/home-part.ts';
import { partsOf } from './parts.ts';
import { partnerShown } from './status-view.ts';

/** The partner of `user` in this programme, with all that the two have fixed. */
export async function seePartner(tools: Tools, user: string, programme: Programme, now: Temporal.Instant): Promise<Answer> {
  const answer = partnerAnswer(tools.content, programme, await partnerOf(tools, programme, user), now);
  const leader = await leaders.find(tools.db, programme.id, user);
  if (!leader || leader.leftAt !== null) return answer;
  const place = await places.ofLeader(tools.db, programme, leader, now);
  const { text, blocks = [] } = partnerShown(answer, await partsOf(tools, place, now));
  return { text, blocks: [...blocks, ...(await partnerWordsPart(tools, place)), ...(await choosingPart(tools, place, now))] };
}
