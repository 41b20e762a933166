// Text as drawings measure it: as long as it is drawn, broken where its script lets it, and honest about letters that are not there.
import { describe, expect, test } from '@jest/globals';
import { Resvg } from '@resvg/resvg-js';
import { fontFile, lacking, widthOf } from '../../../src/platform/pictures/font.ts';
import { balanced, wrapped } from '../../../src/platform/pictures/lines.ts';
import { missing } from '../../../src/platform/pictures/missing.ts';

/** How long a line is that is really drawn: from the first point of its ink to the last. */
function drawnWidth(words: string, size: number, bold: boolean): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text x="10" y="120" font-size="${size}" font-family="DejaVu Sans" font-weight="${bold ? 'bold' : 'normal'}">${words}</text></svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: Object.values(fontFile) } }).getBBox()?.width ?? 0;
}

describe('measured text', () => {
  test.each([
    'Amina Adeyemi and Bo Lindqvist',
    'WWWWWWWW',
    'iiiiiiiiii',
    'Спросить не значит не знать',
    'Ελληνικά και τόνος',
    'Petrović, ďáblové',
  ])('%s is at least as long as it is drawn, and little longer', (words) => {
    for (const bold of [false, true]) {
      const [said, drawn] = [widthOf(words, 48, bold), drawnWidth(words, 48, bold)];
      expect(said).toBeGreaterThan(drawn - 2);
      expect(said).toBeLessThan(drawn * 1.06 + 12);
    }
  });

  test('joined letters are never longer than they are measured', () => {
    expect(widthOf('تعلمنا أن نسأل قبل أن ننصح', 48)).toBeGreaterThan(drawnWidth('تعلمنا أن نسأل قبل أن ننصح', 48, false));
  });
});

describe('lines', () => {
  const fitting = { size: 40, width: 400 };

  test('break between words, inside a word only where it is longer than a line, and never inside a character', () => {
    expect(wrapped('Ask what the other one is afraid of', fitting)).toEqual(['Ask what the other', 'one is afraid of']);
    expect(wrapped('  two \n words ', fitting)).toEqual(['two words']);
    expect(wrapped('', fitting)).toEqual([]);
    const family = '👩‍👩‍👧';
    expect(wrapped(family.repeat(30), fitting).join('')).toBe(family.repeat(30));
    for (const line of wrapped(family.repeat(30), fitting)) expect(line.startsWith('👩') && line.endsWith('👧')).toBe(true);
  });

  test('break between Chinese letters, and no line begins with a full stop', () => {
    const lines = wrapped('我们学到的是先问再说。请大家一起来，好吗？', fitting);
    expect(lines.join('')).toBe('我们学到的是先问再说。请大家一起来，好吗？');
    expect(lines.filter((line) => /^[。，？]/.test(line))).toEqual([]);
    for (const line of lines) expect(widthOf(line, 40)).toBeLessThanOrEqual(400);
  });

  test('are evened out where a word would stand alone at the end', () => {
    const words = 'Bring the problem before you bring the plan for it.';
    expect(wrapped(words, { size: 40, width: 980 })).toEqual(['Bring the problem before you bring the plan for', 'it.']);
    const [first = '', second = ''] = balanced(words, { size: 40, width: 980 });
    expect(`${first} ${second}`).toBe(words);
    expect(widthOf(second, 40)).toBeGreaterThan(widthOf(first, 40) / 2);
    expect(balanced('One line', { size: 40, width: 980 })).toEqual(['One line']);
  });

  test('say all that was said, whatever script it is in', () => {
    for (const words of ['日本語 and English mixed 混ぜる text', 'ภาษาไทยไม่มีช่องว่าง', 'שלום לכולם וברוכים הבאים', 'a'.repeat(500)])
      expect(wrapped(words, fitting).join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
  });
});

describe('letters that are not there', () => {
  test('are told apart from those of the font', () => {
    expect(lacking('Hello, Петрович, مرحبا, שלום')).toEqual([]);
    expect(lacking('你好 你')).toEqual(['你', '好']);
  });

  test('are those that no font of the machine can draw either: the last sign of Unicode never can be, and letters of the font always', () => {
    expect(missing(['\u{10fffe}', 'A', 'я'])).toEqual(['\u{10fffe}']);
    expect(missing([])).toEqual([]);
  });
});
