// Three hundred leaders in an order in which each finds the own name: paragraphs under headings, none longer than a section may be. Pure.
import type { Content } from '../../platform/content/load.ts';
import { sayList } from '../founding/words.ts';
import { type Named, sayNames } from './said.ts';

/** So much stands in one section: well inside what Slack takes. */
const SECTION_LETTERS = 2800;
/** With fewer pairs than this under a heading for each combination of functions, the headings would be half of what there is to read. */
const LEAST_UNDER_A_HEADING = 2;

type Group = readonly Named[];

/** Names under what they join: under each combination of functions, or, where nearly every pair is one of its own, under one function each. */
export function byName(content: Content, groups: readonly Group[]): string[] {
  const both = combined(groups);
  return groups.length < LEAST_UNDER_A_HEADING * both.size ? underOne(content, groups) : underBoth(content, both);
}

function underBoth(content: Content, both: ReadonlyMap<string, readonly Group[]>): string[] {
  return [...both.values()].flatMap((together) =>
    headed(
      heading(content, together[0] ?? []),
      together.map((members) => content.say('pairing.announce.pair', { names: sayNames(inFront(members)) })),
    ),
  );
}

/** A pair stands under the function in it that comes first; the other's is in brackets. */
function underOne(content: Content, groups: readonly Group[]): string[] {
  const under = new Map<string, string[]>();
  for (const members of groups) {
    const ordered = inFront(members);
    const first = ordered[0]?.function ?? '';
    const names = ordered.map((each) => (each.function === first ? each.name : content.plain('pairing.announce.other', { ...each })));
    under.set(first, [...(under.get(first) ?? []), content.say('pairing.announce.pair', { names: sayList(names) })]);
  }
  return [...under]
    .sort(([a], [b]) => inOrder(a, b))
    .flatMap(([own, lines]) => headed(content.say('pairing.announce.under', { function: own }), lines));
}

/** Lines in the order of the names in them; what is too long for a section goes on under its heading. */
function headed(title: string, lines: readonly string[]): string[] {
  const above = `*${title}*\n`;
  return joined(packed([...lines].sort(inOrder), SECTION_LETTERS - above.length, 1), '\n').map((text) => `${above}${text}`);
}

/** A line for each combination of functions, with the number of pairs. */
export function byFunction(content: Content, groups: readonly Group[]): string[] {
  const lines = [...combined(groups).values()].map((together) => {
    const functions = { mrkdwn: heading(content, together[0] ?? []) };
    return content.say('pairing.announce.count', { functions, x: together.length });
  });
  return inSections(lines, '\n');
}

/** Texts put together in their order, with `between` them, as many as fit into a section. */
export function inSections(texts: readonly string[], between: string): string[] {
  return joined(packed(texts, SECTION_LETTERS, between.length), between);
}

/** Puts `texts` into lots in their order, each of at most `most` letters with `between` letters between them. */
export function packed(texts: readonly string[], most: number, between = 0): string[][] {
  const lots: string[][] = [];
  let letters = 0;
  for (const text of texts) {
    if (lots.length === 0 || letters + text.length > most) {
      lots.push([]);
      letters = 0;
    }
    lots.at(-1)?.push(text);
    letters += text.length + between;
  }
  return lots;
}

function joined(lots: readonly (readonly string[])[], between: string): string[] {
  return lots.map((lot) => lot.join(between));
}

/** The groups by the functions they join, in the order of the functions' names. */
function combined(groups: readonly Group[]): Map<string, Group[]> {
  const found = new Map<string, Group[]>();
  for (const members of groups) {
    const key = functionsOf(members).join('\n');
    const same = found.get(key);
    if (same) same.push(members);
    else found.set(key, [members]);
  }
  return new Map([...found].sort(([a], [b]) => inOrder(a, b)));
}

function heading(content: Content, members: Group): string {
  const functions = functionsOf(members);
  const [only = ''] = functions;
  if (functions.length === 1) return content.say('pairing.announce.within', { function: only });
  return content.say('pairing.announce.between', { functions: sayList(functions) });
}

function functionsOf(members: Group): string[] {
  return [...new Set(members.map(({ function: own }) => own))].sort(inOrder);
}

/** The members in the order of their functions, and then of their names. */
function inFront(members: Group): Named[] {
  return [...members].sort((a, b) => inOrder(a.function, b.function) || inOrder(a.name, b.name));
}

/** One collator for all: making one for each comparison takes longer than all the rest. */
const { compare: inOrder } = new Intl.Collator('en');
