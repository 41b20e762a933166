// What those who have signed up for a forum hear of it in their own conversation: a place has come free, it has another hour, it is called off, it is
// today. Pure.
import type { Button } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, confirm, section } from '../../../platform/slack/blocks.ts';
import { googleLink, outlookLink } from '../../coaching/meetings/links.ts';
import { ownly } from '../words.ts';
import { FORUM_MINUTES } from './calendar.ts';

export const FILE = 'forums.file';
export const GIVE_BACK = 'forums.give-back';
export const MINE = 'forums.mine';
export const IS_THERE = 'forums.is-there';
export const POST_NOW = 'forums.post-now';

export interface ForumWords {
  /** Its id. */
  forum: string;
  at: Temporal.Instant;
  /** The reader's zone. */
  zone: string;
}

/** A place has come free, and it is theirs. */
export function placeLetter(content: Content, words: ForumWords): Body {
  const text = content.say('forums.word.place', ownly(words.at, words.zone));
  return bodyOf(text, [...calendarButtons(content, words), giveBackButton(content, words.forum)]);
}

/** It has another hour; `seated` keeps the place, the others still wait. */
export function movedLetter(content: Content, words: ForumWords & { from: Temporal.Instant; seated: boolean }): Body {
  const { at, from, zone, seated, forum } = words;
  const [before, after] = [ownly(from, zone), ownly(at, zone)];
  const blanks = { ...after, oldDate: before.date, oldTime: before.time };
  const text = content.say(seated ? 'forums.word.moved' : 'forums.word.moved.waiting', blanks);
  return bodyOf(text, [...(seated ? calendarButtons(content, words) : []), giveBackButton(content, forum, seated)]);
}

export function calledOffLetter(content: Content, { at, zone }: ForumWords): Body {
  return bodyOf(content.say('forums.word.called-off', ownly(at, zone)), []);
}

/** `f.day`, on the day itself. */
export function dayLetter(content: Content, { forum, at, zone }: ForumWords): Body {
  const text = content.say('f.day', { time: ownly(at, zone).time });
  return bodyOf(text, [button({ label: 'My place', action: MINE, value: forum }), giveBackButton(content, forum)]);
}

/** The invitation may or may not stand in the channel, or was refused there: to whoever offered the forum. */
export function undeliveredLetter(content: Content, words: Undelivered): Body {
  const { letter, at, zone, channel, refused } = words;
  const blanks = { ...ownly(at, zone), channel: { mrkdwn: `<#${channel}>` } };
  const now = button({ label: 'Post it now', action: POST_NOW, value: letter });
  const there = button({ label: 'It is there', action: IS_THERE, value: letter });
  return bodyOf(content.say(refused ? 'forums.undelivered.refused' : 'forums.undelivered', blanks), refused ? [now] : [there, now]);
}

export interface Undelivered {
  /** The letter's id. */
  letter: string;
  at: Temporal.Instant;
  /** The programme's. */
  zone: string;
  channel: string;
  refused: boolean;
}

/** For calendars: a file, and two links. */
export function calendarButtons(content: Content, { forum, at }: Pick<ForumWords, 'forum' | 'at'>): Button[] {
  const entry = { ...calendarWords(content), start: at, minutes: FORUM_MINUTES };
  return [
    button({ label: 'Get the calendar file', action: FILE, value: forum }),
    button({ label: 'Add to Google', action: 'forums.google.link', url: googleLink(entry) }),
    button({ label: 'Add to Outlook', action: 'forums.outlook.link', url: outlookLink(entry) }),
  ];
}

export function calendarWords(content: Content): { title: string; details: string } {
  return { title: content.plain('forums.calendar.title'), details: content.plain('forums.calendar.details') };
}

export function giveBackButton(content: Content, forum: string, seated = true): Button {
  const text = content.plain(seated ? 'forums.give-back.sure' : 'forums.stop-waiting.sure');
  const label = seated ? 'Give my place back' : 'Stop waiting';
  return button({
    ...{ label, action: GIVE_BACK, value: forum },
    confirm: confirm({ title: `${label}?`, text, yes: label, no: 'Keep it' }),
  });
}

function bodyOf(text: string, buttons: readonly Button[]): Body {
  return { text, blocks: [section(text), ...(buttons.length > 0 ? [actions(buttons)] : [])] };
}
