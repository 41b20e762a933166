// What submitted forms about meetings lead to: a time from the list or from the boxes, one outside somebody's hours after it was said once more, and
// one that the pair arranged without the bot.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { at, instantOf, sayDay } from '../../../platform/clock.ts';
import { choiceIn, dayIn, recall, timeIn } from '../../../platform/slack/inputs.ts';
import type { Reply, Submit, ViewState } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Booking, type BookWish, book } from './book.ts';
import { meetingTold, type Remark } from './meeting-view.ts';
import type { Booked } from './meetings.ts';
import { fortnightAt, meetingOf, type OurPair, othersIn, ourPair, readerOf, sitterOf, spanOf } from './our-pair.ts';
import { minutesOf, type PickAbout, pickAbout, presentOf, showMeeting } from './pick.ts';
import { outsideForm, slotBlock } from './pick-view.ts';
import { retireCards } from './redraw-cards.ts';
import { setAside } from './set-aside.ts';
import { isInside } from './slots.ts';
import { joined } from './times.ts';

const slot = /^(\d{1,2}):(\d{1,12})$/;
const outsideAbout = z.object({ form: z.string(), at: z.string() });

/** "Book it", "Move it". */
export const onPick: Submit = async (tools, { user, privateMetadata, state }) => {
  const about = pickAbout(privateMetadata);
  const ours = await ourPair(tools, { user, pair: about.pair }, tools.now());
  if (!ours) return closing(tools, { id: 'coaching.meeting.not-yours' });
  const listed = slot.exec(choiceIn(state, slotBlock(about.page)) ?? '');
  const free = freeTime(state, ours.own.timeZone);
  const field = listed ? slotBlock(about.page) : 'day';
  if (listed && free !== 'none') return errors(tools, field, 'both');
  if (free === 'half') return errors(tools, 'day', 'half');
  const wanted = listed ? Temporal.Instant.fromEpochMilliseconds(Number(listed[2]) * 1000) : free;
  if (wanted === 'none') return errors(tools, 'day', 'neither');
  const wish = bookWish(ours, about, user, wanted);
  const outside = listed ? [] : outsideOf(ours, wish);
  if (outside.length > 0 && Temporal.Instant.compare(wanted, tools.now()) > 0)
    return askOnceMore(tools, ours, { privateMetadata, wanted, outside });
  return booked(tools, await book(tools, wish), field, about.moving);
};

/** "Book it anyway." */
export const onOutside: Submit = async (tools, { user, privateMetadata }) => {
  const { form, at: text } = recall(outsideAbout, privateMetadata);
  const about = pickAbout(form);
  const ours = await ourPair(tools, { user, pair: about.pair }, tools.now());
  if (!ours) return closing(tools, { id: 'coaching.meeting.not-yours' });
  return booked(tools, await book(tools, bookWish(ours, about, user, instantOf(text))), undefined, about.moving);
};

/** "We have one already", with its time or without. */
export const onArranged: Submit = async (tools, { user, privateMetadata, state }) => {
  const about = pickAbout(privateMetadata);
  const ours = await ourPair(tools, { user, pair: about.pair }, tools.now());
  if (!ours) return closing(tools, { id: 'coaching.meeting.not-yours' });
  const wanted = freeTime(state, ours.own.timeZone);
  if (wanted === 'half') return errors(tools, 'day', 'half');
  if (wanted !== 'none') {
    if (Temporal.Instant.compare(wanted, tools.now()) <= 0)
      return { then: 'errors', errors: { day: tools.content.plain('coaching.meeting.arrange.passed') } };
    return booked(tools, await book(tools, bookWish(ours, about, user, wanted)), 'day', undefined);
  }
  const done = await setAside(tools, { user, pair: about.pair, to: 'arranged' });
  if (done.ok) return closing(tools, { id: 'coaching.meeting.set.arranged' });
  if (done.because === 'booked')
    return { then: 'update', view: showMeeting(tools, { ours: done.ours, meeting: done.meeting as Booked }, tools.now()) };
  return closing(tools, { id: `coaching.meeting.${done.because}` });
};

/** What a booking came to, as the form is answered. The cards of an earlier time are taken away before that. */
async function booked(tools: Tools, done: Booking, field: string | undefined, moving: number | undefined): Promise<Reply> {
  const now = tools.now();
  if (!done.ok) {
    if (done.because === 'not-yours') return closing(tools, { id: 'coaching.meeting.not-yours' });
    const { ours } = done;
    if (done.because === 'changed') {
      const who = ours.members.find(({ id }) => id === done.meeting.arrangedBy)?.name ?? '';
      const remark = { id: 'coaching.meeting.changed', blanks: { who } };
      return { then: 'update', view: showMeeting(tools, { ours, meeting: done.meeting as Booked, remark }, now) };
    }
    const remark = refusal(ours, done.because, moving);
    const canCorrect = field !== undefined && done.because !== 'over' && done.because !== 'not-open';
    return canCorrect ? { then: 'errors', errors: { [field]: tools.content.plain(remark.id, remark.blanks) } } : closing(tools, remark);
  }
  const { ours, meeting, change, announced, before } = done;
  if (before && change === 'moved') await retireCards(tools, ours, before);
  const names = joined(othersIn(ours).map(({ name }) => name));
  const id = change === 'same' ? 'coaching.meeting.same' : announced === 'now' ? 'coaching.meeting.done' : 'coaching.meeting.done.later';
  return { then: 'update', view: showMeeting(tools, { ours, meeting, remark: { id, blanks: { names } } }, now) };
}

function refusal(ours: OurPair, because: string, moving: number | undefined): Remark {
  const id = `coaching.meeting.${because}`;
  if (because === 'too-soon') return { id, blanks: { names: joined(othersIn(ours).map(({ name }) => name)) } };
  if (because !== 'elsewhere') return { id };
  const [from, to] = spanOf(ours, moving ?? presentOf(ours) ?? 13);
  const day = (instant: Temporal.Instant) => sayDay(instant.toZonedDateTimeISO(ours.programme.timeZone).toPlainDate());
  return { id, blanks: { from: day(from), to: day(to.subtract({ hours: 1 })) } };
}

function askOnceMore(
  tools: Tools,
  ours: OurPair,
  { privateMetadata, wanted, outside }: { privateMetadata: string; wanted: Temporal.Instant; outside: string[] },
): Reply {
  const view = outsideForm(tools.content, {
    about: JSON.stringify({ form: privateMetadata, at: wanted.toString() }),
    ...{ zone: ours.own.timeZone, others: othersIn(ours).map(readerOf), at: wanted, outside },
  });
  return { then: 'update', view };
}

/** The names of those in whose working hours a meeting would not lie. */
function outsideOf(ours: OurPair, wish: BookWish): string[] {
  const fortnight = fortnightAt(ours, wish.at);
  const minutes = wish.minutes ?? (typeof fortnight === 'number' ? minutesOf(ours, fortnight, { moving: wish.moving }) : 60);
  return ours.members.filter((member) => !isInside(sitterOf(ours, member), wish.at, minutes)).map(({ name }) => name);
}

function bookWish(ours: OurPair, { seen, moving, short }: PickAbout, user: string, wanted: Temporal.Instant): BookWish {
  const standing = moving === undefined ? undefined : meetingOf(ours, moving)?.minutes;
  const minutes = short ? minutesOf(ours, presentOf(ours) ?? 1, { short }) : standing;
  return { user, pair: ours.pair.id, at: wanted, seen, ...(moving !== undefined && { moving }), ...(minutes && { minutes }) };
}

/** A day and a time of the clock in `zone`, from the two boxes. */
function freeTime(state: ViewState, zone: string): Temporal.Instant | 'none' | 'half' {
  const day = dayIn(state, 'day');
  const time = timeIn(state, 'time');
  if (!day && !time) return 'none';
  return day && time ? at(Temporal.PlainDate.from(day), time, zone) : 'half';
}

function errors({ content }: Tools, field: string, what: 'both' | 'half' | 'neither'): Reply {
  return { then: 'errors', errors: { [field]: content.plain(`coaching.meeting.pick.${what}`) } };
}

function closing({ content }: Tools, remark: Remark): Reply {
  return { then: 'update', view: meetingTold(content, remark) };
}
