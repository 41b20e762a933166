// Questions that somebody was asked in a message and has not answered: on Home with the same buttons, so that a message that was overlooked
// loses nothing. Whether they would take in a third; whether their pair should have two more weeks; whether they carry on.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../platform/clock.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { settled } from '../../platform/schedule/occurrences.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Match, Place } from '../coaching/places.ts';
import { quietMessage } from '../coaching/quiet-view.ts';
import * as quiets from '../coaching/quiets.ts';
import { longerQuestion } from '../pairing/longer-views.ts';
import { thirdQuestion } from '../pairing/rematching/letters.ts';

type Asking = Pick<Tools, 'db' | 'workspace' | 'content'>;

/** As many days as `pairing/longer.ts` asks for. */
const LONGER_DAYS = 14;

/** The open questions of one programme, each as in its message but for the line at its foot. */
export async function questionsPart(tools: Asking, place: Place, now: Temporal.Instant): Promise<KnownBlock[]> {
  const { match, leader, programme } = place;
  if (!match) return [];
  const asked = (await quiets.unansweredIn(tools.db, match.round.id)).some((each) => each.leader === leader.id);
  const quiet = asked ? [quietMessage(tools.content, programme)] : [];
  const bodies = [...quiet, ...(await aboutThird(tools, place, match)), ...(await aboutLonger(tools, place, match, now))];
  return bodies.flatMap(withoutFoot);
}

function withoutFoot({ blocks }: Body): KnownBlock[] {
  return blocks.filter(({ type }) => type !== 'context');
}

async function aboutThird({ db, content }: Asking, { leader }: Place, { partners }: Match): Promise<Body[]> {
  const asks = await db
    .selectFrom('third_ask')
    .innerJoin('rematch', 'rematch.id', 'third_ask.rematch')
    .innerJoin('leader', 'leader.id', 'rematch.leader')
    .innerJoin('pair', 'pair.id', 'third_ask.pair')
    .select(['third_ask.rematch', 'third_ask.pair', 'leader.name', 'leader.function'])
    .where('third_ask.leader', '=', leader.id)
    .where('third_ask.answer', 'is', null)
    .where('rematch.settled_at', 'is', null)
    .where('pair.ended_at', 'is', null)
    .execute();
  const [partner] = partners;
  if (!partner) return [];
  return asks.map(({ rematch, pair, ...third }) => thirdQuestion(content, { third, partner, value: `${rematch} ${pair}` }));
}

async function aboutLonger({ db, content }: Asking, { programme, leader }: Place, { pair }: Match, now: Temporal.Instant): Promise<Body[]> {
  const said = async (of: string) => settled(db, { programme: programme.id, stream: 'longer', subject: pair.id, period: of });
  if (await said(leader.id)) return [];
  const answers = await Promise.all(pair.members.filter((each) => each.leader !== leader.id).map((each) => said(each.leader)));
  const partner = pair.members.filter((each) => each.leader !== leader.id)[answers.findIndex((answer) => answer !== undefined)];
  if (!partner || answers.some((answer) => answer?.reason === 'no')) return [];
  const until = dayOf(now, programme.timeZone).add({ days: LONGER_DAYS });
  return [longerQuestion(content, { pair: pair.id, partner, until })];
}
