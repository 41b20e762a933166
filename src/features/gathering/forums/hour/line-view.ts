// One line of the hour as it stands in the forum's space: the words, who speaks in which order, who has which part, until when, and below the newest
// one the buttons. Pure.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Content } from '../../../../platform/content/load.ts';
import type { Body } from '../../../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../../../platform/slack/blocks.ts';
import { select } from '../../../../platform/slack/controls.ts';
import { sayList } from '../../../founding/words.ts';
import { clockTime } from './words.ts';

export const NEXT = 'forums.next-round';
export const MORE_TIME = 'forums.more-time';
export const PAUSE = 'forums.pause';
export const GO_ON = 'forums.go-on';
export const KEEP = 'forums.keep-asking';
export const READER = 'forums.be-reader';
export const KEEPER = 'forums.be-keeper';
export const QUESTION = 'forums.my-question';
export const WHOSE = 'forums.whose-question';
export const ANSWER = 'forums.answer';
export const NEXT_FORUM = 'forums.next-forum';

export interface LineShown {
  /** The forum, the number of the line, and when it ends, as its buttons carry them. */
  value: string;
  line: string;
  /** The name of whose question, or whose turn, it is about. */
  holder?: string;
  /** Names, in the order in which they speak. */
  order: readonly string[];
  /** Said below the line: ids of sentences without blanks. */
  hints: readonly string[];
  /** Whose questions have been chosen so far, where that is what the line is about. */
  questions?: { names: readonly string[]; most: number };
  reader?: string;
  keeper?: string;
  /** Said above it: why it stands here, or stands here again. */
  lead?: string;
  /** Missing for a line whose time has passed: then it has no buttons. */
  live?: Live;
}

export interface Live {
  ends: Temporal.Instant;
  /** The programme's zone: for whoever reads where Slack's own clock is not drawn. */
  zone: string;
  paused: boolean;
  /** The first line that everybody leaves with, after which none comes. */
  last: boolean;
  /** A question can be brought now. */
  choosing: boolean;
  /** Among whom the reader may say whose question it is, each with what the choice carries; nobody where that is known. */
  whose: readonly { value: string; name: string }[];
}

export function lineMessage(content: Content, shown: LineShown): Body {
  const blocks = [...said(content, shown), ...(shown.live ? controls(content, shown, shown.live) : [])];
  return { text: plainly(content, shown), blocks };
}

function said(content: Content, shown: LineShown): KnownBlock[] {
  const { line, order, hints, lead } = shown;
  const parts = partsOf(content, shown);
  return [
    ...(lead ? [context(content.say(lead))] : []),
    section(aloud(content.say(line, blanksOf(content, shown)))),
    ...(order.length > 0 ? [section(content.say('forums.hour.order', { names: order.join(', ') }))] : []),
    ...hints.map((id) => section(content.say(id))),
    ...(parts.length > 0 ? [context(parts.join(' '))] : []),
  ];
}

/** What is read aloud stands apart from what is only shown. */
function aloud(words: string): string {
  return words.replace(/^(?=.)/gm, '> ');
}

/** Who has which part, whose questions it is about, and until when. */
function partsOf(content: Content, { reader, keeper, questions, live }: LineShown): string[] {
  if (live?.last) return [];
  const names = questions?.names ?? [];
  const holding = questions?.most === 1 ? 'forums.hour.holding' : 'forums.hour.holding-two';
  return [
    ...(names.length > 0 ? [content.say(holding, { names: sayList(names) })] : []),
    ...(reader ? [content.say('forums.hour.reader', { name: reader })] : []),
    ...(keeper ? [content.say('forums.hour.keeper', { name: keeper })] : []),
    ...(live?.paused ? [content.say('forums.hour.paused')] : []),
    ...(live && !live.paused && !live.last ? [content.say('forums.hour.until', { time: clockTime(live.ends, live.zone) })] : []),
  ];
}

function blanksOf(content: Content, { line, holder }: LineShown): Record<string, string> {
  return WITH_HOLDER.has(line) ? { holder: holder ?? content.plain('forums.hour.whoever') } : {};
}

const WITH_HOLDER: ReadonlySet<string> = new Set(['f.tell', 'f.ask', 'f.notice', 'f.holder', 'forums.hour.turn', 'forums.hour.settle']);

/** For where no blocks are drawn: names in it are made as harmless as in them. */
function plainly(content: Content, shown: LineShown): string {
  const { line, order, hints, lead } = shown;
  return [
    ...(lead ? [content.plain(lead)] : []),
    content.say(line, blanksOf(content, shown)),
    ...(order.length > 0 ? [content.say('forums.hour.order', { names: order.join(', ') })] : []),
    ...hints.map((id) => content.plain(id)),
  ].join('\n\n');
}

function controls(content: Content, { value, reader, keeper, line }: LineShown, live: Live): KnownBlock[] {
  if (live.last) {
    const [answer = '', next = ''] = content.buttons(line);
    const asked = {
      label: answer,
      action: ANSWER,
      value,
      style: 'primary',
      accessibilityLabel: `${answer} two questions about the hour`,
    } as const;
    return [actions([button(asked), button({ label: next, action: NEXT_FORUM, value })])];
  }
  const clock = live.paused ? button({ label: 'Go on', action: GO_ON, value }) : button({ label: 'Pause', action: PAUSE, value });
  const parts = [
    ...(live.choosing ? [button({ label: 'My question', action: QUESTION, value })] : []),
    ...(reader ? [] : [button({ label: 'I will read the words', action: READER, value })]),
    ...(keeper ? [] : [button({ label: 'I will keep us asking', action: KEEPER, value })]),
    ...(ASKING.has(line) ? [button({ label: 'Ask for a question', action: KEEP, value })] : []),
  ];
  const options = live.whose.map(({ value: leader, name }) => ({ value: leader, label: name }));
  return [
    actions([
      button({ label: 'Next', action: NEXT, value, accessibilityLabel: 'Next: on to the next round' }),
      button({ label: 'More time', action: MORE_TIME, value, accessibilityLabel: 'More time: two minutes' }),
      clock,
    ]),
    ...(parts.length > 0 ? [actions(parts)] : []),
    ...(options.length > 0 ? [actions([select({ action: WHOSE, choices: options, placeholder: 'Whose question' })])] : []),
  ];
}

/** In these rounds advice may slip in. */
const ASKING: ReadonlySet<string> = new Set(['f.facts', 'f.ask', 'f.ask2', 'f.notice', 'forums.hour.turn', 'forums.hour.settle']);
