// The gathering as a leader sees it: on Home, as the answer to a word, and after they have said whether they come. Pure.
import type { Button, KnownBlock } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import type { Answer } from '../../../platform/slack/spoken.ts';
import { googleLink, outlookLink } from '../../coaching/meetings/links.ts';
import { GATHERING_MINUTES } from '../../founding/plan.ts';
import { ownly } from '../words.ts';
import type { Answering } from './answers.ts';
import { answerButtons, COMING, NOT_COMING } from './letters.ts';
import { type Occurring, sayPlace } from './words.ts';

export const FILE = 'together.calendar-file';

export interface LeaderSees extends Occurring {
  programme: string;
  /** The reader's own. */
  own: string;
  said?: Answering;
}

/** On Home and for the word: when, where, what they have said, and the buttons to say it. */
export function gatheringBlocks(content: Content, shown: LeaderSees): KnownBlock[] {
  const { startsAt, own, place, said } = shown;
  const answered = said === 'coming' ? 'together.home.coming' : 'together.home.not';
  return [
    section([content.say('together.home', { ...ownly(startsAt, own) }), sayPlace(content, place)].join('\n')),
    ...(said ? [context(content.say(answered))] : []),
    ...(said
      ? [actions([changeButton(content, shown, said), ...(said === 'coming' ? calendarButtons(content, shown) : [])])]
      : [answerButtons(content, shown)]),
  ];
}

/** What they have said stands above it, so only the other answer has a button. */
function changeButton(content: Content, { id }: LeaderSees, said: Answering): Button {
  const [coming = '', not = ''] = content.buttons('g.invite');
  return said === 'coming' ? button({ label: not, action: NOT_COMING, value: id }) : button({ label: coming, action: COMING, value: id });
}

/** The answer to the word, for somebody who takes part. */
export function seenAnswer(content: Content, shown: LeaderSees): Answer {
  return { text: content.say('together.seen', { ...ownly(shown.startsAt, shown.own) }), blocks: gatheringBlocks(content, shown) };
}

/** After a press: what stands now, and for those who come the ways into a calendar. */
export function answeredAnswer(content: Content, shown: LeaderSees & { said: Answering }): Answer {
  if (shown.said !== 'coming') return { text: content.say('together.not-this-time') };
  const text = content.say('together.coming', { ...ownly(shown.startsAt, shown.own) });
  return { text, blocks: [section([text, sayPlace(content, shown.place)].join('\n')), actions(calendarButtons(content, shown))] };
}

function calendarButtons(content: Content, { id, programme, startsAt, place }: LeaderSees): Button[] {
  const details = [content.plain('together.calendar.details'), place].join('\n\n');
  const entry = { title: content.plain('together.calendar.title', { programme }), details, start: startsAt, minutes: GATHERING_MINUTES };
  return [
    button({ label: 'Get the calendar file', action: FILE, value: id }),
    button({ label: 'Add to Google', action: 'together.google.link', url: googleLink(entry) }),
    button({ label: 'Add to Outlook', action: 'together.outlook.link', url: outlookLink(entry) }),
  ];
}
