// What is said in a forum's space around its lines: when it is made, when there are too few, when an hour does not take place. Pure.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Content } from '../../../../platform/content/load.ts';
import type { Body } from '../../../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../../../platform/slack/blocks.ts';
import { publicly } from '../../words.ts';
import { clockTime } from './words.ts';

export const MOVE_IT = 'forums.move';
export const GO_AHEAD = 'forums.go-ahead';

export interface Offer {
  /** The forum's id. */
  forum: string;
  starts: Temporal.Instant;
  /** The zone in which it is read: the programme's, where several read it. */
  zone: string;
}

/** The first word in a channel of its own. */
export function spaceMessage(content: Content, { starts, zone }: Omit<Offer, 'forum'>): Body {
  return sentence(content.say('forums.hour.space', publicly(starts, zone)));
}

/** An hour before the start, to whoever offered it: so many have a place, and that is fewer than four. */
export function fewSoonLetter(content: Content, { forum, starts, zone, people }: Offer & { people: number }): Body {
  const id = ['forums.hour.few-soon.none', 'forums.hour.few-soon.one'][people] ?? 'forums.hour.few-soon';
  const text = content.say(id, { x: people, ...publicly(starts, zone) });
  return { text, blocks: [section(text), choice(content, { forum, mayGoAhead: people > 1 })] };
}

/** At the start, where it takes place: `f.few`, and until when somebody may press. */
export function fewMessage(
  content: Content,
  { forum, people, until, zone }: Omit<Offer, 'starts'> & { people: number; until: Temporal.Instant },
): Body {
  const text = content.say('f.few', { x: people });
  const blocks = [
    section(text),
    choice(content, { forum, mayGoAhead: true }),
    context(content.say('forums.hour.few-until', { time: clockTime(until, zone) })),
  ];
  return { text, blocks };
}

/** A sentence by itself: without buttons, or in the place of some. */
export function sentence(text: string): Body {
  return { text, blocks: [section(text)] };
}

function choice(content: Content, { forum, mayGoAhead }: { forum: string; mayGoAhead: boolean }): KnownBlock {
  const [move = '', ahead = ''] = content.buttons('f.few');
  return actions([
    button({ label: move, action: MOVE_IT, value: forum, accessibilityLabel: `${move} to another day or hour` }),
    ...(mayGoAhead ? [button({ label: ahead, action: GO_AHEAD, value: forum, accessibilityLabel: `${ahead} as a small group` })] : []),
  ]);
}
