// Fixes a pair's time for a fortnight, or moves it. Whoever is first wins: a form that was opened before something changed is shown what stands
// now. The others hear in their own hours; a time that comes before they can have heard is not booked.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { claim } from '../../../platform/schedule/occurrences.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { isRestDay } from '../../founding/rests.ts';
import * as places from '../places.ts';
import { type Announced, announceMeeting, heardAt } from './announce.ts';
import { CARD, cardPeriod } from './card-facts.ts';
import type { Booked } from './meetings.ts';
import * as meetings from './meetings.ts';
import type { OurPair } from './our-pair.ts';
import { fortnightAt, isAhead, meetingOf, othersIn, ourPair, sitterOf, usualLength } from './our-pair.ts';
import { openFortnights, speaksFirst } from './plan.ts';
import { cardDue, heardBy } from './polite.ts';

export interface BookWish {
  user: string;
  pair: string;
  at: Temporal.Instant;
  /** The fortnight whose meeting is moved; missing for a new time. */
  moving?: number;
  /** Where another length than the usual is wanted. */
  minutes?: number;
  /** The `sequence` that the form showed, by fortnight; 0 or missing where nothing was fixed. */
  seen: Readonly<Record<string, number>>;
}

export type Refusal = 'passed' | 'over' | 'not-open' | 'elsewhere' | 'resting' | 'away' | 'too-soon';

export type Booking =
  | { ok: true; ours: OurPair; meeting: Booked; change: 'booked' | 'moved' | 'same'; before?: meetings.Meeting; announced?: Announced }
  | { ok: false; because: 'not-yours' }
  | { ok: false; because: 'changed'; ours: OurPair; meeting: meetings.Meeting }
  | { ok: false; because: Refusal; ours: OurPair };

/** Books `at` for `user` and their pair. The same time once more changes nothing and tells nobody. */
export async function book(tools: Tools, wish: BookWish): Promise<Booking> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<Booking> => {
    const ours = await ourPair(tools, wish, now, tx);
    if (!ours) return { ok: false, because: 'not-yours' };
    const because = whyNot(ours, wish, now);
    if (because) return { ok: false, because, ours };
    const fortnight = fortnightAt(ours, wish.at) as number;
    const before = meetingOf(ours, fortnight);
    if (isAhead(before, now) && before?.startsAt === stamp(wish.at)) return { ok: true, ours, meeting: before as Booked, change: 'same' };
    if (before && isAhead(before, now) && before.sequence !== (wish.seen[fortnight] ?? 0))
      return { ok: false, because: 'changed', ours, meeting: before };
    return fix(tools, tx, { ours, wish, fortnight }, now);
  });
  if (done.ok && done.change !== 'same') tools.knock();
  return done;
}

async function fix(
  tools: Tools,
  tx: Tx,
  { ours, wish, fortnight }: { ours: OurPair; wish: BookWish; fortnight: number },
  now: Temporal.Instant,
): Promise<Booking> {
  const before = meetingOf(ours, fortnight);
  const minutes = wish.minutes ?? (wish.moving === undefined ? undefined : before?.minutes) ?? usualLength(ours, fortnight);
  const meeting: Booked = {
    ...{ id: before?.id ?? tools.newId(), pair: ours.pair.id, fortnight, state: 'booked', startsAt: stamp(wish.at), minutes },
    ...{ sequence: (before?.sequence ?? 0) + 1, first: firstFor(ours, fortnight), arrangedBy: ours.own.id, changedAt: stamp(now) },
    timerStartedAt: null,
  };
  await meetings.save(tx, tools.workspace, meeting);
  const withCard = await cardIsLate(tools, tx, { ours, meeting }, now);
  const change = isAhead(before, now) ? 'moved' : 'booked';
  const announced = await announceMeeting(tools, tx, { ours, meeting, change, withCard, ...(before && { before }) }, now);
  return { ok: true, ours, meeting, change, announced, ...(before && { before }) };
}

/** Who speaks first in `fortnight`, after all that was held before it. */
export function firstFor(ours: Pick<OurPair, 'members' | 'held'>, fortnight: number): string {
  const order = ours.members.map(({ id }) => id);
  return speaksFirst(
    order,
    ours.held.filter((each) => each.fortnight < fortnight),
  );
}

function whyNot(ours: OurPair, { at, moving }: BookWish, now: Temporal.Instant): Refusal | undefined {
  const { pair, match, members, meetings: fixed } = ours;
  if (pair.openedAt === null || members.length < 2) return 'not-open';
  const fortnight = fortnightAt(ours, at);
  const standing = fixed.map((each) => ({ fortnight: each.fortnight, ahead: isAhead(each, now) }));
  const open = openFortnights(match.fortnight, standing);
  if (moving !== undefined ? !standing.some((each) => each.fortnight === moving && each.ahead) : match.fortnight === 'after') return 'over';
  if (!isBefore(now, at)) return 'passed';
  const wanted = moving === undefined ? [...open, ...standing.filter(({ ahead }) => ahead).map((each) => each.fortnight)] : [moving];
  if (typeof fortnight !== 'number' || !wanted.includes(fortnight)) return 'elsewhere';
  return cannotCome(ours, at) ?? (tooSoon(ours, at, now) ? 'too-soon' : undefined);
}

/** Nobody meets in a pause week, or while one of them is away; outside somebody's hours they may, if they choose to. */
function cannotCome({ members, quietDays }: OurPair, at: Temporal.Instant): Refusal | undefined {
  const sitters = members.map((member) => sitterOf({ quietDays }, member));
  const away = ({ awayUntil }: (typeof sitters)[number]) => awayUntil === null || (awayUntil !== undefined && isBefore(at, awayUntil));
  if (sitters.some(away)) return 'away';
  const resting = sitters.some(({ hours }) => {
    return isRestDay(hours.rests, dayOf(at, hours.zone));
  });
  return resting ? 'resting' : undefined;
}

function tooSoon(ours: OurPair, at: Temporal.Instant, now: Temporal.Instant): boolean {
  const heard = heardBy(
    othersIn(ours).map((other) => sitterOf(ours, other)),
    now,
  );
  return !heard || !isBefore(heard, at);
}

/** Where the card would come within so long of the word that a time is fixed, the two are one message. */
const CARD_APART = { hours: 4 };

/**
 * Where the card's hour is over already, or nearly, the word of the booking carries what stands on it: no card is owed any more, and that is on
 * record.
 */
async function cardIsLate(tools: Tools, tx: Tx, { ours, meeting }: { ours: OurPair; meeting: Booked }, now: Temporal.Instant) {
  const { programme, match, members, pair } = ours;
  const readers = members.map((member) => ({ hours: sitterOf(ours, member).hours, usual: places.usualOf(member, programme) }));
  const dueAt = cardDue(readers, instantOf(meeting.startsAt));
  if (isBefore(heardAt(ours, instantOf(meeting.startsAt), now).add(CARD_APART), dueAt)) return false;
  const period = cardPeriod(match.round, meeting);
  await claim(
    tools,
    tx,
    { programme: programme.id, stream: CARD, subject: pair.id, period, dueAt, outcome: 'done', reason: 'with-booking' },
    now,
  );
  return true;
}
