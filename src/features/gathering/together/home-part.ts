// The gathering on a leader's Home, within "Next meeting": until it is over.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../platform/tools.ts';
import type { Place } from '../../coaching/places.ts';
import type { Programme } from '../../founding/programmes.ts';
import type { Leader } from '../../joining/leaders.ts';
import { answerOf } from './answers.ts';
import { gatheringBlocks, type LeaderSees } from './leader-views.ts';
import { aheadIn } from './occasion.ts';

/** The part of one programme, without its header; nothing where no gathering lies ahead. */
export async function togetherPart(
  tools: Pick<Tools, 'db' | 'content'>,
  { programme, leader }: Place,
  now: Temporal.Instant,
): Promise<KnownBlock[]> {
  const seen = await seenBy(tools, { programme, leader }, now);
  return seen ? gatheringBlocks(tools.content, seen) : [];
}

/** The gathering that a leader can look forward to, with what they have said of it. */
export async function seenBy(
  { db }: Pick<Tools, 'db'>,
  { programme, leader }: { programme: Programme; leader: Leader },
  now: Temporal.Instant,
): Promise<LeaderSees | undefined> {
  const [next] = await aheadIn(db, programme, now);
  const said = next && (await answerOf(db, next.id, leader.id));
  return next && sees(programme, leader, next, said);
}

export function sees(
  programme: Pick<Programme, 'name' | 'timeZone'>,
  leader: Pick<Leader, 'timeZone'>,
  { id, startsAt, place }: Pick<LeaderSees, 'id' | 'startsAt' | 'place'>,
  said?: LeaderSees['said'],
): LeaderSees {
  return { id, startsAt, place, zone: programme.timeZone, programme: programme.name, own: leader.timeZone, ...(said && { said }) };
}
