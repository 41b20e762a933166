// The longest of every sample, as if whatever fills a sentence were nothing but signs that have to be escaped: longer mrkdwn cannot become. Held
// against Slack's limits, with a line of a table for each.
import { afterAll, expect, test } from '@jest/globals';
import { type Blanks, type Content, loadContent } from '../../src/platform/content/load.ts';
import { checkBlocks } from '../../src/sandbox/check/blocks.ts';
import { checkView } from '../../src/sandbox/check/views.ts';
import type { Drawn } from '../../src/sandbox/gallery/sample.ts';
import { rooms } from '../../src/sandbox/gallery/samples.ts';
import { printSizes, sizeOf, type ViewSize } from '../features/view-sizes.ts';

const content = loadContent();
const largest: ViewSize[] = [];

afterAll(() => printSizes(largest));

function faultsOf({ surface, blocks, view }: Drawn): unknown[] {
  if (view) return checkView(view, 'modal');
  if (!blocks) return [];
  return surface === 'home' ? checkView({ type: 'home', blocks: [...blocks] }, 'home') : checkBlocks([...blocks] as never, 'message');
}

/** The same words, filled with as many signs as were given; each of them is written as four. */
function allSigns(words: Content): Content {
  const signs = (blanks: Blanks = {}): Blanks =>
    Object.fromEntries(Object.entries(blanks).map(([name, value]) => [name, typeof value === 'string' ? '<'.repeat(value.length) : value]));
  return { ...words, say: (id, blanks) => words.say(id, signs(blanks)) };
}

test.each(rooms.map(({ room, samples }) => [room, samples] as const))('%s: what is longest is still what Slack takes', (_, samples) => {
  const worst = samples.map(({ id, draw }) => ({ id, drawn: draw(allSigns(content), 'longest') }));
  largest.push(...worst.map(({ id, drawn: { view, blocks = [] } }) => sizeOf(id, view?.blocks ?? blocks)));
  const refused = worst.map(({ id, drawn }) => ({ id, faults: faultsOf(drawn) })).filter(({ faults }) => faults.length > 0);
  expect(refused).toEqual([]);
});
