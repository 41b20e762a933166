// The organisers' part of Home: numbers of each programme, and what waits for them, each with the button that does it. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { actions, divider, header, section } from '../../platform/slack/blocks.ts';
import { guideButton } from '../gathering/together/guide-views.ts';
import type { Organising } from './facts.ts';
import { toDoButton } from './to-do/to-do-view.ts';
import { waiting } from './to-do/wait-view.ts';
import { wordButton } from './words.ts';

/** So many are listed one by one; the rest is a number, and a press away. */
const MOST_WAITS = 8;
const WORDS = ['rotate', 'gathering', 'roster', 'settings', 'organisers', 'report', 'audit'];

/** One group of blocks for each programme, the first with the heading. */
export function organisersPart(content: Content, organising: readonly Organising[], words: ReadonlySet<string>): KnownBlock[][] {
  const title = [divider(), header('For organisers'), section(content.say('home.organising'), { accessory: guideButton(content) })];
  const [first = [], ...rest] = organising.map((part) => organised(content, part, words));
  return organising.length === 0 ? [] : [[...title, ...first], ...rest];
}

function organised(content: Content, part: Organising, words: ReadonlySet<string>): KnownBlock[] {
  const { programme, name, active, paused, invited, nextRound, waits } = part;
  const blanks = { programme: name, date: nextRound, x: active, y: paused, z: invited };
  const offered = WORDS.filter((word) => words.has(word));
  const more = waits.length - MOST_WAITS;
  return [
    section(content.say('home.organised', blanks)),
    ...waits.slice(0, MOST_WAITS).flatMap((wait) => waiting(content, wait, programme)),
    ...(more > 0 ? [section(content.say('home.waits.more', { x: more }), { accessory: toDoButton(programme) })] : []),
    actions(offered.map((word) => wordButton(word, { programme }))),
  ];
}
