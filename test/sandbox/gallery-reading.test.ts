// Reads every sample of the gallery as a person would: sentences that do not hold once they are filled, words that are cut off, views that begin or end
// with nothing, and buttons whose weight is wrong.
import { describe, expect, test } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import { loadContent } from '../../src/platform/content/load.ts';
import { type Drawn, type Size, sizes } from '../../src/sandbox/gallery/sample.ts';
import { rooms } from '../../src/sandbox/gallery/samples.ts';

const content = loadContent();
const all = rooms.flatMap(({ samples }) => samples);
const once = new Map<Size, { id: string; drawing: Drawn }[]>();

/** Everything in one size, drawn once for all tests. */
function drawn(size: Size): { id: string; drawing: Drawn }[] {
  const known = once.get(size) ?? all.map(({ id, draw }) => ({ id, drawing: draw(content, size) }));
  once.set(size, known);
  return known;
}

/** A modal's title is cut first; what is shorter and ends so says that there is more to come. */
const SHORTEST_CUT = 24;

/** A moment that Slack draws on the reader's own clock, as it stands where nothing draws it. */
const MOMENT = /<!date\^[^|>]*\|([^>]*)>/g;

/** Every text that a reader meets, with what kind it is; files and what people typed into boxes are read elsewhere. */
function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'string' ? (key === 'text' || key === 'alt_text' ? [each.replace(MOMENT, '$1')] : []) : textsIn(each),
  );
}

function blocksOf({ blocks, view }: Drawn): readonly KnownBlock[] {
  return (view?.blocks ?? blocks ?? []) as readonly KnownBlock[];
}

function readIn(drawing: Drawn): string[] {
  if (drawing.surface === 'file') return [];
  return [
    ...(drawing.text === undefined ? [] : [drawing.text.replace(MOMENT, '$1')]),
    ...textsIn([blocksOf(drawing), drawing.view?.title, drawing.view?.submit]),
  ];
}

/** What no sentence of the bot may read like, whatever it is filled with. */
const wrong: Record<string, RegExp> = {
  'a doubled stop': /[^.]\.\.(?!\.)|[?!…]\.(?=\s|$)/,
  'a space before a stop': /\w\s[.,;:?](?=\s|$)/,
  'a blank that is open': /\{[a-z]\w*\??\}/,
  'nothing where something should stand': /\b(?:undefined|null|NaN)\b|\[object|""|“”/,
  'two spaces': /\S {2,}\S/,
  'one of many': /(?<!\bof )\b1 (?!(?:of|is|has|was)\b)(?:[a-z]+s|people|person (?:who )?(?:are|have|were))\b/,
  'a word twice': /\b(the|a|an|of|to|in|is|and|for|with|you) \1\b/i,
};

describe.each(['usual', 'shortest'] as const)('%s', (size) => {
  test.each(Object.entries(wrong))('no sample has %s', (_, pattern) => {
    const found = drawn(size).flatMap(({ id, drawing }) =>
      readIn(drawing)
        .filter((text) => pattern.test(text))
        .map((text) => `${id}: ${text.slice(0, 200)}`),
    );
    expect(found).toEqual([]);
  });
});

describe.each(sizes)('%s', (size) => {
  test('no view begins or ends with a line, and no line follows a line', () => {
    const found = drawn(size).filter(({ drawing }) => {
      const kinds = blocksOf(drawing).map(({ type }) => type);
      const twice = kinds.some((kind, at) => kind === 'divider' && kinds[at + 1] === 'divider');
      return kinds.at(0) === 'divider' || kinds.at(-1) === 'divider' || twice;
    });
    expect(found.map(({ id }) => id)).toEqual([]);
  });

  test('of the buttons in a row one is the first choice at most, and stands first', () => {
    const rows = drawn(size).flatMap(({ id, drawing }) =>
      blocksOf(drawing).flatMap((block) =>
        block.type === 'actions' ? [{ id, styles: block.elements.map((each) => ('style' in each ? each.style : '')) }] : [],
      ),
    );
    expect(rows.filter(({ styles }) => styles.lastIndexOf('primary') > 0).map(({ id }) => id)).toEqual([]);
  });
});

test('as a rule nothing is cut off', () => {
  const found = drawn('usual').flatMap(({ id, drawing }) =>
    readIn(drawing)
      .filter((text) => text.length >= SHORTEST_CUT && text.endsWith('…'))
      .map((text) => `${id}: ${text}`),
  );
  expect(found).toEqual([]);
});

test('a long name gives way before the words of a button do', () => {
  const stall = all.find(({ id }) => id === 'coaching.stall')?.draw(content, 'longest');
  expect(textsIn(stall?.blocks).at(-2)).toMatch(/^Ask Hana .+… for help$/);
});
