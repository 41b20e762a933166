// Draws a slide: one thing to read in large letters, a timetable, what pairs have shared, names in two columns, or the bridge map.
import { text } from '../../../../platform/pictures/svg.ts';
import { drawList } from './list-picture.ts';
import { drawMap } from './map-picture.ts';
import {
  ACCENT,
  box,
  HIGH,
  heightOf,
  INK,
  LINE,
  largest,
  type Numbered,
  onPage,
  ROOM,
  runsLeft,
  SMALLEST,
  SOFT,
  setText,
  WIDE,
} from './page.ts';
import type { Quote, Slide, SlideBody } from './slide.ts';

/** The slide as an SVG picture, 1920 by 1080. */
export function drawSlide({ title, body }: Slide, numbered: Numbered): string {
  return onPage(title, numbered, partsOf(body));
}

function partsOf(body: SlideBody): string[] {
  switch (body.kind) {
    case 'words':
      return largeWords(body.words);
    case 'agenda':
      return agenda(body.rows);
    case 'quotes':
      return quotes(body.quotes);
    case 'map':
      return drawMap(body.map, body.words);
    case 'list':
      return drawList(body.entries);
  }
}

const WORD_SIZES = [88, 80, 72, 64, 56, 48, 44, SMALLEST];

function largeWords(words: string): string[] {
  const size = largest(WORD_SIZES, (each) => heightOf(words, { size: each, width: WIDE }) <= HIGH);
  const top = ROOM.top + Math.max(0, (HIGH - heightOf(words, { size, width: WIDE })) / 2.6);
  return setText(words, { size, ink: INK, x: ROOM.left, width: WIDE, top });
}

const PART_LEFT = 330;

function agenda(rows: readonly { time: string; part: string }[]): string[] {
  const width = WIDE - PART_LEFT;
  const gap = 34;
  const highAt = (size: number) => rows.reduce((sum, { part }) => sum + Math.max(size * LINE, heightOf(part, { size, width })) + gap, 0);
  const size = largest([60, 52, 46, SMALLEST], (each) => highAt(each) <= HIGH);
  let top = ROOM.top + Math.max(0, (HIGH - highAt(size)) / 2.6);
  return rows.flatMap(({ time, part }) => {
    const begins = top;
    top += Math.max(size * LINE, heightOf(part, { size, width })) + gap;
    return [
      text({ x: ROOM.left, y: begins + size, size, ink: ACCENT, words: time, bold: true }),
      ...setText(part, { size, ink: INK, x: ROOM.left + PART_LEFT, width, top: begins }),
    ];
  });
}

const QUOTE_SIZES = [68, 62, 56, 50, 46, 43, SMALLEST];
const BAR = 52;
const APART = 56;

function quotes(all: readonly Quote[]): string[] {
  const size = largest(QUOTE_SIZES, (each) => quotesHigh(all, each) <= HIGH);
  let top = ROOM.top + Math.max(0, (HIGH - quotesHigh(all, size)) / 2.6);
  return all.flatMap((quote) => {
    const begins = top;
    const high = quoteHigh(quote, size);
    top += high + APART;
    return drawQuote(quote, { size, top: begins, high });
  });
}

/** Whether these can stand on one slide and still be read with ease. */
export function standTogether(all: readonly Quote[]): boolean {
  return quotesHigh(all, 46) <= HIGH;
}

function drawQuote({ words, names }: Quote, { size, top, high }: { size: number; top: number; high: number }): string[] {
  const fromRight = runsLeft(words);
  const [x, width] = [fromRight ? ROOM.left : ROOM.left + BAR, WIDE - BAR];
  const bar = box({
    x: fromRight ? ROOM.right - 12 : ROOM.left,
    y: top + size * 0.16,
    width: 12,
    height: high - size * 0.2,
    fill: ACCENT,
    rx: 4,
  });
  const below = top + heightOf(words, { size, width });
  return [
    bar,
    ...setText(words, { size, ink: INK, x, width, top }),
    ...(names ? setText(names, { size: namesSize(size), ink: SOFT, x, width, top: below + 6 }) : []),
  ];
}

function quotesHigh(all: readonly Quote[], size: number): number {
  return all.reduce((sum, quote) => sum + quoteHigh(quote, size) + APART, -APART);
}

function quoteHigh({ words, names }: Quote, size: number): number {
  const width = WIDE - BAR;
  return heightOf(words, { size, width }) + (names ? heightOf(names, { size: namesSize(size), width }) + 6 : 0);
}

function namesSize(size: number): number {
  return Math.max(SMALLEST, Math.round(size * 0.72));
}
