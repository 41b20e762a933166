// What the channel hears of a round: who works with whom, by name or by function, in as many messages as it needs, and the bridge map. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { context, section } from '../../platform/slack/blocks.ts';
import type { Programme } from '../founding/programmes.ts';
import { byFunction, byName, inSections, packed } from './announced-pairs.ts';
import { drawBridgeMap } from './bridge-map.ts';
import { type BridgeMap, tellBridgeMap } from './planning/bridges.ts';
import type { Named } from './said.ts';

/** So much stands in one message: readable, and well inside what Slack takes. */
const MESSAGE_LETTERS = 9000;

export interface Announced {
  programme: string;
  number: number;
  announcing: Programme['announcing'];
  /** Each pair or trio. */
  groups: readonly (readonly Named[])[];
  map: BridgeMap;
}

/** One message, or several in their order: each is complete in itself, and the last one carries the map. */
export function announcement(content: Content, round: Announced): Body[] {
  const paragraphs = round.announcing === 'names' ? byName(content, round.groups) : byFunction(content, round.groups);
  const messages = packed(inSections(paragraphs, '\n\n'), MESSAGE_LETTERS);
  return messages.map((sections, at) => {
    const opening = at === 0 ? openingOf(content, round) : [continued(content, round, at + 1, messages.length)];
    const closing = at === messages.length - 1 ? closingOf(content, round) : [];
    const said = [...opening, ...sections, ...closing];
    const blocks: KnownBlock[] = [...[...opening, ...sections].map((text) => section(text)), ...closing.map((text) => context(text))];
    const pictured = closing.length > 0 && round.map.functions.length > 1;
    return { text: said.join('\n\n'), blocks, ...(pictured && { picture: picture(content, round.map) }) };
  });
}

function openingOf(content: Content, { programme, number, announcing }: Announced): string[] {
  return [content.say('pairing.announce', { programme, number }), content.say(`pairing.announce.${announcing}`)];
}

function continued(content: Content, { programme }: Announced, x: number, y: number): string {
  return content.say('pairing.announce.more', { programme, x, y });
}

function closingOf(content: Content, { map }: Announced): string[] {
  const pictured = map.functions.length > 1 ? [content.say('pairing.announce.map')] : [];
  return [...pictured, content.say('pairing.announce.join')];
}

function picture(content: Content, map: BridgeMap): { name: string; alt: string; svg: string } {
  return { name: `bridge-map-round-${map.round}.png`, alt: tellBridgeMap(content, map), svg: drawBridgeMap(content, map) };
}
