// What the channel hears of a round: who works with whom, by name or by function, in as many messages as it needs, and the bridge map. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { context, section } from '../../platform/slack/blocks.ts';
import type { Programme } from '../founding/programmes.ts';
import { sayList } from '../founding/words.ts';
import { drawBridgeMap } from './bridge-map.ts';
import { type BridgeMap, tellBridgeMap } from './planning/bridges.ts';
import { type Named, sayNames } from './said.ts';

/** So much stands in one section, and so much in one message: readable, and well inside what Slack takes. */
const SECTION_LETTERS = 2800;
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
  const messages = packed(
    packed(paragraphs, SECTION_LETTERS, '\n\n').map(([text]) => text ?? ''),
    MESSAGE_LETTERS,
  );
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

/** A paragraph for each combination of functions, with the names in it; a long one goes on under its heading. */
function byName(content: Content, groups: readonly (readonly Named[])[]): string[] {
  return [...combined(groups).values()].flatMap((together) => {
    const above = `*${heading(content, together[0] ?? [])}*\n`;
    const names = together.map((members) => content.say('pairing.announce.pair', { names: sayNames(members) })).sort(inOrder);
    return packed(names, SECTION_LETTERS - above.length, '\n').map(([lines]) => `${above}${lines}`);
  });
}

/** A line for each combination of functions, with the number of pairs. */
function byFunction(content: Content, groups: readonly (readonly Named[])[]): string[] {
  const lines = [...combined(groups).values()].map((together) => {
    const functions = { mrkdwn: heading(content, together[0] ?? []) };
    return content.say('pairing.announce.count', { functions, x: together.length });
  });
  return packed(lines, SECTION_LETTERS, '\n').map(([text]) => text ?? '');
}

/** The groups by the functions they join, in the order of the functions' names. */
function combined(groups: readonly (readonly Named[])[]): Map<string, (readonly Named[])[]> {
  const found = new Map<string, (readonly Named[])[]>();
  for (const members of groups) {
    const key = functionsOf(members).join('\n');
    found.set(key, [...(found.get(key) ?? []), members]);
  }
  return new Map([...found].sort(([a], [b]) => inOrder(a, b)));
}

function heading(content: Content, members: readonly Named[]): string {
  const functions = functionsOf(members);
  const [only = ''] = functions;
  if (functions.length === 1) return content.say('pairing.announce.within', { function: only });
  return content.say('pairing.announce.between', { functions: sayList(functions) });
}

function functionsOf(members: readonly Named[]): string[] {
  return [...new Set(members.map(({ function: own }) => own))].sort(inOrder);
}

function inOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en');
}

/** Puts `texts` together in their order, as many as fit into `most` letters; with `join`, each lot becomes one text. */
function packed(texts: readonly string[], most: number, join?: string): string[][] {
  const lots: string[][] = [];
  let letters = 0;
  for (const text of texts) {
    if (lots.length === 0 || letters + text.length > most) {
      lots.push([]);
      letters = 0;
    }
    lots.at(-1)?.push(text);
    letters += text.length + (join?.length ?? 0);
  }
  return join === undefined ? lots : lots.map((lot) => [lot.join(join)]);
}
