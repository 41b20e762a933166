// The slides for a gathering, from none shared to more than any room can read, in every script: all of it inside the page, large enough for the last row,
// with contrast enough for tired eyes, and told in words to those who do not see them.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { PackFacts } from '../../../../src/features/gathering/together/pack/pack-facts.ts';
import { tellSlide } from '../../../../src/features/gathering/together/pack/slide.ts';
import { drawSlide } from '../../../../src/features/gathering/together/pack/slide-picture.ts';
import { slidesOf } from '../../../../src/features/gathering/together/pack/slides.ts';
import { packText } from '../../../../src/features/gathering/together/pack/text-file.ts';
import { loadContent } from '../../../../src/platform/content/load.ts';
import { widthOf } from '../../../../src/platform/pictures/font.ts';
import { drawSlidePng } from '../../../../src/platform/pictures/png.ts';

const content = loadContent();

const FUNCTIONS = ['Finance', 'Operations', 'People', 'Technology', 'Sales'];
const WORDS = 'We learned to ask what the other one is afraid of, and to wait for the answer.';

function facts(insights: PackFacts['insights'], more: Partial<PackFacts> = {}): PackFacts {
  const bridges = FUNCTIONS.slice(1).map((name, n) => ({ between: [FUNCTIONS[n] ?? '', name] as const, pairs: n + 1 }));
  return {
    ...{ programme: 'Leaders', number: 1, zone: 'Europe/London', startsAt: Temporal.Instant.from('2027-07-15T13:00:00Z'), place: 'Room 5' },
    ...{ insights, most: 24, map: { programme: 'Leaders', round: 1, functions: FUNCTIONS, bridges }, later: true, hidden: new Set() },
    ...more,
  };
}

const some = (count: number, text = WORDS) => Array.from({ length: count }, (_, n) => ({ text: `${n + 1}. ${text}` }));

function pairsOf(count: number, name = (n: number) => `Amina Adeyemi ${n}`): Partial<PackFacts> {
  const groups = Array.from({ length: count }, (_, n) => [2 * n, 2 * n + 1].map((at) => ({ name: name(at), function: 'Finance' })));
  return { later: false, pairs: { announcing: 'names', groups } };
}

const LONG_NAME = (n: number) => `Wolfeschlegelsteinhausenbergerdorff-Hohenlohe & ${n} <Strategy>`.padEnd(80, 'W');

/** Every kind of pack, with the strangest that people may write. */
const PACKS: [name: string, facts: PackFacts][] = [
  ['no insight', facts([])],
  ['one insight', facts(some(1))],
  ['24 insights', facts(some(24))],
  ['150 insights and 300 leaders', facts(some(150), pairsOf(150))],
  [
    'the longest words and names',
    facts(
      [{ text: 'W'.repeat(300), names: [1, 2, 3].map(LONG_NAME) }, { text: 'in one '.repeat(43).slice(0, 300) }],
      pairsOf(150, LONG_NAME),
    ),
  ],
  [
    'signs that mean something',
    facts(
      [{ text: '</text><script>& "quotes" \u0000\u000b 👩‍👩‍👧' }],
      pairsOf(3, (n) => `<b>&${n}`),
    ),
  ],
  [
    'Arabic and Hebrew',
    facts(
      [{ text: 'تعلمنا أن نسأل قبل أن ننصح.', names: ['ליאור כהן', 'ליילה חדד'] }],
      pairsOf(8, (n) => `ليلى حداد ${n}`),
    ),
  ],
  [
    'Chinese and Japanese',
    facts(
      [{ text: '我们学到的是先问再说。'.repeat(25), names: ['田中 江戸', '王小明'] }],
      pairsOf(60, (n) => `田中 江戸 ${n}`),
    ),
  ],
  [
    'forty functions',
    facts(some(3), {
      map: { programme: 'Leaders', round: 9, functions: Array.from({ length: 40 }, (_, n) => `${n} ${'W'.repeat(70)}`), bridges: [] },
    }),
  ],
  [
    'two functions',
    facts(some(3), { map: { programme: 'Leaders', round: 1, functions: ['A', 'B'], bridges: [{ between: ['A', 'B'], pairs: 1 }] } }),
  ],
];

const drawn = (pack: PackFacts) => slidesOf(content, pack).map((slide, at, all) => drawSlide(slide, { page: at + 1, pages: all.length }));

/** The texts of a drawing, each with where it stands. */
function textsIn(svg: string) {
  const found = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)" fill="(#\w+)"([^>]*)>([^<]*)<\/text>/g)];
  return found.map(([, x, y, size, ink = '', more = '', words = '']) => {
    const plain = words
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .replace(/[\u202b\u202c]/gu, '');
    const wide = widthOf(plain, Number(size), more.includes('bold'));
    const begins = more.includes('"end"') ? Number(x) - wide : more.includes('"middle"') ? Number(x) - wide / 2 : Number(x);
    return { words: plain, size: Number(size), ink, begins, ends: begins + wide, y: Number(y) };
  });
}

describe.each(PACKS)('of a round with %s', (_, pack) => {
  test('nothing is smaller than the last row can read, and nothing leaves the page', () => {
    const texts = drawn(pack).flatMap(textsIn);
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter(({ size }) => size < 40)).toEqual([]);
    expect(texts.filter(({ begins, ends, y }) => begins < 100 || ends > 1830 || y < 100 || y > 1075)).toEqual([]);
  });

  test('every slide is told in a thousand characters', () => {
    for (const slide of slidesOf(content, pack)) expect([...tellSlide(slide, 1000, 'The map.')].length).toBeLessThanOrEqual(1000);
  });

  test('the text holds every insight, and every pair, as it was written', () => {
    const text = packText(content, pack);
    expect(text.match(/^\d+\. /gm)?.length ?? 0).toBeGreaterThanOrEqual(pack.insights.length > 0 ? pack.insights.length : 0);
    expect(text.match(/^\* .* and .*/gm)?.length ?? 0).toBeGreaterThanOrEqual(pack.pairs?.groups.length ?? 0);
    expect(text).not.toMatch(/(?<!\\)<(?:script|b)>/);
  });
});

test('three short insights stand together, so that 24 are read in about two minutes', () => {
  const slides = slidesOf(content, facts(some(24))).filter(({ name }) => name === 'insights');
  expect(slides).toHaveLength(8);
  expect(slides.flatMap(({ body }) => (body.kind === 'quotes' ? body.quotes : []))).toHaveLength(24);
  expect(slidesOf(content, facts(some(150))).filter(({ name }) => name === 'insights')).toHaveLength(8);
});

test('three hundred leaders each stand once on the slides', () => {
  const pack = facts(some(1), pairsOf(150));
  const entries = slidesOf(content, pack).flatMap(({ body }) => (body.kind === 'list' ? body.entries : []));
  expect(entries).toHaveLength(150);
  expect(new Set(entries.flatMap((entry) => entry.split(' and '))).size).toBe(300);
});

test('where the channel is told functions only, slides name nobody', () => {
  const groups = [0, 1, 2].map((n) =>
    [`Amina ${n}`, `Bo ${n}`].map((name, at) => ({ name, function: FUNCTIONS[at + (n === 2 ? 1 : 0)] ?? '' })),
  );
  const pack = facts([], { later: false, pairs: { announcing: 'functions', groups } });
  const [slide] = slidesOf(content, pack).filter(({ name }) => name === 'pairs');
  expect(slide?.body).toEqual({ kind: 'list', entries: ['Finance and Operations: 2', 'Operations and People: 1'] });
  expect(packText(content, pack)).not.toContain('Amina');
});

test('letters that nothing here can draw send their reader to the text; signs among letters only go', () => {
  const pack = facts(
    [
      { text: '我们 ask first', names: ['田中', 'Bo'] },
      { text: 'Ask first 🎉', names: ['Amina 🎉', 'Bo'] },
    ],
    { hidden: new Set([...'我们田中🎉']) },
  );
  const quotes = slidesOf(content, pack).flatMap(({ body }) => (body.kind === 'quotes' ? body.quotes : []));
  expect(quotes).toEqual([
    { words: 'Insight 1 is in letters that slides cannot show. It stands in the text.', names: '(in the text) and Bo' },
    { words: 'Ask first', names: 'Amina and Bo' },
  ]);
  expect(packText(content, pack)).toContain('我们 ask first');
});

describe('colours', () => {
  const light = (colour: string) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
    const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string) => {
    const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };

  test('every ink has a contrast of at least 4.5 to what is behind it', () => {
    const all = drawn(facts(some(3), pairsOf(3))).join('\n');
    const cells = [...all.matchAll(/fill="(#\w+)"\/>\s*<text [^>]*fill="(#\w+)"[^>]*text-anchor="middle"/g)];
    expect(cells.length).toBeGreaterThan(8);
    for (const [, ground = '', ink = ''] of cells) expect([ground, ink, contrast(ground, ink) >= 4.5]).toEqual([ground, ink, true]);
    const inks = new Set(textsIn(all).map(({ ink }) => ink));
    for (const ink of inks) if (!['#ffffff'].includes(ink)) expect([ink, contrast(ink, '#fcfbf8') >= 4.5]).toEqual([ink, true]);
  });
});

test('a picture is exactly 1920 by 1080, whatever stands on it', () => {
  for (const svg of [drawn(facts(some(1)))[3] ?? '', drawn(facts([{ text: '</text> & 👩‍👩‍👧 \u0000' }]))[3] ?? '']) {
    const png = Buffer.from(drawSlidePng(svg));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
    expect(png.byteLength).toBeLessThan(400_000);
  }
});
