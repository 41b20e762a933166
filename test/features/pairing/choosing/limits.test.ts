// Every message and form with which leaders choose, filled with the longest that may stand in them, held against Slack's limits.
import { afterAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { type Asking, askedMessage, type News, newsMessage, opensMessage } from '../../../../src/features/pairing/choosing/letters.ts';
import { choosingLines } from '../../../../src/features/pairing/choosing/preview-view.ts';
import type { Seen } from '../../../../src/features/pairing/choosing/see.ts';
import { choosingModal } from '../../../../src/features/pairing/choosing/views.ts';
import { welcomesModal, welcomesPart } from '../../../../src/features/pairing/choosing/welcomes-view.ts';
import { loadContent } from '../../../../src/platform/content/load.ts';
import { asRead, wordsIn } from '../../../../src/platform/content/wording.ts';
import { checkBlocks } from '../../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../../src/sandbox/check/views.ts';
import { printSizes, sizeOf, type ViewSize } from '../../view-sizes.ts';

const content = loadContent();
/** A name as long as Slack and the forms allow, with everything in it that has to be escaped. */
const LONG = `${'<!channel>&*_😀Wolfeschlegelsteinhausenbergerdorff '.repeat(4)}`.slice(0, 150);
const ID = 'f'.repeat(32);
const day = (text: string) => Temporal.PlainDate.from(text);
const season = { number: 2, roundOn: day('2027-09-29'), opensOn: day('2027-09-01'), lastDay: day('2027-09-22') };
const people = (count: number): Asking[] =>
  Array.from({ length: count }, (_, at) => ({ request: `${ID}${at}`.slice(-32), name: LONG, function: LONG.slice(0, 75) }));
const [one] = people(1) as [Asking];
const seen = (more: Partial<Seen> = {}): Seen => ({
  programme: { id: ID, name: LONG.slice(0, 80) },
  season,
  phase: 'open',
  asked: [],
  ...more,
});
const sizes: ViewSize[] = [];

afterAll(() => printSizes(sizes));

describe('messages', () => {
  const about = { programme: ID, season };
  const news: News[] = ['accepted', 'declined', 'elsewhere', 'lapsed', 'gone', 'undone', 'switched'];
  const bodies = [
    ['it has begun', opensMessage(content, { programme: { id: ID, name: LONG.slice(0, 80) }, season })],
    ['one asks', askedMessage(content, people(1), about)],
    ['five ask', askedMessage(content, people(5), about)],
    ['a thousand ask', askedMessage(content, people(1000), about)],
    ...news.flatMap((each) =>
      [true, false].map((open) => [`${each} ${open}`, newsMessage(content, each, { ...about, name: LONG, open })] as const),
    ),
  ] as const;

  test.each(bodies)('%s', (name, { text, blocks }) => {
    sizes.push(sizeOf(name, blocks));
    expect(checkBlocks(blocks, 'message')).toEqual([]);
    expect(text.length).toBeLessThan(3000);
    expect(text).not.toContain('<!channel>');
  });

  test('have a hundred words at most with ordinary names', () => {
    const ordinary: Asking = { request: ID, name: 'Amina Adeyemi', function: 'Finance' };
    const texts = [
      askedMessage(content, [ordinary], about).text,
      askedMessage(
        content,
        Array.from({ length: 9 }, () => ordinary),
        about,
      ).text,
      ...news.map((each) => newsMessage(content, each, { ...about, name: ordinary.name, open: true }).text),
    ];
    expect(texts.map((text) => wordsIn(asRead(text))).filter((count) => count > 100)).toEqual([]);
  });
});

describe('forms', () => {
  const modals = [
    ['nothing yet', choosingModal(content, seen(), content.say('pairing.choosing.done.undone', { name: LONG, last: 'x' }))],
    ['asking, and twenty ask', choosingModal(content, seen({ asking: one, asked: people(20) }))],
    ['a thousand ask', choosingModal(content, seen({ asked: people(1000) }))],
    ['chosen', choosingModal(content, seen({ chosen: one, asked: people(20) }))],
    ['too early', choosingModal(content, seen({ phase: 'before' }))],
    ['over', choosingModal(content, seen({ phase: 'over', asking: one, asked: people(3) }))],
    ['welcome', welcomesModal(content, { programme: ID, season, welcomes: ['U1', 'U2', 'U3'] })],
  ] as const;

  test.each(modals)('%s', (name, view) => {
    sizes.push(sizeOf(name, view.blocks));
    expect(checkView(view, 'modal')).toEqual([]);
    expect(JSON.stringify(view.blocks.filter(({ type }) => type !== 'actions'))).not.toContain('<!channel>');
  });
});

describe('parts of other views', () => {
  test.each([
    ['on Home, welcome', welcomesPart(content, { programme: ID, season, welcomes: [] })],
    [
      'in the preview',
      choosingLines(
        content,
        { choosing: 'leaders' },
        { season, phase: 'open', pairs: 500, apart: Array.from({ length: 500 }, () => `${LONG} and ${LONG}`) },
      ),
    ],
  ] as const)('%s', (name, blocks) => {
    sizes.push(sizeOf(name, blocks));
    expect(checkBlocks(blocks, 'message')).toEqual([]);
  });
});
