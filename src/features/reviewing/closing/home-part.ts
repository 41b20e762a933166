// The end of a round on the Home tab of one who takes part: the closing fortnight, the answer about the next round, and what new partners have
// handed on.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, sayDay } from '../../../platform/clock.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Match, Place } from '../../coaching/places.ts';
import { sayList } from '../../founding/words.ts';
import * as nextRounds from '../../joining/next-rounds.ts';
import * as rounds from '../../pairing/rounds.ts';
import { nextRoundOn } from './answer-next.ts';
import * as handOns from './hand-ons.ts';
import { carriedLine, closingBlocks, keeping, lastLookBack, nextBlocks, partnerWordsBlocks } from './home-views.ts';
import { KEPT_DAYS } from './keep-own.ts';
import * as keepsakes from './keepsakes.ts';
import { lastRoundOf, roundBefore } from './last-round.ts';
import * as lookBacks from './look-backs.ts';
import { partnersWithWords } from './partner-words.ts';
import { closingNow } from './place.ts';
import { seeClosing } from './see-closing.ts';

/** From this fortnight on the next round is spoken of. */
const NEXT_FROM = 10;

type Seeing = Pick<Tools, 'db' | 'workspace' | 'content'>;

/** The blocks, without a heading; none where nothing of this concerns the leader now. */
export async function closingPart(tools: Seeing, place: Place, now: Temporal.Instant): Promise<KnownBlock[]> {
  const { db, content } = tools;
  const closing = await closingNow(tools, db, place.leader, now);
  return [
    ...(closing ? closingBlocks(content, await seeClosing(tools, closing)) : await afterwards(tools, place, now)),
    ...(await aboutNext(tools, place, now)),
    ...(await partnerWordsPart(tools, place)),
    ...(await carriedOn(tools, place)),
  ];
}

/** What is left of the last round: the look back to read, and for a while the choice to keep it. */
async function afterwards({ db, content }: Seeing, { leader }: Place, now: Temporal.Instant): Promise<KnownBlock[]> {
  const last = await lastRoundOf(db, leader.id);
  if (!last) return [];
  const own = { round: last.round, leader: leader.id };
  const changeable = isBefore(now, instantOf(last.closedAt).add({ hours: 24 * KEPT_DAYS }));
  return [
    ...((await lookBacks.find(db, own)) ? [lastLookBack(content, last.pair)] : []),
    ...(changeable ? [keeping(content, { ...own, kept: await keepsakes.isKept(db, own) })] : []),
  ];
}

async function aboutNext({ db, content }: Seeing, { programme, leader, match }: Place, now: Temporal.Instant): Promise<KnownBlock[]> {
  if (!match || !isLate(match) || (await rounds.latest(db, programme.id))?.id !== match.round.id) return [];
  const answer = await nextRounds.answerOf(db, { round: match.round.id, leader: leader.id });
  const date = sayDay(await nextRoundOn(db, programme, now));
  return nextBlocks(content, { round: match.round.id, leader: leader.id, date, ...(answer && { answer }) });
}

function isLate({ fortnight }: Match): boolean {
  return fortnight === 'after' || (typeof fortnight === 'number' && fortnight >= NEXT_FROM);
}

/** What the partners of the newest pair have handed on to the leader, to be read in a form of its own; none where there is nothing. */
export async function partnerWordsPart({ db, content }: Seeing, { leader, match, next }: Place): Promise<KnownBlock[]> {
  const newest = next ?? match;
  if (!newest) return [];
  const names = await partnersWithWords(db, { pair: newest.pair.id, leader: leader.id });
  return names.length > 0 ? partnerWordsBlocks(content, { pair: newest.pair.id, names: sayList(names) }) : [];
}

/** Said once, while the first fortnight of the next round lasts. */
async function carriedOn({ db, content }: Seeing, { leader, match }: Place): Promise<KnownBlock[]> {
  if (match?.fortnight !== 1) return [];
  const before = await roundBefore(db, leader.id, match.round.number);
  const own = before ? await handOns.about(db, { round: before, leader: leader.id }) : [];
  return own.some(({ what, approvedAt }) => what === 'commitment' && approvedAt !== null) ? [carriedLine(content)] : [];
}
