// Cards that have been sent, drawn anew where they stand: when sharing is given or taken back, and when a meeting has another time, so that only one
// card at a time says when a pair meets. A card that cannot be changed is left; Home is right in any case.
import type { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../../platform/clock.ts';
import { type Placed, standingUnder } from '../../../platform/outbox/placed.ts';
import { settled } from '../../../platform/schedule/occurrences.ts';
import type { Tools } from '../../../platform/tools.ts';
import { cardMember, wordKey } from './announce.ts';
import { CARD, type CardMember, cardFacts, cardKey, cardPeriod } from './card-facts.ts';
import { cardMessage } from './card-view.ts';
import { meetingMessage } from './letters.ts';
import { toldMessage } from './meeting-view.ts';
import type { Booked, Meeting } from './meetings.ts';
import { isBooked } from './meetings.ts';
import { aboutOf, type OurPair, ourPair } from './our-pair.ts';

/** Draws every card of the pair anew, as what is shared now says. `user` is one of those in it. */
export async function redrawCards(tools: Tools, { user, pair }: { user: string; pair: string }, now: Temporal.Instant): Promise<void> {
  const ours = await ourPair(tools, { user, pair }, now);
  for (const meeting of ours?.meetings ?? []) {
    if (!ours || !isBooked(meeting)) continue;
    for (const { placed, withBooking } of await cardsOf(tools, ours, meeting)) {
      const body = await drawn(tools, { ours, meeting, placed, withBooking });
      await tools.slack.updateMessage(placed.channel, placed.ts, body);
    }
  }
}

/** Says on the cards of an earlier time that it is not the one any more. */
export async function retireCards(tools: Tools, ours: OurPair, before: Meeting): Promise<void> {
  const gone = toldMessage(tools.content, { id: 'coaching.meeting.card.gone' });
  for (const { placed } of await cardsOf(tools, ours, before)) await tools.slack.updateMessage(placed.channel, placed.ts, gone);
}

interface Card {
  placed: Placed;
  /** It came as part of the word that a time was fixed. */
  withBooking: boolean;
}

async function cardsOf({ db, workspace }: Tools, { programme, match }: OurPair, meeting: Meeting): Promise<Card[]> {
  const occurrence = { programme: programme.id, stream: CARD, subject: meeting.pair, period: cardPeriod(match.round, meeting) };
  const withBooking = (await settled(db, occurrence))?.reason === 'with-booking';
  const placed = await standingUnder(db, workspace, withBooking ? wordKey(meeting) : cardKey(meeting));
  return placed.map((each) => ({ placed: each, withBooking }));
}

async function drawn(tools: Tools, { ours, meeting, placed, withBooking }: Card & { ours: OurPair; meeting: Booked }) {
  const members = ours.members.map(cardMember);
  const readers = readersOf(ours, members, placed);
  const agree = aboutOf(ours, meeting.fortnight).first;
  const card = await cardFacts(tools, tools.db, { meeting, at: instantOf(meeting.startsAt), members, readers, agree });
  return withBooking
    ? meetingMessage(tools.content, { meeting, members, readers, change: 'booked', card, agree })
    : cardMessage(tools.content, card);
}

/** One alone where it stands in their own conversation, everyone where they read it together. */
function readersOf(ours: OurPair, members: readonly CardMember[], { user }: Placed): readonly CardMember[] {
  const alone = ours.members.find((member) => member.user === user);
  return alone ? [cardMember(alone)] : members;
}
