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
import { forumsPart } from '../gathering/forums/home-part.ts';
import { teamsPart, teamsPartOf } from '../gathering/teams/home-part.ts';
import { togetherPart } from '../gathering/together/home-part.ts';
import { choosingPart } from '../pairing/choosing/home-part.ts';
import { reviewingPart } from '../reviewing/home-part.ts';
import type { Parts } from './facts.ts';
import { questionsPart } from './questions.ts';

/** All parts of one programme. */
export async function partsOf(tools: Tools, place: Place, now: Temporal.Instant): Promise<Parts> {
  const drawn = (part: (tools: Tools, place: Place, now: Temporal.Instant) => Promise<KnownBlock[]>): Promise<KnownBlock[]> =>
    orNothing(tools, () => part(tools, place, now));
  return {
    questions: [...(await drawn(questionsPart)), ...(await drawn(choosingPart))],
    meeting: await drawn(meetingsPart),
    gathering: await drawn(togetherPart),
    forums: await drawn(forumsPart),
    team: await drawn(teamsPart),
    review: await drawn(reviewingPart),
    commitments: await drawn(checkinsPart),
    agreement: await drawn(agreementPart),
  };
}

/** What somebody sees of teams, whatever they take part in: the one that they host, or how to begin; and those that they were asked into. */
export async function teamOf(
  tools: Tools,
  { user, parts }: { user: string; parts: Iterable<Pick<Parts, 'team'>> },
  now: Temporal.Instant,
): Promise<readonly KnownBlock[]> {
  const [own = []] = [...parts].map(({ team }) => team).filter((team) => team.length > 0);
  return [...own, ...(await orNothing(tools, () => teamsPartOf(tools, user, now)))];
}

async function orNothing({ log }: Pick<Tools, 'log'>, draw: () => Promise<KnownBlock[]>): Promise<KnownBlock[]> {
  try {
    return await draw();
  } catch (fault) {
    log.error('A part of Home could not be drawn', faultFields(fault));
    return [];
  }
}
