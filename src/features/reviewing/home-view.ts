// The pulses on the Home tab. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { actions, button, section } from '../../platform/slack/blocks.ts';
import type { Report } from './conclude.ts';
import { itemsOf, type Pulse } from './plan.ts';

const about: Readonly<Record<Pulse, string>> = { opening: 'before the round', half: 'half way', closing: 'the end of the round' };

/** A pulse that can be answered, or answered again. */
export interface PulseAtHome {
  pulse: Pulse;
  pair: string;
  answered: boolean;
  /** Its last day, in words. */
  until: string;
}

export interface PulsesAtHome {
  open: readonly PulseAtHome[];
  latest?: { id: string; report: Report; changed: boolean };
}

export function homeBlocks(content: Content, { open, latest }: PulsesAtHome): KnownBlock[] {
  return [...open.flatMap((each) => oneOpen(content, each)), ...(latest ? published(content, latest) : [])];
}

function oneOpen(content: Content, { pulse, pair, answered, until }: PulseAtHome): KnownBlock[] {
  const text = answered
    ? content.say('reviewing.pulse.home.answered', { date: until })
    : content.say(`reviewing.pulse.home.${pulse}`, { x: itemsOf(pulse).length, date: until });
  const label = answered ? 'Change my answers' : 'Answer';
  const accessibilityLabel = `${label}: ${about[pulse]}`;
  return [
    section(text),
    actions([button({ label, action: `reviewing.answer#${pulse}-${pair}`, value: `${pulse}:${pair}`, accessibilityLabel })]),
  ];
}

function published(content: Content, { id, report, changed }: { id: string; report: Report; changed: boolean }): KnownBlock[] {
  const text = content.say(changed ? 'reviewing.pulse.home.changed' : `reviewing.pulse.home.results.${report}`);
  return [section(text), actions([button({ label: 'Read what we said', action: `reviewing.read#${id}`, value: id })])];
}
