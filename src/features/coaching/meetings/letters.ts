// What a pair hears when something about its meeting changes: fixed, moved, cancelled, left out, or arranged without the bot. Pure.
import type { Button } from '@slack/types';
import { instantOf } from '../../../platform/clock.ts';
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, section } from '../../../platform/slack/blocks.ts';
import { agreeMessage } from '../agreement/letters.ts';
import type { CardFacts } from './card-facts.ts';
import { bodyOf, cardParts, moveButton, planButton } from './card-view.ts';
import { googleLink, outlookLink } from './links.ts';
import type { Booked, Meeting } from './meetings.ts';
import { joined, type Reader, whenFor } from './times.ts';

export const PICK = 'coaching.meet';
export const PICK_SHORT = 'coaching.meet-short';
export const FILE = 'coaching.calendar-file';

export interface MeetingWords {
  meeting: Booked;
  /** Everyone in the pair. */
  members: readonly Reader[];
  /** Whose clocks the words speak of. */
  readers: readonly Reader[];
  change: 'booked' | 'moved';
  /** Where the card's hour is over already: what stands on it. */
  card?: CardFacts;
  /** The pair's first meeting, and no agreement yet. */
  agree: boolean;
}

/** A time has been fixed, or moved. */
export function meetingMessage(content: Content, words: MeetingWords): Body {
  const { meeting, members, readers, change, card } = words;
  const value = `${meeting.pair}:${meeting.fortnight}`;
  const names = joined(members.map(({ name }) => name));
  const when = whenFor(readers, instantOf(meeting.startsAt));
  const parts = card ? cardParts(content, card) : undefined;
  const [plan = '', move = ''] = content.buttons('coaching.meeting.booked');
  const own = parts?.buttons ?? [planButton(plan, value), moveButton(move, value)];
  const agree = words.agree && !card ? agreeMessage(content, meeting.pair) : undefined;
  // The card says when they meet: nobody has to read that twice.
  const texts = parts
    ? [...(change === 'moved' ? [content.say('coaching.meeting.moved.card')] : []), ...parts.texts]
    : [content.say(`coaching.meeting.${change}`, { names, ...when, x: meeting.minutes })];
  const blocks = [...texts.map((text) => section(text)), actions([...own, ...calendarButtons(content, meeting, members)])];
  return bodyOf([...texts, ...(agree ? [agree.text] : [])], [...blocks, ...(agree?.blocks ?? [])]);
}

/** For calendars: a file, and two links. */
export function calendarButtons(content: Content, meeting: Booked, members: readonly Reader[]): Button[] {
  const entry = {
    title: content.plain('coaching.meeting.calendar.title', { names: joined(members.map(({ name }) => name)) }),
    details: content.plain('coaching.meeting.calendar.details'),
    start: instantOf(meeting.startsAt),
    minutes: meeting.minutes,
  };
  const value = `${meeting.pair}:${meeting.fortnight}`;
  return [
    button({ label: 'Get the calendar file', action: FILE, value }),
    button({ label: 'Add to Google', action: 'coaching.google.link', url: googleLink(entry) }),
    button({ label: 'Add to Outlook', action: 'coaching.outlook.link', url: outlookLink(entry) }),
  ];
}

export interface AsideWords {
  meeting: Meeting;
  to: 'cancelled' | 'none' | 'arranged';
  /** The name of whoever said so. */
  who: string;
  readers: readonly Reader[];
}

/** There is no time any more, or none that the bot knows. */
export function asideMessage(content: Content, { meeting, to, who, readers }: AsideWords): Body {
  const when = to === 'cancelled' && meeting.startsAt !== null ? whenFor(readers, instantOf(meeting.startsAt)) : {};
  const text = content.say(`coaching.meeting.${to}`, { who, ...when });
  const [label = ''] = content.buttons(`coaching.meeting.${to}`);
  return bodyOf([text], [section(text), actions([button({ label, action: PICK, value: meeting.pair })])]);
}
