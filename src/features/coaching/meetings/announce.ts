// Tells a pair what one of them has fixed, in its own conversation: at once where the others work now, else at the next moment that suits all, else
// to each alone. What was on its way about an earlier time is taken back.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../../platform/clock.ts';
import { fortnightsInRound } from '../../../platform/content/elements.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import { standingUnder, waitingUnder } from '../../../platform/outbox/placed.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { takeBack } from '../../joining/contacts.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as agreements from '../agreement/agreements.ts';
import { type CardMember, cardFacts, cardKey } from './card-facts.ts';
import { asideMessage, meetingMessage } from './letters.ts';
import type { Booked, Meeting } from './meetings.ts';
import { aboutOf, type OurPair, othersIn, readerOf, sitterOf } from './our-pair.ts';
import { howToTell, windowsFor } from './polite.ts';

/** How long word of a meeting that is not, or has no time, is still worth having. */
const WORTH = { hours: 7 * 24 };

/** Whether the others hear at once. */
export type Announced = 'now' | 'later';

export interface MeetingNews {
  ours: OurPair;
  meeting: Booked;
  change: 'booked' | 'moved';
  /** The card's hour is over: this message carries what stands on it. */
  withCard: boolean;
  /** What stood there before. */
  before?: Meeting;
}

/** A time has been fixed or moved. */
export async function announceMeeting(tools: Tools, tx: Tx, news: MeetingNews, now: Temporal.Instant): Promise<Announced> {
  const { ours, meeting, change, withCard, before } = news;
  const unheard = before ? await takeBackWord(tools, tx, before, now) : false;
  const { first } = aboutOf(ours, meeting.fortnight);
  // Asked with the first time they fix, and not again with every change of it.
  const asked = ours.meetings.some(({ id, startsAt }) => startsAt !== null && !(unheard && id === meeting.id));
  const agree = first && !asked && meeting.fortnight < fortnightsInRound && !(await agreements.ofPair(tx, ours.pair.id))?.completedAt;
  const members = ours.members.map(cardMember);
  const write = async (readers: readonly CardMember[]): Promise<Body> => {
    const at = instantOf(meeting.startsAt);
    const card = withCard ? await cardFacts(tools, tx, { meeting, at, members, readers, agree: first }) : undefined;
    // Whoever never heard of the first time need not hear that it moved.
    const words = { meeting, members, readers, change: unheard ? ('booked' as const) : change, agree, ...(card && { card }) };
    return meetingMessage(tools.content, words);
  };
  return tell(tools, tx, { ours, meeting, write, until: instantOf(meeting.startsAt), toActor: withCard }, now);
}

export interface AsideNews {
  ours: OurPair;
  meeting: Meeting;
  before: Meeting | undefined;
}

/** The meeting is cancelled, left out, or arranged elsewhere. Nothing where the others had not heard of a time that is cancelled. */
export async function announceAside(tools: Tools, tx: Tx, { ours, meeting, before }: AsideNews, now: Temporal.Instant): Promise<Announced> {
  const unheard = before ? await takeBackWord(tools, tx, before, now) : false;
  const to = meeting.state === 'booked' ? 'cancelled' : meeting.state;
  if (unheard && to === 'cancelled') return 'now';
  const who = ours.own.name;
  const write = async (readers: readonly CardMember[]) => asideMessage(tools.content, { meeting, to, who, readers });
  return tell(tools, tx, { ours, meeting, write, until: now.add(WORTH) }, now);
}

/** When the last of the others hears of what is done now, about a meeting at `start`. */
export function heardAt(ours: OurPair, start: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const sitters = othersIn(ours).map((other) => sitterOf(ours, other));
  const how = howToTell(sitterOf(ours, ours.own), sitters, now, start);
  if (how.to === 'group') return how.at;
  return how.at.reduce<Temporal.Instant>((last, each) => (each && isBefore(last, each) ? each : last), now);
}

interface Telling {
  ours: OurPair;
  meeting: Meeting;
  write: (readers: readonly CardMember[]) => Promise<Body>;
  /** From when on nobody needs it any more. */
  until: Temporal.Instant;
  /** Where each is told alone: whether whoever acts needs it too. */
  toActor?: boolean;
}

async function tell(tools: Tools, tx: Tx, { ours, meeting, write, until, toActor }: Telling, now: Temporal.Instant): Promise<Announced> {
  const others = othersIn(ours);
  const sitters = others.map((other) => sitterOf(ours, other));
  const actor = sitterOf(ours, ours.own);
  const how = howToTell(actor, sitters, now, until);
  const letter = { kind: 'meeting', priority: 1, expiresAt: until } as const;
  if (how.to === 'group') {
    const address = { to: 'group', users: ours.members.map(({ user }) => user) } as const;
    const body = await write(ours.members.map(cardMember));
    const soon = how.at.equals(now);
    const windows = windowsFor(soon ? sitters : [actor, ...sitters], now, until);
    await enqueue(tools, tx, { ...letter, key: wordKey(meeting), address, body, notBefore: how.at, windows }, now);
    return soon ? 'now' : 'later';
  }
  if (toActor) {
    const { user } = ours.own;
    const body = await write([cardMember(ours.own)]);
    await enqueue(tools, tx, { ...letter, key: `${wordKey(meeting)}:${user}`, address: { to: 'person', user }, body }, now);
  }
  for (const [index, other] of others.entries()) {
    const notBefore = how.at[index];
    const sitter = sitters[index];
    if (!notBefore || !sitter) continue;
    const address = { to: 'person', user: other.user } as const;
    const body = await write([cardMember(other)]);
    const windows = windowsFor([sitter], notBefore, until);
    await enqueue(tools, tx, { ...letter, key: `${wordKey(meeting)}:${other.user}`, address, body, notBefore, windows }, now);
  }
  return 'later';
}

/** Takes back what waits of the word and the card of an earlier state; true where its word had not gone out to anybody. */
export async function takeBackWord(
  { workspace }: Pick<Tools, 'workspace'>,
  tx: Tx,
  before: Meeting,
  now: Temporal.Instant,
): Promise<boolean> {
  const words = await waitingUnder(tx, workspace, wordKey(before));
  await takeBack(tx, [...words, ...(await waitingUnder(tx, workspace, cardKey(before)))], 'withdrawn', now);
  return words.length > 0 && (await standingUnder(tx, workspace, wordKey(before))).length === 0;
}

/** The letter's key: each change of a meeting is told once. */
export function wordKey({ pair, fortnight, sequence }: Meeting): string {
  return `meeting:${pair}:${fortnight}:${sequence}`;
}

export function cardMember(leader: Pick<Leader, 'id' | 'name' | 'timeZone'>): CardMember {
  return { ...readerOf(leader), leader: leader.id };
}
