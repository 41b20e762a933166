// What somebody sees who wants to fix a time: the meeting that stands, the times there are to choose from, or why there is nothing to choose.
import type { ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantOf } from '../../../platform/clock.ts';
import { recall } from '../../../platform/slack/inputs.ts';
import type { Tools } from '../../../platform/tools.ts';
import { meetingModal, meetingTold, type Remark } from './meeting-view.ts';
import type { Booked } from './meetings.ts';
import { offersOf, pagesOf } from './offers.ts';
import { isAhead, meetingOf, type OurPair, othersIn, readerOf, sitterOf, spanOf, usualLength } from './our-pair.ts';
import { pickForm } from './pick-view.ts';
import { openFortnights, shortLength } from './plan.ts';
import { whenIn } from './times.ts';

/** What the form is about, as it comes back with a press or a submission. */
export interface PickAbout {
  pair: string;
  page: number;
  /** The `sequence` of what was fixed when the form was opened, by fortnight: so that one of two notices the other. */
  seen: Record<string, number>;
  moving?: number | undefined;
  short?: boolean | undefined;
}

const about = z.object({
  pair: z.string(),
  page: z.number(),
  seen: z.record(z.string(), z.number()),
  moving: z.number().optional(),
  short: z.boolean().optional(),
});

/** Reads what `pickForm` put into its form. */
export function pickAbout(text: string): PickAbout {
  return recall(about, text);
}

type Saying = Pick<Tools, 'content'>;

/** The meeting of the present fortnight where one is still to come, else the times for one. */
export function pickOrShow(tools: Saying, ours: OurPair, short: boolean, now: Temporal.Instant): ModalView {
  const present = presentOf(ours);
  const meeting = present === undefined ? undefined : meetingOf(ours, present);
  if (!short && isAhead(meeting, now)) return showMeeting(tools, { ours, meeting: meeting as Booked }, now);
  return short && isAhead(meeting, now)
    ? pickView(tools, ours, { moving: present, short, page: 1 }, now)
    : pickView(tools, ours, { short, page: 1 }, now);
}

/** The form with the times there are; a word instead where there can be none. */
export function pickView(
  tools: Saying,
  ours: OurPair,
  wish: { moving?: number | undefined; short?: boolean | undefined; page: number },
  now: Temporal.Instant,
): ModalView {
  const { content } = tools;
  if (ours.pair.openedAt === null || ours.members.length < 2) return meetingTold(content, { id: 'coaching.meeting.not-open' });
  const open = wish.moving === undefined ? openNow(ours, now) : [wish.moving];
  const standing = wish.moving === undefined ? undefined : meetingOf(ours, wish.moving);
  if (wish.moving !== undefined && !isAhead(standing, now)) return meetingTold(content, { id: 'coaching.meeting.over' });
  if (open.length === 0) return nothingOpen(tools, ours, now);
  const zone = ours.own.timeZone;
  const spans = open.map((fortnight) => ({ fortnight, span: spanOf(ours, fortnight), minutes: minutesOf(ours, fortnight, wish) }));
  const others = othersIn(ours);
  const offers = offersOf({
    ...{ now, zone, open: spans, own: sitterOf(ours, ours.own), others: others.map((other) => sitterOf(ours, other)) },
    ...(ours.usual && { usual: ours.usual }),
  });
  const pages = pagesOf(offers, zone);
  const page = Math.min(Math.max(1, Math.trunc(wish.page) || 1), Math.max(1, pages.length));
  const seen = Object.fromEntries(ours.meetings.map(({ fortnight, sequence }) => [fortnight, sequence]));
  return pickForm(content, {
    about: JSON.stringify({ ...wish, pair: ours.pair.id, page, seen } satisfies PickAbout),
    ...{ pair: ours.pair.id, zone, others: others.map(readerOf), minutes: spans[0]?.minutes ?? 60 },
    ...{ offers: pages[page - 1] ?? [], page, pages: pages.length },
    ...(standing?.startsAt && { moving: whenIn(zone, instantOf(standing.startsAt)) }),
  });
}

/** The meeting that stands, to look at and to change. */
export function showMeeting(
  { content }: Saying,
  { ours, meeting, remark }: { ours: OurPair; meeting: Booked; remark?: Remark },
  now: Temporal.Instant,
): ModalView {
  return meetingModal(content, {
    ...{ meeting, zone: ours.own.timeZone, others: othersIn(ours).map(readerOf), members: ours.members.map(readerOf) },
    next: openNow(ours, now).length > 0,
    ...(remark && { remark }),
  });
}

/** How long a meeting is: as wished, as it was, or as it is usual. */
export function minutesOf(ours: OurPair, fortnight: number, wish: { moving?: number | undefined; short?: boolean | undefined }): number {
  if (wish.short) return shortLength(ours.members.length);
  return (wish.moving === fortnight ? meetingOf(ours, fortnight)?.minutes : undefined) ?? usualLength(ours, fortnight);
}

/** The fortnights for which a time may be picked now. */
function openNow(ours: OurPair, now: Temporal.Instant): number[] {
  const standing = ours.meetings.map((meeting) => ({ fortnight: meeting.fortnight, ahead: isAhead(meeting, now) }));
  return openFortnights(ours.match.fortnight, standing);
}

/** The fortnight that runs, the first before they begin; nothing when they are over. */
export function presentOf({ match: { fortnight } }: Pick<OurPair, 'match'>): number | undefined {
  if (fortnight === 'after') return undefined;
  return fortnight === 'before' ? 1 : fortnight;
}

function nothingOpen(tools: Saying, ours: OurPair, now: Temporal.Instant): ModalView {
  const ahead = ours.meetings.find((meeting) => isAhead(meeting, now));
  if (ahead) return showMeeting(tools, { ours, meeting: ahead as Booked }, now);
  return meetingTold(tools.content, { id: 'coaching.meeting.round-over' });
}
