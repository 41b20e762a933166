// What is kept of one leader's choosing, for their own eyes. Why something ended that was not theirs to end is nobody's to read off.
import type { Tools } from '../../../platform/tools.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { otherOf } from './chooser.ts';
import type { PartnerRequest } from './partner-requests.ts';
import * as partnerRequests from './partner-requests.ts';
import { wouldRatherNot } from './private-lists.ts';

export interface MyPartnerRequest {
  round: number;
  asked_by_me: boolean;
  other: string;
  asked: string;
  outcome: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed' | 'ended';
}

/** Everything they asked, and everything they were asked and were to know of. */
export async function ownPartnerRequests(tools: Pick<Tools, 'db' | 'vault'>, leader: Leader): Promise<MyPartnerRequest[]> {
  const found: MyPartnerRequest[] = [];
  for (const request of await partnerRequests.ofLeader(tools.db, leader.id)) {
    const [other] = await leaders.some(tools.db, [otherOf(request, leader.id)]);
    const mine = request.asker === leader.id;
    if (!other || (!mine && request.accepted_at === null && (await wouldRatherNot(tools, tools.db, leader, other)))) continue;
    found.push({ round: request.number, asked_by_me: mine, other: other.name, asked: request.asked_at, outcome: outcomeOf(request) });
  }
  return found;
}

const TOLD = ['declined', 'withdrawn', 'lapsed'] as const;

function outcomeOf({ accepted_at, ended_at, ended_because }: PartnerRequest): MyPartnerRequest['outcome'] {
  if (ended_at === null) return accepted_at === null ? 'open' : 'accepted';
  return TOLD.find((each) => each === ended_because) ?? 'ended';
}
