// The forms in which a time is chosen: from a list that suits everyone, or freely; the question before a time outside somebody's hours; and a time
// that the pair has arranged without the bot. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, input, modal, section } from '../../../platform/slack/blocks.ts';
import { type Choice, datePicker, select, timePicker } from '../../../platform/slack/controls.ts';
import { cut } from '../../../platform/slack/text.ts';
import { sayZone } from '../../founding/words.ts';
import type { Offer } from './offers.ts';
import { joined, othersTimes, type Reader, type Said, whenIn } from './times.ts';

export const PICK_FORM = 'coaching.pick';
export const OUTSIDE_FORM = 'coaching.pick-outside';
export const ARRANGED_FORM = 'coaching.arranged';
export const ARRANGED = 'coaching.arranged-already';
export const NOT_THIS = 'coaching.no-meeting';
export const EARLIER = 'coaching.earlier-times';
export const LATER = 'coaching.later-times';

export interface PickWords {
  /** What the form is about, as it comes back: ids and numbers only. */
  about: string;
  pair: string;
  /** The zone of whoever picks. */
  zone: string;
  others: readonly Reader[];
  minutes: number;
  /** The page that is shown, and how many there are; 1 is the first. */
  offers: readonly Offer[];
  page: number;
  pages: number;
  /** When the meeting is that is to be moved. */
  moving?: Said;
}

/** The times that suit everyone, and two boxes for another one. */
export function pickForm(content: Content, words: PickWords): ModalView {
  const { others, minutes, offers, moving, zone } = words;
  const names = joined(others.map(({ name }) => name));
  const intro = offers.length > 0 ? content.say('coaching.meeting.pick', { names, x: minutes, zone: sayZone(zone) }) : '';
  return modal({
    callback: PICK_FORM,
    title: moving ? 'Move our meeting' : 'Pick a time',
    submit: moving ? 'Move it' : 'Book it',
    close: 'Cancel',
    about: words.about,
    blocks: [
      ...(moving ? [section(content.say('coaching.meeting.pick.moving', { ...moving }))] : []),
      section(intro || content.say('coaching.meeting.pick.none', { names, x: minutes })),
      ...listed(content, words),
      ...freely(content, 'Another day'),
      ...(moving ? [] : [actions(without(content, words.pair))]),
    ],
  });
}

function listed(content: Content, { offers, page, pages, zone, others, minutes }: PickWords): KnownBlock[] {
  if (offers.length === 0) return [];
  const choices = offers.map((offer) => choice(offer, { zone, others, minutes }));
  const pager = [
    ...(page > 1 ? [button({ label: 'Earlier days', action: EARLIER, value: String(page - 1) })] : []),
    ...(page < pages ? [button({ label: 'Later days', action: LATER, value: String(page + 1) })] : []),
  ];
  const list = select({ action: `slot-${page}`, choices, placeholder: 'Choose a time' });
  return [
    input({ block: slotBlock(page), label: 'Times that suit everyone', optional: true, element: list }),
    ...(pager.length > 0 ? [actions(pager), context(content.say('coaching.meeting.pick.page', { x: page, y: pages }))] : []),
  ];
}

/** Each page has a block of its own: Slack would keep a choice of another page. */
export function slotBlock(page: number): string {
  return `slot-${page}`;
}

function choice({ fortnight, at, minutes }: Offer, list: { zone: string; others: readonly Reader[]; minutes: number }): Choice {
  const { date, time } = whenIn(list.zone, at);
  const length = minutes === list.minutes ? '' : `, ${minutes} minutes`;
  const hint = othersTimes(list.zone, list.others, at);
  return { value: `${fortnight}:${at.epochMilliseconds / 1000}`, label: `${date}, ${time}${length}`, ...(hint && { hint: cut(hint, 75) }) };
}

function freely(content: Content, label: string): KnownBlock[] {
  return [
    input({ block: 'day', label, optional: true, element: datePicker({ action: 'day' }) }),
    input({
      block: 'time',
      label: 'At',
      optional: true,
      hint: content.plain('coaching.meeting.pick.other'),
      element: timePicker({ action: 'time' }),
    }),
  ];
}

/** The two answers that need no time. */
function without(content: Content, pair: string) {
  const [, have = '', not = ''] = content.buttons('m.book');
  return [button({ label: have, action: ARRANGED, value: pair }), button({ label: not, action: NOT_THIS, value: pair })];
}

export interface OutsideWords {
  about: string;
  zone: string;
  others: readonly Reader[];
  at: Offer['at'];
  /** Whose hours it lies outside of. */
  outside: readonly string[];
}

/** Says plainly whose hours a time lies outside of, before it is booked. */
export function outsideForm(content: Content, { about, zone, others, at, outside }: OutsideWords): ModalView {
  const times = othersTimes(zone, others, at);
  const theirs = times && content.plain('coaching.meeting.outside.theirs', { times });
  const id = others.length > 1 ? 'coaching.meeting.outside.trio' : 'coaching.meeting.outside';
  return modal({
    callback: OUTSIDE_FORM,
    title: 'Outside working hours',
    submit: 'Book it anyway',
    close: 'Cancel',
    about,
    blocks: [section(content.say(id, { ...whenIn(zone, at), names: joined(outside), others: theirs }))],
  });
}

/** "We have one already": its time, if they care to name it. */
export function arrangedForm(content: Content, about: string): ModalView {
  return modal({
    callback: ARRANGED_FORM,
    title: 'We have one already',
    submit: 'Save',
    close: 'Cancel',
    about,
    blocks: [section(content.say('coaching.meeting.arrange')), ...freely(content, 'Day')],
  });
}
