// "Next meeting" on the Home tab: when it is, or how it stands without a time, and what can be done about it. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, section } from '../../../platform/slack/blocks.ts';
import { MOVE, PLAN } from './card-view.ts';
import { PICK } from './letters.ts';
import { whenSaid } from './meeting-view.ts';
import type { Booked } from './meetings.ts';
import { joined, type Reader } from './times.ts';

export interface Upcoming {
  meeting: Booked;
  /** The reader's. */
  zone: string;
  others: readonly Reader[];
  /** It has begun: there is nothing to move any more. */
  begun: boolean;
}

/** A meeting that is fixed. */
export function upcomingBlocks(content: Content, { meeting, zone, others, begun }: Upcoming): KnownBlock[] {
  const value = `${meeting.pair}:${meeting.fortnight}`;
  const change = begun ? [] : [control('Move it', MOVE, value), control('All about it', PICK, value)];
  return [
    section(whenSaid(content, 'coaching.meeting.home.booked', { meeting, zone, others })),
    actions([control('See the plan', PLAN, value, true), ...change]),
  ];
}

export interface Unfixed {
  pair: string;
  fortnight: number;
  others: readonly string[];
  /** `not-open`: they have no conversation of their own yet, so nothing can be fixed in it. */
  state: 'open' | 'arranged' | 'none' | 'met' | 'not-open';
}

/** A fortnight without a time that the bot knows. */
export function unfixedBlocks(content: Content, { pair, fortnight, others, state }: Unfixed): KnownBlock[] {
  const text = section(content.say(`coaching.meeting.home.${state}`, { names: joined(others) }));
  const value = `${pair}:${fortnight}`;
  if (state === 'not-open') return [text];
  return [text, actions([control('Pick a time', PICK, value, true), control('See the plan', PLAN, value)])];
}

/** The pair tells apart what one person sees of several programmes. */
function control(label: string, action: string, value: string, primary = false) {
  return button({ label, action: `${action}#${value.slice(0, 40)}`, value, ...(primary && { style: 'primary' as const }) });
}
