// Forums on the Home tab: one's own places with the way to each, and the way to all of them. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { button, section } from '../../../platform/slack/blocks.ts';
import { ownly } from '../words.ts';
import { MINE } from './letters.ts';
import { LIST } from './list-views.ts';
import type { ForumShown } from './seat-views.ts';

/** So many places have a line of their own; all of them stand in the list. */
export const MOST_LINES = 3;

export interface HomeForums {
  /** The programme's id. */
  programme: string;
  /** Those in which they have a place or wait for one, the next one first. */
  own: readonly ForumShown[];
  /** How many are open in all. */
  count: number;
}

export function homeBlocks(content: Content, { programme, own, count }: HomeForums): KnownBlock[] {
  const mine = own.filter(({ standing }) => standing.is !== 'none');
  const id = count === 0 ? 'none' : count === mine.length ? 'own' : count === 1 ? 'one' : 'some';
  const all = button({ label: 'See Forums', action: `${LIST}#${programme}`, value: programme });
  return [...mine.map((each) => lineOf(content, each)), section(content.say(`forums.home.${id}`, { x: count }), { accessory: all })];
}

function lineOf(content: Content, { forum, at, zone, standing }: ForumShown): KnownBlock {
  const when = ownly(at, zone);
  const text =
    standing.is === 'waiting'
      ? content.say('forums.home.waiting', { ...when, x: standing.number })
      : content.say('forums.home.seated', when);
  const label = 'My place';
  return section(text, {
    accessory: button({ label, action: `${MINE}#${forum}`, value: forum, accessibilityLabel: `${label}: ${when.date}` }),
  });
}
